import { placeOf } from '../../../../kernel/directory.ts'
import { numberOf } from '../../../../kernel/field.ts'
import type { RecordState } from '../../../../kernel/record.ts'
import type { Step } from '../../../../kernel/rehearsal.ts'
import { addDays, dayOf, hourMs, type Instant, startOfDay } from '../../../../kernel/time.ts'
import { parameterAt } from '../../../../kernel/world.ts'
import { pick } from '../../random.ts'
import { workingLater } from '../pace.ts'
import { ask, type Data, holder, later, nextOf, type Play } from '../play.ts'
import { type DemandCourse, demandCourses } from './courses.ts'

type Does = (hours: number, command: string, data: (now: RecordState) => Data) => void

/** Each month on its third day: what was asked for most in the month before is proposed, once for
 *  the city, and once each for the district and the street where one kind stood highest. */
export function schedulesProjects(
  play: Play,
  { begin, end }: { begin: Instant; end: Instant },
): void {
  let first = nextMonth(nextMonth(`${dayOf(begin).slice(0, 7)}-01`))
  while (startOfDay(first) < end) {
    const day = first
    later(play, startOfDay(addDays(day, 2)) + 10 * hourMs, () => proposes(play, day))
    first = nextMonth(first)
  }
}

function proposes(play: Play, first: string): void {
  const { directory } = play.world
  const to = addDays(first, -1)
  const month = to.slice(0, 7)
  const below = (areas: readonly number[]) =>
    areas.flatMap((area) => (directory.children.get(area) ?? []).map(({ code }) => code))
  const districts = below([directory.city])
  const chosen = [
    directory.city,
    directory.city,
    ...play.ledger.highest(districts, month).slice(0, 2),
    ...play.ledger.highest(below(districts), month).slice(0, 1),
  ]
  const threshold = parameterAt(play.world, 'demand.threshold', play.now)?.value
  for (const area of chosen) {
    const top = play.ledger.top(area, month, play.demands)
    const place = placeOf(directory, area)
    if (top === undefined || place === undefined || top.count < Number(threshold ?? 1)) continue
    play.demands.add(`${area}|${top.category}`)
    const isStreet = place.street !== undefined
    const desk = place.district === undefined ? 'city-hotline' : 'district-centre'
    const by = play.duty.unitFor(isStreet ? 'street' : desk, place)
    ask(play, {
      kind: 'frequent-demand-project',
      command: 'propose',
      actor: holder(play, by, 'dispatcher', 'head'),
      place,
      data: {
        title: `${month.slice(5)}月高频诉求治理`,
        category: top.category,
        from: `${month}-01`,
        to,
        leader: play.duty.unitFor(isStreet ? 'street' : 'committee', place),
      },
    })
  }
}

/** The secretary takes it on, sets the plan, and signs it off when fewer have asked for the same. */
export function followsProject(play: Play, { before, after, event }: Step): void {
  if (before?.state === after.state) return
  const { random, world } = play
  const { id, state } = after
  const known = play.projects.get(id) ?? nextOf<DemandCourse>(play, 'demand', demandCourses)
  play.projects.set(id, known)
  const working = (hours: number) => workingLater(world.calendar, event.at, hours)
  const does: Does = (hours, command, data) =>
    later(play, working(hours), () => {
      const now = play.city.record(id)
      if (now?.state !== state) return
      const actor = holder(play, numberOf(now.fields, 'leader') ?? 0, 'secretary')
      ask(play, { kind: 'frequent-demand-project', record: id, command, actor, data: data(now) })
    })
  if (state === 'proposed') {
    const hours = known === 'takesLate' ? 84 : 2 + random() * 30
    if (known === 'declined') does(hours, 'decline', () => ({ reason: '已有市级专项在治理' }))
    else does(hours, 'takeOn', () => ({}))
  }
  if (state === 'takenOn')
    does(known === 'plansLate' ? 165 : 4 + random() * 40, 'setPlan', (now) => planned(play, now))
  if (state === 'underway') {
    const lead = numberOf(after.fields, 'lead') ?? 0
    for (const hours of [20, 60])
      later(play, working(hours + random() * 20), () => {
        if (play.city.record(id)?.state !== 'underway') return
        const actor = holder(play, lead, 'clerk', 'dispatcher')
        const data = { words: pick(random, PROGRESS) }
        ask(play, { kind: 'frequent-demand-project', record: id, command: 'progress', actor, data })
      })
  }
  if (state === 'measured') ends(play, after, { course: known, does })
}

function ends(
  play: Play,
  record: RecordState,
  { course, does }: { readonly course: DemandCourse; readonly does: Does },
): void {
  const { before, after, rounds } = record.fields
  const fell = Number(after) < Number(before)
  const hours = course === 'closesLate' ? 84 : 6
  if (course === 'givenUp') does(hours, 'giveUp', () => ({ endReason: '转入全市专项统一治理' }))
  else if (fell && (course !== 'again' || Number(rounds) > 1))
    does(hours, 'close', () => ({ result: '同类诉求比治理前下降，长效办法已写入街道工作' }))
  else if (Number(rounds) < 2)
    does(hours, 'again', ({ fields }) => ({ ...planFor(play.now), lead: fields['lead'] ?? null }))
  else does(hours, 'giveUp', () => ({ endReason: '两轮治理未见下降，提请上一级统筹' }))
}

function planned(play: Play, { place }: RecordState): Data {
  return { ...planFor(play.now), lead: play.duty.unitFor('城市管理局', place) }
}

/** Compared is the whole month after this one. */
function planFor(at: Instant): Data {
  const compareFrom = nextMonth(`${dayOf(at).slice(0, 7)}-01`)
  return {
    plan: '排查点位、分类施策：能当场改的当场改，涉及设施的列入计划，每周调度。',
    compareFrom,
    compareTo: addDays(nextMonth(compareFrom), -1),
  }
}

function nextMonth(first: string): string {
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7))
  const month = String((months % 12) + 1).padStart(2, '0')
  return `${Math.floor(months / 12)}-${month}-01`
}

const PROGRESS = [
  '点位排查完成，列出清单，已整改一半',
  '与权属单位商定改造时间，先行临时措施',
  '每周调度一次，新增同类诉求在减少',
]
