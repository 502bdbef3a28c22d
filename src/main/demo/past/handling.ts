import { hourMs, type Instant, minuteMs } from '../../../kernel/time.ts'
import { publicAnswer } from '../answers.ts'
import { INTERNAL_NOTES } from '../answer-sentences.ts'
import { pick } from '../random.ts'
import { contacts, hasSpoken, spokenBefore } from './contacting.ts'
import { returnMoment, returns } from './dispatch.ts'
import { leadOf } from './seats.ts'
import { deferrals } from './deferring.ts'
import { workingLater } from './pace.ts'
import { callsParties, releasesParties } from './parties.ts'
import type { Case } from './lives.ts'
import { does, holder, later, type Play, standing } from './play.ts'
import { asides } from './asides.ts'
import { whistlesFor } from './whistle/begins.ts'

/** 办: contact first, handle with others, answer last. */
export function entersHandling(play: Play, kase: Case, at: Instant): void {
  const { visit } = kase
  const { random } = play
  const record = play.city.record(kase.id)
  if (record === undefined) return
  const again = record.fields['reopenings'] !== undefined
  if (!again && kase.returnsLeft > 0 && record.fields['ruled'] !== true) {
    later(play, returnMoment(play, kase, at), () => {
      if (!returns(play, kase, visit)) worksOn(play, kase, at)
    })
    return
  }
  if (random() < 0.22) later(play, at + random() * 20 * minuteMs, () => takes(play, kase, visit))
  worksOn(play, kase, at)
}

function worksOn(play: Play, kase: Case, at: Instant): void {
  const { visit } = kase
  const record = standing(play, kase, visit)
  if (record === undefined) return
  if (!spokenBefore(record)) contacts(play, kase, at)
  asides(play, kase, at)
  const due = record.clocks['limit']?.stages[0]?.due ?? at + 24 * hourMs
  if (record.parties.length === 0) callsParties(play, kase, { at, due })
  deferrals(play, kase, { at, due })
  const { stopAt } = kase.traits
  if (stopAt === undefined && kase.traits.quick !== true) whistlesFor(play, record, at)
  if (stopAt === 'handling' || (stopAt === 'reopened' && record.fields['reopenings'] !== undefined))
    return
  later(play, answerMoment(play, kase, { at, due }), () => answers(play, kase, { visit, tries: 0 }))
}

/** Answers once all that must come before is done. */
function answers(
  play: Play,
  kase: Case,
  { visit, tries }: { readonly visit: number; readonly tries: number },
): void {
  const record = standing(play, kase, visit)
  if (record === undefined) return
  const waits = (hours: number) =>
    later(
      play,
      kase.traits.quick === true
        ? play.now + 10 * minuteMs
        : workingLater(play.world.calendar, play.now, hours),
      () => answers(play, kase, { visit, tries: tries + 1 }),
    )
  const { fields, parties } = record
  if ((fields['suspension'] === 'asked' || fields['extension'] === 'asked') && tries < 9)
    return waits(3)
  if (!hasSpoken(play, kase, record)) return waits(0.4)
  if (play.whistled.has(kase.id)) return waits(3)
  if (parties.some((party) => !['done', 'declined'].includes(party.state))) {
    if (tries > 3) releasesParties(play, kase, record)
    return waits(2)
  }
  submits(play, kase)
}

function submits(play: Play, kase: Case): void {
  const { random } = play
  const record = play.city.record(kase.id)
  if (record === undefined) return
  const lead = leadOf(record)
  const office = record.parties.find((party) => party.role === 'office')
  const drafter = office !== undefined && random() < 0.4 ? office.unit : lead
  const round = Number(record.fields['reopenings'] ?? 0)
  const { item } = kase.matter.listed
  const data = {
    publicAnswer: publicAnswer(random, {
      leaf: kase.leaf,
      purpose: kase.text.purpose,
      unit: play.duty.nameOf(lead),
      basis: item.basis,
      solved: (kase.traits.solved[round] ?? 'solved') !== 'unsolved',
    }),
    ...(random() < 0.3 ? { internal: pick(random, INTERNAL_NOTES) } : {}),
  }
  does(play, kase, { command: 'submitAnswer', actor: holder(play, drafter, 'clerk', 'head'), data })
}

/** The unit's head reads what goes out, and sends some of it back. */
export function entersChecking(play: Play, kase: Case, at: Instant): void {
  const { visit } = kase
  const { random, world } = play
  const moment =
    kase.traits.quick === true || kase.leaf.limitClass === 'urgent'
      ? at + (5 + random() * 10) * minuteMs
      : workingLater(world.calendar, at, 0.3 + random() * 5)
  later(play, moment, () => {
    const record = standing(play, kase, visit)
    if (record === undefined) return
    const actor = holder(play, leadOf(record), 'head')
    if (random() < 0.07 && kase.traits.quick !== true) {
      const reason = pick(random, CORRECTIONS)
      does(play, kase, { command: 'sendBack', actor, data: { reason } })
    } else does(play, kase, { command: 'approve', actor })
  })
}

const CORRECTIONS = [
  '请写明到场时间和下一步由谁负责。',
  '答复口气生硬，请改得让人听得明白。',
  '处理结果与现场记录不一致，请核对后再报。',
]

function answerMoment(
  { random, world }: Play,
  { traits, leaf, visit }: Case,
  { at, due }: { readonly at: Instant; readonly due: Instant },
): Instant {
  if (traits.quick === true) return at + 25 * minuteMs
  const left = Math.max(due - at, 0)
  if (left === 0) return workingLater(world.calendar, at, 1 + random() * 6)
  const around = leaf.limitClass === 'urgent' || leaf.limitClass === 'utility'
  // A draft sent back is mended within hours.
  if (visit > 3 && random() < 0.3) return workingLater(world.calendar, at, 0.5 + random() * 4)
  if (traits.late)
    return around
      ? due + (0.3 + random() * 8) * hourMs
      : workingLater(world.calendar, due, 1 + random() ** 2 * 60)
  const planned = at + left * (0.12 + 0.8 * random() ** 0.8)
  return around
    ? planned
    : Math.min(workingLater(world.calendar, planned, 0.05), due - 5 * minuteMs)
}

function takes(play: Play, kase: Case, visit: number): void {
  const record = standing(play, kase, visit)
  const lead = record === undefined ? undefined : leadOf(record)
  if (record === undefined || lead === undefined || record.takers[String(lead)] !== undefined)
    return
  const actor = holder(play, lead, 'clerk')
  if (!does(play, kase, { command: 'take', actor })) return
  const after = play.random()
  const more = (command: string, data = {}) =>
    later(play, play.now + (10 + play.random() * 60) * minuteMs, () => {
      const now = standing(play, kase, visit)
      if (now?.takers[String(lead)] !== actorPost(actor) || now.state !== 'handling') return
      does(play, kase, { command, actor, data })
    })
  if (after < 0.04) more('putBack')
  else if (after < 0.1) more('handOn', { to: actorPost(holder(play, lead, 'head')) })
}

function actorPost(actor: ReturnType<typeof holder>): string {
  return actor.by === 'post' ? actor.post.id : ''
}
