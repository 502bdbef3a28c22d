import type { Actor } from './actor.ts'
import type { Place } from './directory.ts'
import type { Value, Values } from './field.ts'
import type { FigureReader } from './figure-fact.ts'
import type { HolderReader } from './holder-fact.ts'
import type { Command, Effect, Kind } from './kind.ts'
import type { Parcel } from './parcel.ts'
import type { EventRecord, RecordState } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Content } from './split-data.ts'
import type { Instant } from './time.ts'
import type { World } from './world.ts'

/** What is asked in a rehearsal: plain words where a field holds content. */
export type Line = {
  readonly kind: string
  readonly command: string
  readonly actor: Actor
  readonly at: Instant
  readonly record?: string | undefined
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly place?: Place | undefined
  /** Of a record that it begins, where it is known already. */
  readonly id?: string | undefined
  readonly data?: Readonly<Record<string, Value>>
}

/** One decided step, with everything a store would have written. */
export type Step = {
  readonly kind: Kind
  readonly command: Command
  readonly before: RecordState | undefined
  readonly after: RecordState
  readonly event: EventRecord
  readonly input: Values
  /** The words behind the references of the input, by field. */
  readonly words: Readonly<Record<string, string>>
  readonly contents: readonly Content[]
  readonly apart: Values
  /** The record whose effect opened this one. */
  readonly openedBy: string | undefined
}

export type Rehearsed =
  | { readonly ok: true; readonly record: RecordState; readonly steps: readonly Step[] }
  | Refusal

/** A city in memory that plays asks, effects and clocks through the kernel's own decisions: for a
 *  past that never happened, and for stories told in tests. Nothing is drawn or timed in it. */
export type Rehearsal = {
  readonly ask: (line: Line) => Rehearsed
  /** Lets the clocks ask, in due order, up to and including a moment. */
  readonly until: (at: Instant) => readonly Step[]
  readonly record: (id: string) => RecordState | undefined
  readonly setWorld: (world: World) => void
}

export type Staging = {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly world: World
  readonly nextId: (at: Instant) => string
  readonly nextNumber: (at: Instant) => string
  readonly digest?: (text: string) => string
  /** Handed what goes to a neighbouring city, with the words behind what it refers to. */
  readonly posted?: (parcel: Parcel, from: Step) => void
  /** Told of an effect's ask that the other record refused; a store would park it. */
  readonly parked?: (effect: Effect, refusal: Refusal) => void
  /** Figures that facts ask for; a store would read its counts. */
  readonly figures?: FigureReader
  /** Who holds which post; a store would look at its posts. */
  readonly holders?: HolderReader
  /** What the city holds when the rehearsal begins. */
  readonly records?: readonly RecordState[]
}
