import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { Cell } from './copy.ts'
import type { Derived } from './derived.ts'
import { momentOf } from './value-types.ts'

/** A record as it stands, with all that follows from it. */
export type StandingRows = {
  readonly kind: Kind
  readonly record: RecordState
  readonly lastAt: number
  readonly head: Buffer
  readonly derived: Derived
  readonly openedBy: string | undefined
}

export type Row = Readonly<Record<string, Cell>>
export type StandingTable = 'record' | 'party' | 'todo' | 'clock' | 'claim' | 'link'

/** The rows that records must have in every table that is derived from them. */
export function standingTables(
  records: readonly StandingRows[],
): Readonly<Record<StandingTable, readonly Row[]>> {
  return {
    record: records.map(recordRow),
    party: records.flatMap(partyRows),
    todo: records.flatMap(todoRows),
    clock: records.flatMap(clockRows),
    claim: records.flatMap(claimRows),
    link: records.flatMap(linkRows),
  }
}

export function keyOf(record: RecordState) {
  return { city: record.place.city, record_id: record.id }
}

export function moment(instant: number | undefined): string | null {
  return instant === undefined ? null : momentOf(instant)
}

function recordRow({ kind, record, lastAt, head, derived }: StandingRows): Row {
  return {
    city: record.place.city,
    id: record.id,
    kind: record.kind,
    number: record.number,
    title: record.title,
    district: record.place.district ?? null,
    street: record.place.street ?? null,
    community: record.place.community ?? null,
    unit: derived.unit,
    state: record.state,
    is: derived.is,
    version: record.version,
    fields: JSON.stringify(record.fields),
    clocks: JSON.stringify(record.clocks),
    takers: JSON.stringify(record.takers),
    counted: JSON.stringify(record.counted),
    due_at: moment(derived.due),
    opened_at: moment(record.openedAt),
    last_at: moment(lastAt),
    closed_at: moment(record.closedAt),
    head,
    kind_version: kind.version,
    ...derived.slots,
  }
}

function partyRows({ record }: StandingRows): readonly Row[] {
  return record.parties.map((party) => ({
    ...keyOf(record),
    unit: party.unit,
    role: party.role,
    state: party.state,
    fields: JSON.stringify(party.fields),
    clocks: JSON.stringify(party.clocks),
    joined_at: moment(party.joinedAt),
  }))
}

function todoRows({ record, derived }: StandingRows): readonly Row[] {
  return derived.todos.map((todo) => ({
    ...keyOf(record),
    unit: todo.unit,
    command: todo.command,
    role: todo.role,
    party: todo.party,
    kind: record.kind,
    due_at: moment(todo.due),
    provisional: todo.provisional,
    taker: todo.taker ?? null,
    district: record.place.district ?? null,
    street: record.place.street ?? null,
  }))
}

function clockRows({ record, derived }: StandingRows): readonly Row[] {
  return derived.clocks.map(({ name, role, party, asks, due }) => ({
    ...keyOf(record),
    name,
    role,
    party,
    asks,
    due_at: moment(due),
  }))
}

function claimRows({ record, derived }: StandingRows): readonly Row[] {
  const { city, record_id } = keyOf(record)
  return derived.claims.map((key) => ({ city, kind: record.kind, key, record_id }))
}

function linkRows({ record, derived, openedBy }: StandingRows): readonly Row[] {
  const links = new Map(derived.links.map((link) => [`${link.to}|${link.kind}`, link]))
  const opened = openedBy === undefined ? [] : [{ to: openedBy, kind: 'openedBy' }]
  const { city } = record.place
  return [...links.values(), ...opened].map(({ to, kind }) => ({
    city,
    from_id: record.id,
    to_id: to,
    kind,
  }))
}
