import { pick, type Random } from '../../random.ts'

const levels = ['community', 'street', 'district', 'city'] as const
export type FindingLevel = (typeof levels)[number]

/** What will become of a finding, as far as its players are concerned. */
export type FindingTraits = {
  readonly level: FindingLevel
  readonly urgent: boolean
  readonly notFiled: boolean
  readonly verifyLate: boolean
  readonly dispatchLate: boolean
  readonly signLate: boolean
  readonly controlLate: boolean
  readonly late: boolean
  readonly archiveLate: boolean
  /** What the finder says when told: it is so, it is not, or nothing. */
  readonly heard: 'confirmed' | 'denied' | 'nothing'
  readonly recalls: number
  readonly returns: number
  readonly sendsBack: number
  readonly calls: 'nobody' | 'done' | 'late' | 'declines' | 'released'
  readonly notes: boolean
  /** Nobody takes the next step from this state, which every step before has quickly led to. */
  readonly stopAt?: string
  readonly quick: boolean
}

export function drawnFinding(random: Random, limitClass: string): FindingTraits {
  const is = (share: number) => random() < share
  return {
    level: levelOf(random()),
    urgent: limitClass === 'urgent',
    notFiled: is(0.055),
    verifyLate: is(0.02),
    dispatchLate: is(0.012),
    signLate: is(0.025),
    controlLate: is(0.1),
    late: is(0.075),
    archiveLate: is(0.02),
    heard: heardOf(random()),
    recalls: is(0.012) ? 1 : 0,
    returns: is(0.03) ? 1 : 0,
    sendsBack: is(0.02) ? 1 : 0,
    calls: is(0.08) ? pick(random, CALLS) : 'nobody',
    notes: is(0.1),
    quick: false,
  }
}

const CALLS = ['done', 'done', 'done', 'late', 'declines', 'released'] as const

function levelOf(at: number): FindingLevel {
  if (at < 0.5) return 'community'
  return at < 0.86 ? 'street' : at < 0.988 ? 'district' : 'city'
}

function heardOf(at: number): FindingTraits['heard'] {
  if (at < 0.64) return 'confirmed'
  return at < 0.68 ? 'denied' : 'nothing'
}

/** How far up a finding must go before somebody can handle it. */
export function stepsUp(level: FindingLevel): number {
  return levels.indexOf(level)
}
