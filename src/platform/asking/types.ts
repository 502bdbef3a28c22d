import type { Actor } from '../../kernel/actor.ts'
import type { Place } from '../../kernel/directory.ts'
import type { FileRef, Values } from '../../kernel/field.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { EventRecord, RecordState } from '../../kernel/record.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Instant } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import type { StoredFigures, StoredHolders, StoredReadings } from '../store/facts.ts'

/** Every kind that runs, by name. */
export type Registry = ReadonlyMap<string, Kind>

/** What seals personal data and makes digests that nobody without the key can guess back. */
export type Keys = {
  digest(text: string): string
  /** The place names row and column: what is moved to another does not open there. */
  seal(text: string, place?: string): Buffer
  open(sealed: Buffer, place?: string): string
  index(text: string): Buffer
  /** People's words, by the id of their content. */
  sealWords(id: string, text: string): string
  openWords(id: string, stored: string): string
  /** True when sealed with the key that seals now. */
  isCurrent(sealed: Buffer): boolean
}

/** All that an ask takes from outside. Times, ids and numbers come from here and nowhere else. */
export type AskDeps = {
  readonly db: Database
  readonly registry: Registry
  readonly worldOf: (city: number) => World
  readonly keys: Keys
  readonly now: () => Instant
  /** A new UUIDv7. */
  readonly newId: () => string
  /** The number people say aloud, unique in the city. */
  readonly nextNumber: (at: Instant) => string
  /** The words by which a text is found. */
  readonly segment: (text: string) => readonly string[]
  /** Figures that facts ask for. */
  readonly figures?: StoredFigures | undefined
  /** What facts ask for of several units at once. */
  readonly readings?: StoredReadings | undefined
  /** Who holds which post, where facts ask for a person. */
  readonly holders?: StoredHolders | undefined
}

export type AskRequest = {
  /** Made by the asker: sent twice, it changes nothing and gets the first answer again. */
  readonly id: string
  readonly city: number
  readonly kind: string
  readonly command: string
  readonly actor: Actor
  readonly at: Instant
  /** Absent when the ask starts a record. */
  readonly record?: string | undefined
  /** Where a started record lies. */
  readonly place?: Place | undefined
  /** Of a started record, when the caller has them already. */
  readonly fresh?: { readonly id?: string; readonly number?: string } | undefined
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly clock?: { readonly name: string; readonly due: Instant } | undefined
  /** The effect whose ask this is; its row goes with the commit. */
  readonly effect?: string | undefined
  readonly prepared: Prepared
}

/** Input as events may hold it, and beside it what they may not. Made by `prepare`. */
export type Prepared = {
  readonly input: Values
  readonly words: Readonly<Record<string, string>>
  readonly contents: readonly ContentRow[]
  readonly contacts: readonly ContactRow[]
  readonly files: readonly FileRef[]
  readonly apart: readonly ApartValue[]
}

export type ContentRow = { readonly id: string; readonly field: string; readonly text: string }

export type ContactRow = {
  readonly id: string
  readonly name: Buffer | null
  readonly phone: Buffer | null
  readonly phoneIndex: Buffer | null
  readonly note: Buffer | null
  readonly maskName: string
  readonly maskPhone: string
}

/** A value counted (`count`) or kept as free words (`words`) without a tie to its record. */
export type ApartValue = {
  readonly field: string
  readonly keep: 'count' | 'words'
  readonly value: string
}

export type Done = {
  readonly ok: true
  readonly record: RecordState
  readonly event: EventRecord
  /** Records that the decision's effects opened in the same commit. */
  readonly opened: readonly RecordRef[]
  /** True when this ask had been done before. */
  readonly again: boolean
}

export type RecordRef = { readonly id: string; readonly kind: string; readonly number: string }

export type Answer = Done | Refusal
