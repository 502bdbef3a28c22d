import type { Place } from './directory.ts'
import type { Value, Values } from './field.ts'
import type { Limit, Remaining } from './limit.ts'
import type { Instant } from './time.ts'

/** One instance of a kind. Everything here is a fold of the record's events. */
export type RecordState = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly title: string
  readonly place: Place
  readonly state: string
  readonly version: number
  readonly fields: Values
  readonly parties: readonly Party[]
  readonly clocks: Readonly<Record<string, ClockState>>
  /** Who of a unit's desk has taken the matter: unit id -> post id. */
  readonly takers: Readonly<Record<string, string>>
  /** Cohort counters this record stands in, so that a correction can move them. */
  readonly counted: Readonly<Record<string, number>>
  readonly openedAt: Instant
  readonly closedAt?: Instant | undefined
}

/** A unit that takes part in a record in a role, with a small flow of its own. */
export type Party = {
  readonly unit: number
  readonly role: string
  readonly state: string
  readonly fields: Values
  readonly clocks: Readonly<Record<string, ClockState>>
  readonly joinedAt: Instant
}

/** A clock keeps a copy of its limit and the parameter's version, so that it can explain itself
 *  years later. Stages are counted from one start. */
export type ClockState = {
  readonly started: Instant
  readonly stages: readonly ClockStage[]
  readonly pausedAt?: Instant | undefined
}

export type ClockStage = {
  readonly asks: string
  readonly limit: Limit
  readonly version: string
  readonly due: Instant
  readonly provisional: boolean
  readonly fired: boolean
  /** What was left when the clock was suspended. */
  readonly left?: Remaining | undefined
  /** Times the due moment was moved on, in order, for the explanation. */
  readonly moved?: readonly string[] | undefined
}

/** What an event changes. Folding changes gives the record; nothing else does. */
export type Change = {
  readonly state?: string | undefined
  /** The words that name the record. The store keeps them as content, never in the event. */
  readonly title?: string | undefined
  readonly place?: Place | undefined
  readonly fields?: Values | undefined
  readonly parties?: readonly Party[] | undefined
  readonly removed?: readonly { readonly role: string; readonly unit: number }[] | undefined
  readonly clocks?: Readonly<Record<string, ClockState | null>> | undefined
  readonly takers?: Readonly<Record<string, string | null>> | undefined
  readonly counted?: Readonly<Record<string, number>> | undefined
  readonly closedAt?: Instant | null | undefined
}

export type EventRecord = {
  readonly seq: number
  readonly at: Instant
  readonly type: string
  readonly actor: string
  readonly post: string
  readonly ask: string
  readonly party?: { readonly role: string; readonly unit: number } | undefined
  readonly input: Values
  readonly change: Change
}

/** A record before its first event, as far as anything of it is known. */
export function unopenedRecord(
  known: Partial<Pick<RecordState, 'id' | 'kind' | 'number' | 'place' | 'openedAt'>>,
): RecordState {
  return {
    id: '',
    kind: '',
    number: '',
    title: '',
    place: { city: 0 },
    state: '',
    version: 0,
    fields: {},
    parties: [],
    clocks: {},
    takers: {},
    counted: {},
    openedAt: 0,
    ...known,
  }
}

/** The record that an ask would begin. */
export function recordToBegin(kind: string, ask: Beginning): RecordState {
  const { fresh, at } = ask
  return unopenedRecord({ ...fresh, kind, openedAt: at })
}

type Beginning = {
  readonly at: Instant
  readonly fresh?: Pick<RecordState, 'id' | 'number' | 'place'> | undefined
}

export function partyOf(record: RecordState, role: string, unit: number): Party | undefined {
  return record.parties.find((party) => party.role === role && party.unit === unit)
}

/** Folds one event into its record. */
export function evolve(record: RecordState, event: EventRecord): RecordState {
  const { change } = event
  const isSamePlayers = change.parties === undefined && change.removed === undefined
  return {
    ...record,
    version: event.seq,
    state: change.state ?? record.state,
    title: change.title ?? record.title,
    place: change.place ?? record.place,
    fields: patched(record.fields, change.fields ?? {}),
    parties: isSamePlayers ? record.parties : joined(record.parties, change),
    clocks: patched(record.clocks, change.clocks ?? {}),
    takers: patched(record.takers, change.takers ?? {}),
    counted: change.counted === undefined ? record.counted : change.counted,
    closedAt: change.closedAt === undefined ? record.closedAt : (change.closedAt ?? undefined),
  }
}

function joined(parties: readonly Party[], change: Change): readonly Party[] {
  const touched = [...(change.parties ?? []), ...(change.removed ?? [])]
  const others = parties.filter(
    (party) => !touched.some((other) => other.role === party.role && other.unit === party.unit),
  )
  return [...others, ...(change.parties ?? [])].toSorted(
    (a, b) => a.joinedAt - b.joinedAt || a.unit - b.unit || a.role.localeCompare(b.role),
  )
}

function patched<T extends Value | ClockState>(
  before: Readonly<Record<string, T>>,
  patch: Readonly<Record<string, T | null>>,
): Readonly<Record<string, T>> {
  const entries = Object.entries(patch)
  if (entries.length === 0) return before
  const after: Record<string, T> = { ...before }
  for (const [name, value] of entries) {
    if (value === null) delete after[name]
    else after[name] = value
  }
  return after
}
