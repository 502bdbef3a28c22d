import type { Actor } from './actor.ts'
import type { Place } from './directory.ts'
import type { Values } from './field.ts'
import type { FactValue } from './fact.ts'
import type { Command, Context, Effect } from './kind.ts'
import type { Parcel } from './parcel.ts'
import type { EventRecord, RecordState } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Instant } from './time.ts'
import type { World } from './world.ts'

/** What someone, or the clock, wants done. Ids, numbers and the time are handed in. */
export type Ask = {
  readonly id: string
  readonly command: string
  readonly actor: Actor
  readonly at: Instant
  readonly input: Values
  readonly words: Readonly<Record<string, string>>
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly clock?: { readonly name: string; readonly due: Instant } | undefined
  readonly fresh?:
    | { readonly id: string; readonly number: string; readonly place: Place }
    | undefined
}

/** What a decision rests on besides the ask. */
export type Standing = {
  readonly world: World
  readonly record: RecordState | undefined
  readonly facts: Readonly<Record<string, FactValue>>
}

export type Decision =
  | {
      readonly ok: true
      readonly record: RecordState
      readonly event: EventRecord
      /** What it does in this city. */
      readonly effects: readonly Effect[]
      /** What it asks of neighbouring cities. */
      readonly parcels: readonly Parcel[]
      readonly command: Command
    }
  | Refusal

/** What deciding reads: the rules' context, and the ask itself. */
export type Asked = Context & { readonly ask: Ask }
