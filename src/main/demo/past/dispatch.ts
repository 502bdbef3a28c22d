import { hourMs, type Instant, minuteMs } from '../../../kernel/time.ts'
import { returnReason } from '../answers.ts'
import { pick } from '../random.ts'
import { type Matter, wrongLead } from './duty-book.ts'
import { deskOf, leadOf } from './seats.ts'
import { awake, hoursBetween, workingLater } from './pace.ts'
import type { Case } from './lives.ts'
import { type Data, does, holder, later, type Play, standing } from './play.ts'

/** Whom the duty list names, or whom a ruling named in a like case. */
export function dispatchData(play: Play, kase: Case): Data {
  const { duty, random } = play
  const { leaf, place } = kase
  const precedent = duty.precedents.get(`${leaf.code}|${place.district}`)
  const usesIt = precedent !== undefined && random() < 0.8
  const { listed, lead }: Matter = usesIt ? precedent.matter : kase.matter
  return {
    lead: duty.unitFor(lead, place),
    category: leaf.code,
    limitClass: leaf.limitClass,
    dutyItem: listed.id,
    ...(usesIt ? { precedent: precedent.id } : {}),
  }
}

/** In haste: to a unit that will have reason to return it, and by no item. */
export function wrongDispatchData(play: Play, kase: Case): Data {
  const { leaf, place, matter } = kase
  const lead = play.duty.unitFor(wrongLead(play.random, matter.lead), place)
  return { lead, category: leaf.code, limitClass: leaf.limitClass }
}

/** 派: signed, returned or recalled. */
export function entersDispatched(play: Play, kase: Case, at: Instant): void {
  const { visit, traits } = kase
  const { random } = play
  const first = play.city.record(kase.id)?.fields['ruled'] !== true
  if (traits.recalled && visit === 2 && kase.returnsLeft === 0 && traits.quick !== true) {
    later(play, at + (4 + random() * 15) * minuteMs, () => recalls(play, kase, visit))
    return
  }
  if (first && kase.returnsLeft > 0 && (traits.quick === true || random() < 0.4)) {
    later(play, returnMoment(play, kase, at), () => returns(play, kase, visit))
    return
  }
  later(play, signMoment(play, kase, at), () => {
    const record = standing(play, kase, visit)
    if (record === undefined) return
    const actor = holder(play, leadOf(record), 'dispatcher', 'clerk')
    does(play, kase, { command: 'sign', actor })
  })
}

/** Gives it back while that is still possible, citing the item that is another's. */
export function returns(play: Play, kase: Case, visit: number): boolean {
  const record = standing(play, kase, visit)
  const open = record?.clocks['returnWindow']?.stages.some((stage) => !stage.fired) === true
  if (record === undefined || !open || record.fields['ruled'] === true) return false
  kase.returnsLeft -= 1
  const { listed } = kase.matter
  const street = play.duty.nameOf(play.duty.unitFor('street', kase.place))
  return does(play, kase, {
    command: 'return',
    actor: holder(play, leadOf(record), 'dispatcher', 'clerk'),
    data: { dutyItem: listed.id, reason: returnReason(play.random, listed.item, street) },
  })
}

/** The desk sends it on, or back to where it came from. */
export function entersReturned(play: Play, kase: Case, at: Instant): void {
  const { visit, traits } = kase
  const { random, world } = play
  const late = random() < 0.08
  const hours = late ? 4.5 + random() * 5 : hoursBetween(random, 0.2, 3.6)
  const moment =
    traits.quick === true ? at + 10 * minuteMs : workingLater(world.calendar, at, hours)
  later(play, moment, () => {
    const record = standing(play, kase, visit)
    if (record === undefined) return
    const actor = holder(play, deskOf(record), 'dispatcher', 'agent')
    const right = record.fields['lead'] === play.duty.unitFor(kase.matter.lead, kase.place)
    if (kase.returnsLeft === 0 && (right || random() < 0.2)) {
      const reason = pick(random, REJECTIONS)
      does(play, kase, { command: 'rejectReturn', actor, data: { reason } })
      return
    }
    const data = kase.returnsLeft > 0 ? wrongDispatchData(play, kase) : dispatchData(play, kase)
    does(play, kase, { command: 'redispatch', actor, data })
  })
}

export function returnMoment({ random, world }: Play, kase: Case, at: Instant): Instant {
  return kase.traits.quick === true
    ? at + 12 * minuteMs
    : workingLater(world.calendar, at, 0.2 + random() * 2.4)
}

const REJECTIONS = [
  '经核对履职清单，该事项由你单位主办，请继续办理。',
  '属地管理责任在你单位，涉及其他部门的可请其协办。',
  '退单依据与反映内容不符，请先到现场核实。',
]

function recalls(play: Play, kase: Case, visit: number): void {
  const record = standing(play, kase, visit)
  if (record === undefined) return
  does(play, kase, {
    command: 'recall',
    actor: holder(play, deskOf(record), 'dispatcher', 'agent'),
  })
}

function signMoment({ random, world }: Play, { leaf, traits }: Case, at: Instant): Instant {
  if (traits.quick === true || leaf.limitClass === 'urgent')
    return at + (4 + random() * 14) * minuteMs
  if (traits.signLate) return workingLater(world.calendar, at, 9 + random() * 10)
  if (leaf.limitClass === 'utility') return at + (10 + random() * 70) * minuteMs
  // Somebody is on duty most evenings and weekends.
  if (random() < 0.9) return awake(random, at + hoursBetween(random, 0.1, 3) * hourMs)
  return workingLater(world.calendar, at, hoursBetween(random, 0.1, 5))
}
