import type { Actor } from './actor.ts'
import type { Place } from './directory.ts'
import type { FactValue } from './fact.ts'
import type { Values } from './field.ts'
import type { Limit } from './limit.ts'
import type { Party, RecordState } from './record.ts'
import type { Instant } from './time.ts'
import type { World } from './world.ts'

export type Rule = {
  /** The acceptance rule it carries: a test titled with it must fail when the rule is gone. */
  readonly id?: string
  /** What a refusal says: what is not possible and why. */
  readonly says: string
  readonly instead?: string
  readonly basis: string
  readonly facts?: readonly string[]
  /** Needs what was typed, so it cannot be judged before. */
  readonly input?: boolean
  /** The effect whose records are opened when this rule refuses a person: what was tried stays to
   *  be seen by those it was tried on. */
  readonly leaves?: string
  readonly holds: (context: Context) => boolean
}

/** What rules, setters and effects read. `record` is before the ask, except for `moves`. */
export type Context = {
  readonly record: RecordState
  readonly starting: boolean
  readonly input: Values
  /** The words behind the content references of the input, by field. */
  readonly words: Readonly<Record<string, string>>
  readonly actor: Actor
  readonly at: Instant
  readonly world: World
  readonly facts: Readonly<Record<string, FactValue>>
  readonly party?: Party | undefined
}

export type Setting = {
  readonly fields?: Values
  readonly place?: Place
  /** The words that name the record, where nobody types them. */
  readonly title?: string
  readonly join?: readonly {
    readonly role: string
    readonly unit: number
    readonly fields?: Values
  }[]
  readonly leave?: readonly { readonly role: string; readonly unit: number }[]
  readonly party?: Values
  readonly takers?: Readonly<Record<string, string | null>>
  /** Running clocks moved on by a limit, or counted again from their start. */
  readonly clocks?: Readonly<Record<string, ClockTurn>>
}
export type ClockTurn =
  | { readonly extend: Limit; readonly words: string; readonly recount?: boolean }
  | 'recount'
  | 'restart'
export type Setter = (context: Context) => Setting

export type Effect = OpenEffect | AskEffect
export type OpenEffect = {
  readonly open: string
  readonly command: string
  readonly input: Values
  readonly words?: Readonly<Record<string, string>>
  readonly place?: Place
  /** The neighbouring city in which it is opened, under the id of the record that opens it: its
   *  counterpart. Names of units go as words, for ids mean nothing there. */
  readonly to?: number
}
export type AskEffect = {
  readonly ask: string
  readonly kind: string
  readonly command: string
  readonly input: Values
  /** The neighbouring city that has the record asked. */
  readonly to?: number
}
/** Reads the record as the command leaves it. */
export type EffectMaker = (context: Context) => readonly Effect[]
