import type { Role } from './actor.ts'
import type { UnitReadings } from './fair/written.ts'
import type { Post } from './actor.ts'
import type { Value, Values } from './field.ts'
import type { Figure } from './indicator.ts'
import type { Instant } from './time.ts'

/** Something a rule must know that lies outside the record: data, never a query. */
export type Fact = RecordFact | FigureFact | ReadingsFact | HolderFact

export type RecordFact = {
  readonly kind: string
  /** Slot fields of that kind compared with what the ask or record holds. */
  readonly where: Readonly<Record<string, FactRef>>
  readonly states?: readonly string[]
  /** First and last day on which the records found were opened. */
  readonly opened?: { readonly from: FactRef; readonly to: FactRef }
  /** Only records that lie in this record's place. */
  readonly within?: 'place'
  /** A count comes without rows: what rests on a number is kept by a claim. */
  readonly want: 'exists' | 'count' | 'first' | 'list'
}

/** An indicator's figure ('F01', or 'N14#arrival' for one part) for an area and its period, so that
 *  nobody types a number the platform has counted. */
export type FigureFact = {
  readonly figure: FactRef
  readonly area: FactRef
  readonly from?: FactRef
  readonly to: FactRef
}

/** What was counted for several units by several items of a scoring sheet at once, kept as its lines:
 *  given, or standing in a field of the record that another fact finds. */
export type ReadingsFact = {
  readonly readings: FactRef | { readonly fact: string; readonly field: string }
  /** One unit or a list of them. */
  readonly units: FactRef
  readonly from: FactRef
  readonly to: FactRef
}

/** The one post of whom a record is about: who holds the first of these roles that anybody has in a
 *  unit, or what the person who held a post holds now. A deputy holds neither. */
export type HolderFact = {
  readonly holder:
    | { readonly unit: FactRef; readonly roles: readonly Role[] }
    | { readonly post: FactRef }
}

export type FactRef =
  | { readonly input: string }
  | { readonly field: string }
  | {
      readonly own:
        | 'id'
        | 'city'
        | 'district'
        | 'street'
        | 'community'
        /** The unit of the post that asks, its area, and the day of the ask. */
        | 'asker'
        | 'askerArea'
        /** The committee of that area, for which its departments act; where none is, the unit. */
        | 'askerCommittee'
        | 'today'
    }
  | { readonly value: Value }

export type FactRow = {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly title: string
  readonly number: string
  readonly openedAt: Instant
  readonly fields: Values
}
export type FactValue = {
  readonly count: number
  readonly rows: readonly FactRow[]
  readonly figure?: Figure
  readonly readings?: UnitReadings
  readonly post?: Pick<Post, 'id' | 'unit' | 'person'>
}
