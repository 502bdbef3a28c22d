import { isUnderUnit } from '../../../kernel/directory.ts'
import { numberOf } from '../../../kernel/field.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { hourMs, type Instant, minuteMs } from '../../../kernel/time.ts'
import { departments } from '../departments.ts'
import { FINDINGS } from '../answer-sentences.ts'
import { pick } from '../random.ts'
import { leadOf } from './seats.ts'
import { workingLater } from './pace.ts'
import type { Case } from './lives.ts'
import { ask, type Data, does, holder, later, type Play, standing } from './play.ts'

type Span = { readonly at: Instant; readonly due: Instant }
type Called = { readonly role: string; readonly unit: number }

/** A street has its offices and communities, and any lead has the departments that the item names. */
export function callsParties(play: Play, kase: Case, { at, due }: Span): void {
  const { visit, place, matter } = kase
  const { random, duty } = play
  const record = play.city.record(kase.id)
  if (record === undefined) return
  const lead = leadOf(record)
  const byStreet = lead === duty.unitFor('street', place)
  const { calls } = kase.traits
  const calling = (role: 'office' | 'assist' | 'co', share: number) =>
    calls === undefined ? random() < share : calls.includes(role)
  const office =
    byStreet && calling('office', 0.5) ? duty.officeFor(matter.listed.item, place) : undefined
  const community = byStreet && calling('assist', 0.22) ? duty.communityFor(place) : undefined
  const others = matter.listed.item.cooperating.filter((key) => key !== matter.lead)
  const asksOther = others.length > 0 && calling('co', byStreet ? 0.16 : 0.34)
  const other = asksOther ? duty.unitFor(otherOf(play, others), place) : undefined
  const call = (command: string, field: string, called: Called | undefined) => {
    if (called === undefined || called.unit === lead || isComplained(play, record, called.unit))
      return
    later(play, callMoment(play, kase, { at, due }), () => {
      const now = standing(play, kase, visit)
      if (now?.state !== 'handling' || now.parties.some(({ unit }) => unit === called.unit)) return
      const task = pick(random, TASKS)
      const actor = holder(play, lead, 'dispatcher', 'clerk')
      const data: Data = { [field]: called.unit, task }
      if (does(play, kase, { command, actor, data })) works(play, kase, { called, due })
    })
  }
  call(
    'passToOffice',
    'office',
    office === undefined ? undefined : { role: 'office', unit: office },
  )
  call(
    'askCommunity',
    'community',
    community === undefined ? undefined : { role: 'assist', unit: community },
  )
  call(
    'callDepartment',
    'department',
    other === undefined ? undefined : { role: 'co', unit: other },
  )
}

/** Who does not come to an end is let go, so that the lead can answer. */
export function releasesParties(play: Play, kase: Case, record: RecordState): void {
  const actor = holder(play, leadOf(record), 'dispatcher', 'clerk')
  for (const { role, unit, state } of record.parties) {
    if (role !== 'co' || state === 'done' || state === 'declined') continue
    const reason = pick(play.random, ['职责部分已由本单位完成', '现场核实后无需该部门参与'])
    does(play, kase, { command: 'releaseDepartment', actor, data: { unit, reason } })
  }
}

/** Joins, and finishes or declines: mostly within the time it was given. */
function works(
  play: Play,
  kase: Case,
  { called, due }: { readonly called: Called; readonly due: Instant },
): void {
  if (kase.traits.calls !== undefined) return
  const { random, world } = play
  const at = play.now
  const left = Math.max(due - at, hourMs)
  const fast = kase.traits.quick === true || left < 30 * hourMs
  const joined = fast
    ? at + (4 + random() * 10) * minuteMs
    : workingLater(world.calendar, at, 0.2 + random() * 4)
  const late = random() < 0.05
  const work = late ? 20 + random() * 25 : 0.5 + random() * 9
  const finished = fast
    ? joined + (5 + random() * 20) * minuteMs
    : workingLater(world.calendar, joined, work)
  if (random() < (called.role === 'office' ? 0.02 : 0.07)) {
    later(play, joined, () => {
      const reason = pick(random, DECLINED)
      party(play, kase, { called, command: 'decline', from: ['called'], data: { reason } })
    })
    return
  }
  later(play, joined, () => party(play, kase, { called, command: 'join', from: ['called'] }))
  later(play, finished, () => {
    const result = `${pick(random, FINDINGS)}，${pick(random, RESULTS)}`
    party(play, kase, { called, command: 'finish', from: ['working'], data: { result } })
  })
}

function party(
  play: Play,
  kase: Case,
  step: { called: Called; command: string; from: readonly string[]; data?: Data },
): void {
  const { called, command, from, data } = step
  const member = play.city
    .record(kase.id)
    ?.parties.find(({ role, unit }) => role === called.role && unit === called.unit)
  if (member === undefined || !from.includes(member.state)) return
  // The matter may have ended, or moved to where its parties are not asked, in between.
  if (!play.cases.has(kase.id)) return
  ask(play, {
    kind: 'resident-appeal',
    record: kase.id,
    command,
    party: called,
    actor: holder(play, called.unit, 'clerk', 'worker', 'dispatcher'),
    ...(data === undefined ? {} : { data }),
  })
}

function otherOf(play: Play, others: readonly string[]): string {
  const known = others.filter((key) => key === 'street' || keys.has(key))
  return others.includes('street') && play.random() < 0.7 ? 'street' : pick(play.random, known)
}

const keys = new Set(departments.map(({ key }) => key))

function callMoment({ random, world }: Play, { traits, leaf }: Case, { at, due }: Span): Instant {
  if (traits.quick === true || leaf.limitClass === 'urgent')
    return at + (3 + random() * 8) * minuteMs
  const left = (due - at) / hourMs
  return left < 30
    ? at + random() * Math.max(left, 1) * 0.2 * hourMs
    : workingLater(world.calendar, at, 0.3 + random() * 6)
}

function isComplained({ world }: Play, { fields }: RecordState, unit: number): boolean {
  const complained = numberOf(fields, 'complained')
  return complained !== undefined && isUnderUnit(world.directory, unit, complained)
}

const TASKS = [
  '请到现场核实，反馈处理情况',
  '请联系责任方并督促整改',
  '请查清权属和手续，提出意见',
  '请协助做好居民沟通和解释',
  '请按职责处理其中涉及你单位的部分',
]
const DECLINED = [
  '经核实该点位不在本单位管辖范围',
  '该事项没有执法权限，请联系主管部门',
  '近期已由其他单位处理，现场没有发现所说问题',
]
const RESULTS = [
  '已当场整改',
  '已责令责任方限期整改',
  '已安排人员每日巡查',
  '已与居民沟通，居民表示认可',
  '相关材料已转主办单位',
]
