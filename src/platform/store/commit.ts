import { randomUUID } from 'node:crypto'
import { dayOf } from '../../kernel/time.ts'
import { type World, worldAt } from '../../kernel/world.ts'
import { childColumns } from './commit-children.ts'
import type { Commit, WrittenRecord } from './commit-parts.ts'
import { type Derived, derivedOf } from './derived.ts'
import { monthOf } from './rows.ts'
import type { WrittenStep } from './step.ts'
import { momentOf } from './value-types.ts'
import type { Writer } from './writer.ts'

export type Committed =
  | { readonly is: 'done' }
  | { readonly is: 'again'; readonly answer: unknown }
  | { readonly is: 'conflict' }
  | { readonly is: 'claimed'; readonly kind: string; readonly key: string }

/** Commits an ask whole or not at all, with one call. Throws StoreAway when it may be sent again. */
export async function commit(writer: Writer, asked: Commit): Promise<Committed> {
  const said = await writer.commit(valuesOf(asked))
  if (said === null) return { is: 'done' }
  if (said.startsWith('again:')) return { is: 'again', answer: JSON.parse(said.slice(6)) }
  if (said.startsWith('claimed:')) {
    const [kind = '', ...key] = said.slice(8).split('|')
    return { is: 'claimed', kind, key: key.join('|') }
  }
  return { is: 'conflict' }
}

/** The values of the commit function, in its order. */
function valuesOf(asked: Commit): readonly unknown[] {
  const rests = [...new Map(asked.rests.map((rest) => [rest.id, rest])).values()]
  const records = asked.steps.map((step) => written(step, asked.world))
  return [
    asked.city,
    asked.ask,
    momentOf(asked.at),
    JSON.stringify(asked.answer),
    rests.map((rest) => rest.id),
    rests.map((rest) => rest.version),
    ...recordColumns(records),
    ...eventColumns(asked.steps),
    ...childColumns(records, asked),
    rareOf(asked),
    asked.settles === undefined ? null : JSON.stringify(asked.settles),
  ]
}

/** Which derived rows changed: only these are replaced. */
function written(step: WrittenStep, world: World): WrittenRecord {
  const { kind, before, record, event } = step
  const then = worldAt(world, event.at)
  const derived = derivedOf(kind, then, record)
  // What a reorganisation moves may stand under another unit though its own values are the same.
  if (before === undefined || event.type === 'Relocated') return { step, derived, replaces: 31 }
  const old = derivedOf(kind, then, before)
  const flags = [
    differs(before.parties, record.parties),
    differs(old.clocks, derived.clocks),
    differs(old.claims, derived.claims),
    differs(old.links, derived.links),
    // A to-do shows its record's place.
    differs([old.todos, before.place], [derived.todos, record.place]),
  ]
  const replaces = flags.reduce((sum, flag, index) => sum + (flag ? 2 ** index : 0), 0)
  return { step, derived, replaces }
}

/** Equal rows are made alike, so their texts are; a needless difference only costs a replacement. */
function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

function recordColumns(records: readonly WrittenRecord[]): readonly unknown[] {
  const state = <T>(pick: (record: WrittenStep['record']) => T) =>
    records.map(({ step }) => pick(step.record))
  const slot = (name: keyof Derived['slots']) => records.map(({ derived }) => derived.slots[name])
  return [
    state((record) => record.id),
    records.map((one) => one.replaces),
    state((record) => record.kind),
    state((record) => record.number),
    state((record) => record.title),
    state((record) => record.place.district ?? null),
    state((record) => record.place.street ?? null),
    state((record) => record.place.community ?? null),
    records.map(({ derived }) => derived.unit),
    state((record) => record.state),
    records.map(({ derived }) => derived.is),
    records.map(({ step }) => step.before?.version ?? 0),
    state((record) => JSON.stringify(record.fields)),
    state((record) => JSON.stringify(record.clocks)),
    state((record) => JSON.stringify(record.takers)),
    state((record) => JSON.stringify(record.counted)),
    records.map(({ derived }) => maybeMoment(derived.due)),
    state((record) => momentOf(record.openedAt)),
    state((record) => maybeMoment(record.closedAt)),
    records.map(({ step }) => step.kind.version),
    ...(['k1', 'k2', 'k3', 'n1', 'n2', 't1', 't2'] as const).map(slot),
  ]
}

function eventColumns(steps: readonly WrittenStep[]): readonly unknown[] {
  return [
    steps.map((step) => step.event.type),
    steps.map((step) => step.event.actor),
    steps.map((step) => step.event.post),
    steps.map((step) => step.party),
    steps.map((step) => step.body),
    steps.map((step) => step.prev),
    steps.map((step) => step.hash),
  ]
}

function maybeMoment(instant: number | undefined): string | null {
  return instant === undefined ? null : momentOf(instant)
}

/** What few commits carry, as one value; null when there is none. */
function rareOf({ steps, at, parcels = [], drops }: Commit): string | null {
  const rare = Object.entries({
    contact: steps.flatMap((step) => step.prepared.contacts.map(contactRow(step.record.id))),
    search: steps.flatMap(({ record, search }) =>
      search.map((one) => ({ ...one, record: record.id, kind: record.kind })),
    ),
    notice: steps.flatMap(({ record, event, notices }) =>
      notices.map((one) => ({ ...one, record: record.id, type: event.type })),
    ),
    file: steps.flatMap(({ record, prepared }) =>
      prepared.files.map(({ file }) => ({ id: file, record: record.id })),
    ),
    remark: steps.flatMap((step) => remarkRows(step, at)),
    parcel: parcels.map(({ to, ...parcel }) => ({ ...parcel, to_city: to })),
    dropped: drops === undefined ? [] : [{ id: drops }],
  }).filter(([, rows]) => rows.length > 0)
  return rare.length === 0 ? null : JSON.stringify(Object.fromEntries(rare))
}

function contactRow(record: string) {
  return (contact: WrittenStep['prepared']['contacts'][number]) => ({
    id: contact.id,
    record,
    name: contact.name?.toString('base64') ?? null,
    phone: contact.phone?.toString('base64') ?? null,
    index: contact.phoneIndex?.toString('base64') ?? null,
    note: contact.note?.toString('base64') ?? null,
    mask_name: contact.maskName,
    mask_phone: contact.maskPhone,
  })
}

/** Free words kept apart get an id that tells neither time nor record. */
export function remarkRows({ kind, record, prepared }: WrittenStep, at: number) {
  return prepared.apart
    .filter((value) => value.keep === 'words')
    .map((value) => ({
      id: randomUUID(),
      month: monthOf(dayOf(at)),
      street: record.place.street ?? null,
      kind: kind.name,
      field: value.field,
      text: value.value,
    }))
}
