import { numberOf } from '../../../kernel/field.ts'
import { hourMs, type Instant, minuteMs } from '../../../kernel/time.ts'
import { JUDGEMENT_WORDS } from '../answer-sentences.ts'
import { pick } from '../random.ts'
import { leadOf, supervisorOf } from './seats.ts'
import { awake, workingLater } from './pace.ts'
import type { Case } from './lives.ts'
import { type Data, does, holder, later, type Play, reporterOf, standing } from './play.ts'
import type { Solved } from './traits.ts'

/** 评: by the person, by a call, by both, or by nobody in time. */
export function entersAnswered(play: Play, kase: Case, at: Instant): void {
  const { visit, traits } = kase
  const { random } = play
  const solved = solvedNow(play, kase)
  // Whoever is not content speaks up more often.
  const mode =
    solved === 'unsolved' && traits.judging === 'none' && kase.hasContact ? 'link' : traits.judging
  if (mode === 'link')
    later(play, judgeMoment(play, kase, at), () => judges(play, kase, { visit, solved }))
  if (mode === 'call' || mode === 'both')
    later(play, callMoment(play, kase, at), () => {
      const record = standing(play, kase, visit)
      if (record?.state !== 'answered') return
      const data = { responded: random() < 0.95, solved, ...reasonFor(play, solved) }
      const caller = play.duty.unitFor('callback-centre', kase.place)
      does(play, kase, { command: 'callBack', actor: holder(play, caller, 'caller'), data })
    })
}

/** Some who were called look again and judge themselves. */
export function entersCalledBack(play: Play, kase: Case, at: Instant): void {
  const { visit, traits } = kase
  if (traits.judging !== 'both') return
  const solved: Solved = play.random() < 0.25 ? 'unsolved' : solvedNow(play, kase)
  later(play, awake(play.random, at + (2 + play.random() * 40) * hourMs), () =>
    judges(play, kase, { visit, solved }),
  )
}

/** Unsolved twice: the supervisors give it to a unit higher up. */
export function entersRaised(play: Play, kase: Case, at: Instant): void {
  const { visit, place } = kase
  const { random, world, duty } = play
  const moment =
    kase.traits.quick === true
      ? at + 15 * minuteMs
      : workingLater(world.calendar, at, 0.5 + random() * 7)
  later(play, moment, () => {
    const record = standing(play, kase, visit)
    if (record?.state !== 'raised') return
    const again = (numberOf(record.fields, 'raisedLevel') ?? 0) > 0
    const supervisor = supervisorOf(play, kase, again ? 'city' : undefined)
    const lead = world.directory.units.get(leadOf(record))
    const level = world.directory.areas.get(lead?.area ?? 0)?.level
    const { item } = kase.matter.listed
    const key = item.lead === 'street' ? '城市管理局' : item.lead
    const above =
      level === 'street' ? duty.unitFor(key, place) : duty.unitFor(key, { city: place.city })
    does(play, kase, {
      command: 'assignAbove',
      actor: holder(play, supervisor, 'supervisor', 'head'),
      data: { lead: above },
    })
  })
}

function judges(
  play: Play,
  kase: Case,
  { visit, solved }: { readonly visit: number; readonly solved: Solved },
): void {
  const record = standing(play, kase, visit)
  if (record === undefined || !['answered', 'calledBack'].includes(record.state)) return
  const { random } = play
  const feeling = feelingOf(random(), solved)
  const data: Data = {
    responded: random() < 0.93,
    solved,
    ...(random() < 0.85 ? { satisfied: feeling } : {}),
    ...(random() < 0.22 ? { words: pick(random, JUDGEMENT_WORDS[feeling]) } : {}),
    ...reasonFor(play, solved),
  }
  does(play, kase, { command: 'judge', actor: reporterOf(kase), data })
}

function solvedNow(play: Play, kase: Case): Solved {
  const round = numberOf(play.city.record(kase.id)?.fields ?? {}, 'reopenings') ?? 0
  return kase.traits.solved[round] ?? 'solved'
}

function feelingOf(at: number, solved: Solved): keyof typeof JUDGEMENT_WORDS {
  if (solved === 'solved') return at < 0.72 ? 'satisfied' : at < 0.95 ? 'fair' : 'dissatisfied'
  if (solved === 'partly') return at < 0.2 ? 'satisfied' : at < 0.72 ? 'fair' : 'dissatisfied'
  return at < 0.06 ? 'fair' : 'dissatisfied'
}

function reasonFor({ random }: Play, solved: Solved): Data {
  return solved === 'unsolved' ? { reason: pick(random, REASONS) } : {}
}

function judgeMoment({ random }: Play, { traits }: Case, at: Instant): Instant {
  if (traits.quick === true) return at + 20 * minuteMs
  return awake(random, at + (0.5 + random() ** 2 * 140) * hourMs)
}

function callMoment({ random, world }: Play, { traits }: Case, at: Instant): Instant {
  if (traits.quick === true) return at + 20 * minuteMs
  return workingLater(world.calendar, at, 4 + random() * 24)
}

const REASONS = [
  '来过一次以后又和原来一样了。',
  '只是口头答应，现场没有变化。',
  '答复说已经处理，实际没有人来过。',
  '处理了一部分，最要紧的没有解决。',
]
