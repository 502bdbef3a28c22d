import type { Party, RecordState } from '../../../../kernel/record.ts'
import type { Step } from '../../../../kernel/rehearsal.ts'
import { addDays, dayOf, hourMs, type Instant, minuteMs } from '../../../../kernel/time.ts'
import { numberOf, textOf } from '../../../../kernel/field.ts'
import { pick } from '../../random.ts'
import { workingLater } from '../pace.ts'
import type { Play } from '../play.ts'
import type { Blown } from '../lives.ts'
import { asks, blownOf, plans, soon } from './blow.ts'
import { entersPart, joins } from './parts.ts'
import { supervises } from './supervision.ts'
import { BACK, PLAN, RESULT, WORDS } from './words.ts'

const open = ['responding', 'handling']

/** Whoever has to act after a step of a whistle takes up their part. */
export function followsWhistle(play: Play, { before, after, event }: Step): void {
  const { at } = event
  if (before === undefined) {
    const fresh = blownOf(play, after)
    play.blown.set(after.id, fresh)
    const appeal = textOf(after.fields, 'appeal')
    if (appeal !== undefined) play.whistled.add(appeal)
    begins(play, fresh, { record: after, at })
  }
  const blown = play.blown.get(after.id)
  if (blown === undefined) return
  for (const party of after.parties) {
    const was = before?.parties.find((one) => one.unit === party.unit && one.role === party.role)
    if (was === undefined) joins(play, blown, { party, at })
    else if (was.state !== party.state) entersPart(play, blown, { party, record: after, at })
  }
  supervises(play, blown, { event, record: after })
  if (before !== undefined && before.state !== after.state) enters(play, blown, { after, at })
  if (event.party !== undefined || event.type === 'LeadNamed') handsIn(play, blown, at)
}

function begins(
  play: Play,
  blown: Blown,
  { record, at }: { readonly record: RecordState; readonly at: Instant },
): void {
  const { course, street } = blown
  const { random, world } = play
  const lead = numberOf(record.fields, 'lead') ?? street
  const working = (hours: number) => workingLater(world.calendar, at, hours)
  if (course.stop !== undefined) return
  if (course.cancelled === true) {
    plans({ play, blown, at: at + (2 + random() * 4) * minuteMs, states: ['responding'] }, () => {
      asks(play, blown, {
        command: 'cancel',
        unit: street,
        data: { reason: '问题已由街道当场解决' },
      })
    })
    return
  }
  if (course.planned === true || blown.occasion === 'keyWork')
    plans({ play, blown, at: working(3 + random() * 8), states: open }, (now) => {
      const isLead = numberOf(now.fields, 'lead') === lead && random() < 0.5
      const planDueOn = addDays(dayOf(play.now), 12)
      const dated = blown.occasion === 'keyWork' ? { planDueOn } : {}
      const data = { plan: PLAN, ...dated }
      asks(play, blown, { command: 'setPlan', unit: isLead ? lead : street, data })
    })
  if (course.callsMore === true)
    plans({ play, blown, at: working(4 + random() * 6), states: open }, (now) => {
      const unit = play.duty.unitFor('卫生健康局', blown.place)
      if (now.parties.some((party) => party.unit === unit)) return
      asks(play, blown, { command: 'call', unit: street, data: { called: [unit] } })
    })
  if (random() < 0.4)
    plans({ play, blown, at: working(6 + random() * 12), states: open }, (now) => {
      const taking = now.parties.filter(({ state }) => ['arrived', 'done'].includes(state))
      const unit = taking.length === 0 ? street : pick(random, taking).unit
      asks(play, blown, { command: 'progress', unit, data: { words: pick(random, WORDS) } })
    })
  if (random() < 0.12)
    plans({ play, blown, at: working(9 + random() * 9), states: open }, () => {
      asks(play, blown, { command: 'nudge', unit: street, data: { words: '请抓紧推进' } })
    })
}

function enters(
  play: Play,
  blown: Blown,
  { after, at }: { readonly after: RecordState; readonly at: Instant },
): void {
  const { course, street } = blown
  const { random, world } = play
  if (after.state === 'handling' && numberOf(after.fields, 'sentBack') !== undefined)
    handsIn(play, blown, at)
  if (after.state === 'closed' || after.state === 'cancelled') {
    play.blown.delete(after.id)
    play.whistled.delete(textOf(after.fields, 'appeal') ?? '')
    if (course.stop === 'judging') play.unjudged.add(after.id)
    return
  }
  if (after.state !== 'accepting' || course.stop === 'accepting') return
  const due = after.clocks['handling']?.stages.find(({ fired }) => !fired)?.due
  const passes = course.limitPasses === true && due !== undefined && due > at
  const slow = course.acceptsLate === true || passes
  const hours = slow ? 17 + random() * 8 : 0.5 + random() * 8
  const moment = passes
    ? Math.max(due + hourMs, workingLater(world.calendar, at, 1))
    : soon(play, blown, { at, hours })
  plans({ play, blown, at: moment, states: ['accepting'] }, () => {
    if (blown.sendsBackLeft > 0) {
      blown.sendsBackLeft -= 1
      const data = { reason: pick(random, BACK) }
      asks(play, blown, { command: 'sendBack', unit: street, data })
    } else asks(play, blown, { command: 'accept', unit: street })
  })
}

/** The lead hands in once everybody still expected has done their part. */
function handsIn(play: Play, blown: Blown, at: Instant): void {
  const { random } = play
  const ready = (now: RecordState) => {
    const expected = now.parties.filter(({ state }) => state !== 'released')
    return now.state === 'handling' && expected.length > 0 && expected.every(isDone)
  }
  const record = play.city.record(blown.id)
  if (record === undefined || !ready(record)) return
  const moment = submission(play, blown, { record, at, hours: 0.3 + random() * 5 })
  plans({ play, blown, at: moment, states: ['handling'] }, (now) => {
    const unit = numberOf(now.fields, 'lead')
    if (unit === undefined || !ready(now)) return
    asks(play, blown, { command: 'submit', unit, data: { result: pick(random, RESULT) } })
  })
}

/** Shortly before the limit where that is to pass while the street looks at it. */
function submission(
  play: Play,
  blown: Blown,
  { record, at, hours }: { record: RecordState; at: Instant; hours: number },
): Instant {
  const due = record.clocks['handling']?.stages.find(({ fired }) => !fired)?.due
  if (blown.course.limitPasses === true && due !== undefined && due - at > 2 * hourMs)
    return due - hourMs
  return soon(play, blown, { at, hours })
}

function isDone({ state }: Party): boolean {
  return state === 'done'
}
