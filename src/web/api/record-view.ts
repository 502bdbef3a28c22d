import type { Fields } from '../../kernel/field.ts'
import type { PartyKey, RecordRow, StateView, Taker } from './types.ts'

/** One record as the actor may see it, with everything that may be asked of it now. */
export type RecordView = {
  readonly record: RecordHead
  readonly fields: readonly FieldView[]
  readonly parties: readonly PartyView[]
  readonly clocks: readonly ClockView[]
  readonly expected: readonly ExpectedView[]
  /** Asks of other records that were refused here, or ours that a neighbouring city refused: they
   *  wait for a person of this unit. */
  readonly refused: readonly {
    readonly effect: string
    readonly label: string
    readonly says: string
    /** The city that refused it. */
    readonly to?: string
  }[]
  /** What it asked of neighbouring cities. */
  readonly sent?: readonly SentView[]
  /** Its link may be handed out to whoever it concerns, by this post. */
  readonly handsOut: boolean
  /** There is a vote without names that this post holds or reads. */
  readonly votes: boolean
  /** Official documents it can be written out as. */
  readonly documents: readonly { readonly name: string; readonly label: string }[]
  readonly offers: readonly Offer[]
  readonly timeline: readonly TimelineEntry[]
  readonly links: readonly LinkView[]
  /** Who opened it, where its kind tells that. */
  readonly readings?: readonly {
    readonly at: string
    readonly name: string
    readonly unit: string
  }[]
}

export type SentView = {
  readonly id: string
  readonly to: string
  readonly label: string
  readonly at: string
  readonly takenAt?: string
  readonly is: 'taken' | 'dropped' | 'refused' | 'waiting'
  /** How long it took, or has been waiting. */
  readonly seconds: number
  readonly isAway: boolean
  readonly said?: string
}

export type RecordHead = {
  readonly id: string
  readonly kind: string
  readonly kindLabel: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly stateLabel: string
  readonly is: StateView['is']
  readonly step?: number
  readonly steps: readonly { readonly label: string; readonly step: number }[]
  readonly place: {
    readonly path: string
    readonly district?: number
    readonly street?: number
    readonly community?: number
    readonly area: number
  }
  readonly version: number
  readonly openedAt: string
  readonly closedAt?: string
  readonly responsible?: { readonly id: number; readonly name: string }
  readonly demo: boolean
}

export type FieldView = {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly value: unknown
  readonly text?: string
}

export type PartyView = {
  readonly role: string
  readonly roleLabel: string
  readonly unit: { readonly id: number; readonly name: string }
  readonly state: string
  readonly stateLabel: string
  readonly is?: StateView['is']
  readonly joinedAt: string
  readonly due?: string
  readonly late: boolean
  readonly clocks?: readonly ClockView[]
  readonly fields: readonly FieldView[]
}

export type ClockView = {
  readonly name: string
  readonly label: string
  readonly due?: string
  readonly pausedAt?: string
  readonly late: boolean
  readonly provisional: boolean
  readonly remaining?: string
  readonly explain: readonly string[]
  readonly basis?: string
}

export type ExpectedView = {
  readonly unit: { readonly id: number; readonly name: string }
  readonly command: string
  readonly commandLabel: string
  readonly due?: string
  readonly late: boolean
  readonly provisional?: boolean
  readonly taker?: Taker
  readonly mine: boolean
  /** Why this unit may not take the step yet. */
  readonly notYet?: { readonly says: string; readonly instead?: string }
}

export type Offer = {
  readonly command: string
  readonly label: string
  readonly party?: PartyKey & { readonly unitName?: string }
  readonly expected: boolean
  readonly grave: boolean
  readonly input?: Fields
  /** Fields that its form begins with as they stand. */
  readonly edits?: readonly string[]
  readonly undo?: string
}

export type TimelineEntry = {
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly says: string
  readonly actor: string
  readonly lateBy?: string
  /** '待签收 → 处置中' */
  readonly moved?: string
  /** What stood there before, and what since; emptied where nothing stands there since. */
  readonly changes?: readonly {
    readonly name: string
    readonly label: string
    readonly before: string
    readonly after: string
  }[]
  readonly texts?: readonly { readonly label: string; readonly text: string }[]
}

export type LinkView = RecordRow & {
  readonly how: string
  /** The other record names this one. */
  readonly back?: boolean
}
