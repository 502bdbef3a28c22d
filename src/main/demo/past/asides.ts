import type { Role } from '../../../kernel/actor.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { addDays, dayOf, hourMs, type Instant } from '../../../kernel/time.ts'
import { INTERNAL_NOTES, NUDGES } from '../answer-sentences.ts'
import { between, pick } from '../random.ts'
import { deskOf, leadOf, supervisorOf } from './seats.ts'
import { withdraws } from './intake.ts'
import { awake, workingLater } from './pace.ts'
import type { Case } from './lives.ts'
import { type Data, does, holder, later, type Play, reporterOf, standing } from './play.ts'

/** What is noted, urged, added and corrected while an appeal is handled. */
export function asides(play: Play, kase: Case, at: Instant): void {
  const { visit, hasContact, leaf } = kase
  const { random } = play
  if (kase.traits.instructed !== undefined)
    later(play, at + hourMs / 2, () => {
      const record = standing(play, kase, visit)
      if (record?.state === 'handling') instructs(play, kase, record)
    })
  if (kase.traits.quick === true) return
  const due = play.city.record(kase.id)?.clocks['limit']?.stages[0]?.due ?? at
  const span = Math.max(due - at, hourMs)
  const maybe = (share: number, act: (record: RecordState) => void, upTo = 0.8) => {
    if (random() >= share) return
    later(play, awake(random, at + random() * upTo * span), () => {
      const record = standing(play, kase, visit)
      if (record?.state === 'handling') act(record)
    })
  }
  maybe(0.22, (record) => notes(play, kase, record))
  maybe(0.05, () => adds(play, kase))
  maybe(hasContact ? 0.03 : 0, () => does(play, kase, { command: 'urge', actor: reporterOf(kase) }))
  maybe(hasContact ? 0.006 : 0, () => rewrites(play, kase))
  maybe(0.012, (record) => corrects(play, kase, record))
  maybe(0.007, (record) => instructs(play, kase, record))
  if (hasContact) maybe(0.006, () => withdraws(play, kase, visit))
  if (leaf.limitClass === 'urgent') return
  later(play, workingLater(play.world.calendar, at + span * 0.86, 0.05), () =>
    nudges(play, kase, visit),
  )
  later(play, workingLater(play.world.calendar, due, 2 + random() * 8), () =>
    nudges(play, kase, visit),
  )
}

function notes(play: Play, kase: Case, record: RecordState): void {
  const words = pick(play.random, INTERNAL_NOTES)
  const actor = holder(play, leadOf(record), 'clerk', 'head')
  does(play, kase, { command: 'note', actor, data: { words } })
}

function adds(play: Play, kase: Case): void {
  const record = play.city.record(kase.id)
  if (record === undefined) return
  const actor =
    kase.hasContact && play.random() < 0.7
      ? reporterOf(kase)
      : holder(play, deskOf(record), 'agent', 'dispatcher')
  does(play, kase, { command: 'supplement', actor, data: { words: pick(play.random, ADDED) } })
}

function rewrites(play: Play, kase: Case): void {
  const detail = `${kase.text.detail}（更正：位置以${kase.text.spot}为准。）`
  does(play, kase, { command: 'rewrite', actor: reporterOf(kase), data: { detail } })
}

/** A class too narrow, or a place told imprecisely. */
function corrects(play: Play, kase: Case, record: RecordState): void {
  const { random } = play
  const general = kase.leaf.limitClass === 'general' && record.fields['extension'] === undefined
  const data: Data =
    general && random() < 0.6
      ? { limitClass: 'complex', reason: '涉及多个部门和产权手续，按复杂疑难办理' }
      : { spot: `${kase.text.spot}附近`, reason: '经现场核实更正具体位置' }
  const actor =
    random() < 0.5
      ? holder(play, deskOf(record), 'dispatcher', 'agent')
      : holder(play, supervisorOf(play, kase), 'supervisor')
  does(play, kase, { command: 'correct', actor, data })
}

function instructs(play: Play, kase: Case, record: RecordState): void {
  const { random, duty } = play
  const lead = leadOf(record)
  const street = duty.unitFor('street', kase.place)
  // A street's leader instructs the street only; the district's leader whoever leads.
  const from = lead === street && random() < 0.4 ? street : duty.unitFor('committee', kase.place)
  does(play, kase, {
    command: 'instruct',
    actor: holder(play, from, 'leader'),
    data: {
      instruction: pick(random, INSTRUCTIONS),
      unit: lead,
      dueOn: addDays(dayOf(play.now), between(random, 2, 8)),
    },
  })
}

/** Whoever has not answered when most of the time is gone is nudged, now and then. */
function nudges(play: Play, kase: Case, visit: number): void {
  const record = standing(play, kase, visit)
  const { random } = play
  if (record?.state !== 'handling' || random() < 0.65) return
  const role: Role = random() < 0.7 ? 'dispatcher' : 'supervisor'
  const unit = role === 'supervisor' ? supervisorOf(play, kase) : deskOf(record)
  const actor = holder(play, unit, role, 'agent')
  does(play, kase, { command: 'nudge', actor, data: { words: pick(random, NUDGES) } })
}

const ADDED = [
  '补充一下，主要在晚上八点以后。',
  '今天又看了一次，情况比之前严重。',
  '旁边还有一处同样的问题，请一起看。',
  '有邻居愿意一起说明情况，可以联系我安排。',
]
const INSTRUCTIONS = [
  '群众反映集中，请尽快到现场解决并反馈。',
  '请查清原因，拿出长期管用的办法。',
  '同类问题请一并排查，结果报我。',
  '请主要负责人牵头，主动与反映人沟通。',
]
