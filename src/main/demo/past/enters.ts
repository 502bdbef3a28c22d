import type { RecordState } from '../../../kernel/record.ts'
import type { Step } from '../../../kernel/rehearsal.ts'
import type { Instant } from '../../../kernel/time.ts'
import { followsCampaign, followsUp } from './campaign/follows.ts'
import { entersSuspended } from './deferring.ts'
import { followsProject } from './demand/follows.ts'
import { entersDispatched, entersReturned } from './dispatch.ts'
import { entersChecking, entersHandling } from './handling.ts'
import { followsInstruction } from './instructions.ts'
import { entersIntake, entersMerged } from './intake.ts'
import { entersAnswered, entersCalledBack, entersRaised } from './judging.ts'
import { followsFinding } from './finding/follows.ts'
import type { Case } from './lives.ts'
import type { Play } from './play.ts'
import { hearsRuling } from './rulings.ts'
import { followsEvaluation } from './whistle/evaluations.ts'
import { followsWhistle } from './whistle/follows.ts'
import { followsSupervision, supervisesAppeal } from './whistle/supervision.ts'

/** Whoever has to act after a step takes up their part. */
export function follows(play: Play, step: Step): void {
  const { kind, before, after, event } = step
  followers[kind.name]?.(play, step)
  if (before?.state === after.state) return
  if (kind.name === 'return-ruling' && after.state === 'hearing') hearsRuling(play, after, event.at)
  if (kind.name === 'instruction') {
    if (kind.states[after.state]?.is === 'end') play.courses.delete(after.id)
    else followsInstruction(play, after, event.at)
  }
  const kase = play.cases.get(after.id)
  if (kase !== undefined) enters(play, kase, { record: after, at: event.at })
}

const followers: Readonly<Record<string, (play: Play, step: Step) => void>> = {
  'resident-appeal': (play, step) => {
    play.ledger.hears(step)
    supervisesAppeal(play, step)
  },
  'grid-finding': followsFinding,
  'street-whistle': (play, step) => {
    followsWhistle(play, step)
    followsUp(play, step)
  },
  'frequent-demand-project': followsProject,
  'joint-remediation': followsCampaign,
  'department-evaluation': followsEvaluation,
  'supervision-order': followsSupervision,
}

/** A state is entered: what was planned for the one before no longer happens. */
export function enters(
  play: Play,
  kase: Case,
  { record, at }: { readonly record: RecordState; readonly at: Instant },
): void {
  kase.visit += 1
  const { state } = record
  if (kase.traits.stopAt === state && state !== 'handling') return
  const begin = parts[state]
  if (begin === undefined) play.cases.delete(kase.id)
  else begin(play, kase, at)
}

const parts: Readonly<Record<string, (play: Play, kase: Case, at: Instant) => void>> = {
  intake: entersIntake,
  merged: entersMerged,
  dispatched: entersDispatched,
  returned: entersReturned,
  ruling: () => undefined,
  handling: entersHandling,
  checking: entersChecking,
  suspended: entersSuspended,
  answered: entersAnswered,
  calledBack: entersCalledBack,
  raised: entersRaised,
}
