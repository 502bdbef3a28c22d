import { numberOf } from '../../../../kernel/field.ts'
import type { EventRecord, RecordState } from '../../../../kernel/record.ts'
import type { Step } from '../../../../kernel/rehearsal.ts'
import type { Instant } from '../../../../kernel/time.ts'
import { pick } from '../../random.ts'
import { workingLater } from '../pace.ts'
import { ask, type Data, holder, later, nextOf, type Play } from '../play.ts'
import type { Blown } from '../lives.ts'
import { asks, plans } from './blow.ts'
import { supervisionCourses } from './manners.ts'
import { ORDERED, REPLIES } from './words.ts'

/** A street presses a department that ran late, once in a while. */
export function supervises(
  play: Play,
  blown: Blown,
  { event, record }: { readonly event: EventRecord; readonly record: RecordState },
): void {
  const { party, type, at } = event
  const isLate = type === 'DepartmentRanLate' || type === 'DepartmentArrivedLate'
  if (party === undefined || !isLate || blown.course.stop !== undefined) return
  if (blown.pressed.has(party.unit)) return
  if (nextOf(play, 'presses', [true, false, false]) === false) return
  blown.pressed.add(party.unit)
  const states = record.state === 'responding' ? ['responding', 'handling'] : ['handling']
  plans({ play, blown, at: workingLater(play.world.calendar, at, 0.5), states }, (now) => {
    const own = now.parties.find(({ unit, role }) => unit === party.unit && role === party.role)
    if (own === undefined || own.state === 'released') return
    const data = { unit: party.unit, matter: ORDERED }
    asks(play, blown, { command: 'supervise', unit: blown.street, data })
  })
}

/** An appeal that a department let run late is pressed by the street of its place. */
export function supervisesAppeal(play: Play, { after, event }: Step): void {
  if (event.type !== 'RanLate' || after.place.street === undefined) return
  const lead = numberOf(after.fields, 'lead')
  const isDepartment = play.world.directory.units.get(lead ?? 0)?.type === 'department'
  if (!isDepartment || nextOf(play, 'presses appeals', PRESSES) === false) return
  const street = play.duty.unitFor('street', after.place)
  const actor = () => holder(play, street, 'dispatcher', 'clerk')
  later(play, workingLater(play.world.calendar, event.at, 1), () => {
    const now = play.city.record(after.id)
    if (now === undefined || numberOf(now.fields, 'lead') !== lead) return
    if (now.fields['complained'] !== undefined) return
    const data: Data = { appeal: after.id, unit: lead ?? 0, matter: ORDERED, title: '诉求超时督办' }
    const line = { kind: 'supervision-order', command: 'order', place: after.place }
    ask(play, { ...line, actor: actor(), data })
  })
}

const PRESSES: readonly [boolean, ...boolean[]] = [true, ...Array.from({ length: 24 }, () => false)]

/** The department signs and replies, whoever oversees it verifies; some of it late. */
export function followsSupervision(play: Play, { before, after, event }: Step): void {
  const { at, type } = event
  if (before === undefined) play.presses.set(after.id, nextOf(play, 'pressed', supervisionCourses))
  const course = play.presses.get(after.id)
  if (course === undefined) return
  const { random, world } = play
  const unit = numberOf(after.fields, 'unit') ?? 0
  const does = (
    moment: Instant,
    from: string,
    what: { by: number; command: string; data?: Data },
  ) =>
    later(play, moment, () => {
      if (play.city.record(after.id)?.state !== from) return
      const { command, by, data = {} } = what
      const actor = holder(play, by, 'clerk', 'supervisor', 'dispatcher')
      ask(play, { kind: 'supervision-order', record: after.id, command, actor, data })
    })
  const working = (hours: number) => workingLater(world.calendar, at, hours)
  const replies = (hours: number) =>
    does(working(hours), 'signed', {
      by: unit,
      command: 'reply',
      data: { reply: pick(random, REPLIES) },
    })
  if (type === 'SupervisionEscalated') {
    const climbs = course === 'escalatesTwice' && after.fields['level'] === 'district'
    if (!climbs && after.state === 'signed') replies(2 + random() * 8)
    return
  }
  if (before?.state === after.state) return
  if (after.state === 'issued')
    does(working(course === 'signsLate' ? 9 + random() * 6 : 0.5 + random() * 5), 'issued', {
      by: unit,
      command: 'sign',
    })
  if (after.state === 'signed' && !course.startsWith('escalates')) replies(2 + random() * 9)
  if (after.state !== 'replied') {
    if (after.state === 'closed') play.presses.delete(after.id)
    return
  }
  const overseer = numberOf(after.fields, 'overseer') ?? 0
  const hours = course === 'verifiedLate' ? 26 + random() * 6 : 1 + random() * 12
  if (course === 'renewed') {
    play.presses.set(after.id, 'plain')
    const data = { reason: '没有写明完成时间' }
    does(working(hours), 'replied', { by: overseer, command: 'again', data })
  } else does(working(hours), 'replied', { by: overseer, command: 'close' })
}
