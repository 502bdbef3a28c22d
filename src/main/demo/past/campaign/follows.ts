import { type Place, placeOf } from '../../../../kernel/directory.ts'
import { numberOf, textOf } from '../../../../kernel/field.ts'
import type { RecordState } from '../../../../kernel/record.ts'
import type { Step } from '../../../../kernel/rehearsal.ts'
import { addDays, dayMs, dayOf, hourMs, type Instant, startOfDay } from '../../../../kernel/time.ts'
import { inventSpot } from '../../places.ts'
import { between, pick } from '../../random.ts'
import { workingLater } from '../pace.ts'
import { ask, type Data, holder, later, nextOf, type Play } from '../play.ts'
import { drawn } from '../weights.ts'
import { moments, walkingHours } from '../when.ts'
import { communities } from '../where.ts'
import { type CampaignCourse, campaignCourses } from './courses.ts'

const kind = 'joint-remediation'

type Span = { readonly begin: Instant; readonly end: Instant; readonly count: number }

/** Campaigns that streets begin by themselves; others follow a whistle. */
export function schedulesCampaigns(play: Play, { begin, end, count }: Span): number {
  const { random, world } = play
  const places = communities(random)
  const span = { calendar: world.calendar, from: begin, to: end - 3 * dayMs, hours: walkingHours }
  for (const at of moments(random, { ...span, count }))
    later(play, at, () => {
      const place = placeOf(world.directory, drawn(random, places).community.code)
      if (place !== undefined) begins(play, place)
    })
  return count
}

/** Some weeks of work over one area, with those who were whistled for. */
export function followsUp(play: Play, { before, after }: Step): void {
  const starts = before?.state === 'responding' && after.state === 'handling'
  if (!starts || after.fields['occasion'] !== 'enforcement') return
  if (nextOf(play, 'campaign after whistle', [true, false, false, false]))
    begins(play, after.place, after)
}

function begins(play: Play, place: Place, whistle?: RecordState): void {
  const { random, duty, now } = play
  const street = duty.unitFor('street', place)
  const today = dayOf(now)
  const days = nextOf(play, 'campaign days', [21, 12, 9, 24, 15, 7, 26])
  const units = ['城市管理局', '公安局', '市场监督管理局'].map((key) => duty.unitFor(key, place))
  const name = play.world.directory.areas.get(place.community ?? 0)?.name ?? '辖区'
  ask(play, {
    kind,
    command: 'begin',
    actor: holder(play, street, 'clerk', 'dispatcher'),
    place,
    data: {
      title: pick(random, ['夜市街集中整治', '背街小巷集中整治', '农贸市场周边集中整治']),
      aim: '占道经营、乱停车、无证照经营和环境卫生',
      spot: inventSpot(random, name.slice(0, 4), 'street'),
      startOn: today,
      endOn: addDays(today, days - 1),
      units,
      ...(whistle === undefined ? {} : { whistle: whistle.id }),
    },
  })
}

/** Signs, tasks, problems, the check, and what people say when it is over. */
export function followsCampaign(play: Play, { before, after, event }: Step): void {
  if (before?.state === after.state) return
  const course =
    play.campaigns.get(after.id) ?? nextOf<CampaignCourse>(play, 'campaign', campaignCourses)
  if (before === undefined) play.campaigns.set(after.id, course)
  const street = numberOf(after.fields, 'street') ?? 0
  if (after.state === 'underway') works(play, { record: after, street, course })
  if (after.state === 'checking') {
    hears(play, after, street)
    const hours = course === 'checksLate' ? 45 : 4 + play.random() * 20
    does(play, after, {
      at: workingLater(play.world.calendar, event.at, hours),
      by: street,
      command: 'check',
      data: { result: '问题清单逐条复查，现场秩序恢复，落实日常巡查' },
    })
  }
  if (after.state === 'closed' || after.state === 'cancelled') play.campaigns.delete(after.id)
}

type Asked = {
  readonly at: Instant
  readonly by: number
  readonly command: string
  readonly data?: Data
  readonly party?: number
  readonly states?: readonly string[]
}

function does(play: Play, { id, state }: RecordState, asked: Asked): void {
  const { at, by, command, data = {}, party, states = [state] } = asked
  later(play, at, () => {
    const now = play.city.record(id)
    if (now === undefined || !states.includes(now.state)) return
    const member = party === undefined ? undefined : now.parties.find(({ unit }) => unit === party)
    const wanted = command === 'reportDay' ? 'joined' : 'called'
    if (party !== undefined && member?.state !== wanted) return
    const actor = holder(play, by, 'clerk', 'dispatcher', 'worker')
    const role = party === undefined ? {} : { party: { role: 'department', unit: party } }
    ask(play, { kind, record: id, command, actor, data, ...role })
  })
}

function works(
  play: Play,
  { record, street, course }: { record: RecordState; street: number; course: CampaignCourse },
): void {
  const { random, world } = play
  const { place, fields } = record
  const at = play.now
  const first = textOf(fields, 'startOn') ?? dayOf(at)
  const length = numberOf(fields, 'days') ?? 1
  const on = (days: number, hour: number) => startOfDay(addDays(first, days)) + hour * hourMs
  if (course === 'cancelled') {
    const data = { reason: '与区级专项合并' }
    does(play, record, { at: on(2, 10), by: street, command: 'cancel', data })
  }
  takePart(play, { record, street, course })
  const called = play.duty.unitFor('交通警察支队', place)
  if (length > 6)
    does(play, record, { at: on(3, 9.5), by: street, command: 'call', data: { units: [called] } })
  const shortName = (world.directory.areas.get(place.community ?? 0)?.name ?? '辖区').slice(0, 4)
  for (let entry = 0; entry < between(random, 2, 5); entry += 1) {
    const spot = inventSpot(random, shortName, 'street')
    const day = 1 + (entry % Math.max(length - 2, 1))
    const listed = { spot, words: pick(random, ['占道经营', '乱停车', '油污未清', '证照不全']) }
    does(play, record, { at: on(day, 11), by: street, command: 'listProblem', data: listed })
    const solved = { at: on(day, 17), by: street, command: 'solveProblem' }
    if (random() < 0.8) does(play, record, { ...solved, data: { spot, words: '已整改到位' } })
  }
  if (course === 'moved') {
    const data = { endOn: addDays(first, length + 2), reason: '夜间还有反弹，延长三天' }
    does(play, record, {
      at: on(Math.max(length - 2, 0), 15),
      by: street,
      command: 'reschedule',
      data,
    })
  }
}

/** Each signs or declines, gets its tasks of the day and writes down what it did. */
function takePart(
  play: Play,
  { record, street, course }: { record: RecordState; street: number; course: CampaignCourse },
): void {
  const { random, world } = play
  const at = play.now
  const first = textOf(record.fields, 'startOn') ?? dayOf(at)
  const length = numberOf(record.fields, 'days') ?? 1
  const on = (days: number, hour: number) => startOfDay(addDays(first, days)) + hour * hourMs
  for (const [index, { unit }] of record.parties.entries()) {
    const declines = course === 'declines' && index === 2
    const hours = course === 'signsLate' && index === 1 ? 10 : 0.5 + random() * 5
    does(play, record, {
      at: workingLater(world.calendar, at, hours),
      by: unit,
      party: unit,
      command: declines ? 'decline' : 'sign',
      ...(declines ? { data: { reason: '当前全部力量在防汛' } } : {}),
    })
    if (declines) continue
    for (const day of [2, 5]) {
      if (day >= length) continue
      const when = addDays(first, day)
      const task = {
        unit,
        day: when,
        task: pick(random, ['早晚高峰值守', '逐户检查证照', '清理占道']),
      }
      does(play, record, { at: on(day - 1, 16), by: street, command: 'setTask', data: task })
      const words = pick(random, ['检查 12 户，整改 9 户', '劝离摊贩 8 处', '拖移车辆 6 台'])
      const report = { by: unit, party: unit, command: 'reportDay', data: { day: when, words } }
      does(play, record, { at: on(day, 18.5), ...report })
    }
  }
}

/** Residents and shops answer after the last day: most by the link, some through the community. */
function hears(play: Play, record: RecordState, street: number): void {
  const { random } = play
  const last = startOfDay(addDays(textOf(record.fields, 'endOn') ?? '', 1))
  const views = ['better', 'better', 'better', 'some', 'some', 'same'] as const
  const states = ['checking', 'hearing']
  const said = (command: string, data: Data, by: 'link' | 'street') => {
    const at = last + (9 + random() * 60) * hourMs
    if (by === 'street') return does(play, record, { at, by: street, command, data, states })
    later(play, at, () => {
      if (!states.includes(play.city.record(record.id)?.state ?? '')) return
      const actor = { by: 'link', record: record.id } as const
      ask(play, { kind, record: record.id, command, actor, data })
    })
  }
  for (let n = between(random, 4, 9); n > 0; n -= 1)
    said('residentSays', { residentView: pick(random, views) }, random() < 0.7 ? 'link' : 'street')
  for (let n = between(random, 3, 7); n > 0; n -= 1)
    said('shopSays', { shopView: pick(random, views) }, random() < 0.6 ? 'link' : 'street')
}
