import type { CategoryLeaf } from '../categories.ts'
import { pick, type Random } from '../random.ts'

export type Solved = 'solved' | 'partly' | 'unsolved'
export type Course = 'none' | 'granted' | 'refused' | 'left'

/** What will become of an appeal, as far as its players are concerned. */
export type Traits = {
  readonly fate: 'dispatch' | 'notAccept' | 'withdraw'
  readonly dispatchLate: boolean
  readonly recalled: boolean
  readonly returns: number
  readonly signLate: boolean
  readonly contact: 'done' | 'late' | 'missed' | 'never'
  readonly late: boolean
  readonly extension: Course
  readonly suspension: Course
  readonly judging: 'link' | 'call' | 'both' | 'none'
  /** What the person finds after each answer. */
  readonly solved: readonly Solved[]
  /** Every step follows at once, by day and night: for what has to be in a state by a moment. */
  readonly quick?: boolean
  /** Nobody takes the next step from this state. */
  readonly stopAt?: string
  /** Whom the lead calls in any case; they have not acted yet. */
  readonly calls?: readonly ('office' | 'assist' | 'co')[]
  /** A leader has instructed, and the instruction stands there. */
  readonly instructed?: 'given' | 'reported'
}

export function drawnTraits(
  random: Random,
  { leaf, hasContact }: { readonly leaf: CategoryLeaf; readonly hasContact: boolean },
): Traits {
  const is = (share: number) => random() < share
  const fate = random()
  const long = leaf.limitClass === 'general' || leaf.limitClass === 'complex'
  return {
    fate: fate < 0.026 ? 'notAccept' : fate < 0.036 && hasContact ? 'withdraw' : 'dispatch',
    dispatchLate: is(0.012),
    recalled: is(0.012),
    returns: returnsOf(random),
    signLate: is(0.03),
    contact: hasContact ? contactOf(random) : 'never',
    late: is(long ? 0.062 : 0.045),
    extension: long ? courseOf(random, leaf.limitClass === 'complex' ? 0.09 : 0.035) : 'none',
    suspension: courseOf(random, leaf.limitClass === 'complex' ? 0.06 : long ? 0.006 : 0),
    judging: judgingOf(random, hasContact),
    solved: solvedOf(random, leaf),
  }
}

function returnsOf(random: Random): number {
  const at = random()
  if (at < 0.006) return 3
  return at < 0.014 ? 2 : at < 0.062 ? 1 : 0
}

function contactOf(random: Random): Traits['contact'] {
  const at = random()
  if (at < 0.035) return 'late'
  return at < 0.1 ? 'missed' : at < 0.118 ? 'never' : 'done'
}

function courseOf(random: Random, share: number): Course {
  if (random() >= share) return 'none'
  return pick(random, ['granted', 'granted', 'granted', 'granted', 'refused'] as const)
}

function judgingOf(random: Random, hasContact: boolean): Traits['judging'] {
  if (!hasContact) return 'none'
  const at = random()
  if (at < 0.34) return 'link'
  return at < 0.72 ? 'call' : at < 0.77 ? 'both' : 'none'
}

/** Hard matters are solved less often, and who was not content once is not easily content. */
function solvedOf(random: Random, { limitClass }: CategoryLeaf): readonly Solved[] {
  const hard = limitClass === 'complex' ? 0.16 : limitClass === 'general' ? 0.09 : 0.04
  const draw = (unsolved: number): Solved => {
    const at = random()
    if (at < unsolved) return 'unsolved'
    return at < unsolved + 0.09 ? 'partly' : 'solved'
  }
  return [draw(hard), draw(0.32), draw(0.15), 'solved']
}
