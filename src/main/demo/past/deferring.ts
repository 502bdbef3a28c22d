import { addDays, dayOf, hourMs, type Instant } from '../../../kernel/time.ts'
import { EXTENSION_REASONS, SUSPENSION_PLANS } from '../answer-sentences.ts'
import { between, pick } from '../random.ts'
import { deskOf, leadOf, supervisorOf } from './seats.ts'
import { awake, workingLater } from './pace.ts'
import type { Case } from './lives.ts'
import { does, holder, later, type Play, standing } from './play.ts'

type Span = { readonly at: Instant; readonly due: Instant }

/** What takes longer: more time asked of the desk, or a plan put before the supervisors. */
export function deferrals(play: Play, kase: Case, span: Span): void {
  const record = play.city.record(kase.id)
  if (record === undefined || span.due <= span.at) return
  const { extension, suspension } = kase.traits
  if (extension !== 'none' && record.fields['extension'] === undefined) asksTime(play, kase, span)
  if (suspension !== 'none' && record.fields['suspension'] === undefined) asksRest(play, kase, span)
}

function asksTime(play: Play, kase: Case, { at, due }: Span): void {
  const { visit, traits } = kase
  const { random } = play
  later(play, momentIn(play, kase, { at, due, from: 0.05, to: 0.12 }), () => {
    const record = standing(play, kase, visit)
    const stage = record?.clocks['limit']?.stages[0]
    if (record?.state !== 'handling' || stage === undefined || stage.fired) return
    const { qty, unit } = stage.limit
    const extensionLimit = { qty: Math.max(1, Math.floor(qty * (0.4 + random() * 0.6))), unit }
    const reason = pick(random, EXTENSION_REASONS)
    const actor = holder(play, leadOf(record), 'clerk')
    if (!does(play, kase, { command: 'askExtension', actor, data: { extensionLimit, reason } }))
      return
    if (traits.extension === 'left') return
    later(play, soon(play, kase), () => {
      const now = standing(play, kase, visit)
      if (now?.fields['extension'] !== 'asked') return
      const desk = holder(play, deskOf(now), 'dispatcher', 'agent')
      if (traits.extension === 'granted')
        does(play, kase, { command: 'grantExtension', actor: desk })
      else refuses(play, kase, { command: 'refuseExtension', actor: desk })
    })
  })
}

function asksRest(play: Play, kase: Case, { at, due }: Span): void {
  const { visit, traits } = kase
  const { random } = play
  later(play, momentIn(play, kase, { at, due, from: 0.06, to: 0.12 }), () => {
    const record = standing(play, kase, visit)
    if (record?.state !== 'handling' || record.fields['suspension'] === 'asked') return
    const reviewOn = addDays(dayOf(play.now), between(random, 12, 60))
    const actor = holder(play, leadOf(record), 'clerk')
    const data = { plan: pick(random, SUSPENSION_PLANS), reviewOn }
    if (!does(play, kase, { command: 'askSuspension', actor, data })) return
    if (traits.suspension === 'left') return
    later(play, soon(play, kase), () => {
      const now = standing(play, kase, visit)
      if (now?.state !== 'handling' || now.fields['suspension'] !== 'asked') return
      const supervisor = holder(play, supervisorOf(play, kase), 'supervisor', 'head')
      if (traits.suspension === 'granted')
        does(play, kase, { command: 'grantSuspension', actor: supervisor })
      else refuses(play, kase, { command: 'refuseSuspension', actor: supervisor })
    })
  })
}

/** Some need not wait for their review. */
export function entersSuspended(play: Play, kase: Case, at: Instant): void {
  const { visit } = kase
  const { random, world } = play
  if (random() >= 0.35) return
  const moment = workingLater(world.calendar, at + (4 + random() * 16) * 24 * hourMs, 1)
  later(play, moment, () => {
    const record = standing(play, kase, visit)
    if (record?.state !== 'suspended') return
    does(play, kase, { command: 'resume', actor: holder(play, leadOf(record), 'clerk') })
  })
}

function refuses(
  play: Play,
  kase: Case,
  { command, actor }: { command: string; actor: ReturnType<typeof holder> },
): void {
  const reason = pick(play.random, [
    '现有条件下可以按期办结，请抓紧',
    '方案没有写明责任人和措施，请补充',
  ])
  does(play, kase, { command, actor, data: { reason } })
}

function soon({ random, world, now }: Play, { traits }: Case): Instant {
  return traits.quick === true
    ? now + 6 * 60_000
    : workingLater(world.calendar, now, 0.2 + random() * 4)
}

function momentIn(
  { random, world }: Play,
  { traits }: Case,
  { at, due, from, to }: Span & { readonly from: number; readonly to: number },
): Instant {
  if (traits.quick === true) return at + 20 * 60_000
  const planned = at + (due - at) * (from + random() * (to - from))
  return workingLater(world.calendar, awake(random, planned), 0.1)
}
