import type { Actor } from '../../../kernel/actor.ts'
import type { Place } from '../../../kernel/directory.ts'
import type { CategoryLeaf } from '../categories.ts'
import type { AppealText } from '../phrases.ts'
import type { Matter } from './duty-book.ts'
import type { FindingTraits } from './finding/traits.ts'
import type { Traits } from './traits.ts'
import type { Manner, WhistleCourse } from './whistle/manners.ts'

/** One appeal as its players see it: what it is about and what will become of it. */
export type Case = {
  readonly id: string
  readonly leaf: CategoryLeaf
  readonly text: AppealText
  readonly place: Place
  readonly hasContact: boolean
  readonly traits: Traits
  /** Whom the duty list names. */
  readonly matter: Matter
  /** The case it repeats while that one is open. */
  primary: string | undefined
  /** Moves with every state entered, so that what was planned before no longer happens. */
  visit: number
  returnsLeft: number
}

/** One finding as its players see it. */
export type Walk = {
  readonly id: string
  readonly leaf: string
  readonly place: Place
  readonly finder: Actor
  readonly traits: FindingTraits
  /** Moves with every state entered, so that what was planned before no longer happens. */
  visit: number
  recallsLeft: number
  returnsLeft: number
  denialsLeft: number
  sendsBackLeft: number
}

/** One whistle as its players see it. */
export type Blown = {
  readonly id: string
  readonly place: Place
  readonly street: number
  readonly occasion: string
  readonly course: WhistleCourse
  readonly manners: Map<number, Manner>
  /** Units that were pressed already. */
  readonly pressed: Set<number>
  sendsBackLeft: number
}
