import type { World } from '../../kernel/world.ts'
import type { Derived } from './derived.ts'
import type { WrittenStep } from './step.ts'

/** An ask that an effect sends to another record. */
export type EffectRow = {
  readonly id: string
  readonly record: string
  readonly asks: string
  readonly due: number
  readonly body: string
  readonly contents: readonly {
    readonly id: string
    readonly field: string
    readonly text: string
  }[]
}

/** What an event asks of a neighbouring city. */
export type ParcelRow = {
  readonly id: string
  readonly to: number
  readonly kind: string
  readonly command: string
  readonly record: string
  readonly seq: number
  /** Sealed words. */
  readonly body: string
}

export type Commit = {
  readonly city: number
  readonly ask: string
  readonly at: number
  readonly answer: unknown
  readonly world: World
  /** Records that facts rest on: a change of one is a lost race. */
  readonly rests: readonly { readonly id: string; readonly version: number }[]
  /** The record asked, then those that its effects opened. */
  readonly steps: readonly WrittenStep[]
  readonly effects: readonly EffectRow[]
  readonly parcels?: readonly ParcelRow[]
  /** A parcel that this commit gives up. */
  readonly drops?: string | undefined
  /** The effect that this commit carries out, whose row goes. */
  readonly settles?: { readonly record: string; readonly name: string } | undefined
}

export type WrittenRecord = {
  readonly step: WrittenStep
  readonly derived: Derived
  readonly replaces: number
}
