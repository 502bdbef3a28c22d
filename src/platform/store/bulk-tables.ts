import type { World } from '../../kernel/world.ts'
import type { CopiedTable } from './copy.ts'
import { remarkRows } from './commit.ts'
import { type DeltaRow, deltaRows } from './rows.ts'
import { keyOf, moment, type Row, type StandingRows, standingTables } from './standing-rows.ts'
import type { WrittenStep } from './step.ts'

export type BulkLife = { readonly steps: readonly WrittenStep[]; readonly standing: StandingRows }

/** The rows of whole lives, table by table. */
export function bulkTables(lives: readonly BulkLife[], world: World): readonly CopiedTable[] {
  const steps = lives.flatMap((life) => life.steps)
  return [
    ...Object.entries(standingTables(lives.map((life) => life.standing))).map(([name, rows]) =>
      table(name, rows),
    ),
    table('event', steps.map(eventRow)),
    table('sealing', steps.map(sealingRow)),
    table('content', steps.flatMap(contentRows)),
    table('contact', steps.flatMap(contactRows)),
    table('search', lives.flatMap(searchRows)),
    table('remark', steps.flatMap(remarks)),
    table('delta', deltas(steps, world)),
  ]
}

function table(name: string, rows: readonly Row[]): CopiedTable {
  const columns = Object.keys(rows[0] ?? {})
  return { name, columns, rows: rows.map((row) => Object.values(row)) }
}

function eventRow({ record, event, party, body, prev, hash }: WrittenStep): Row {
  const { seq, type, actor, post, ask } = event
  const own = { city: record.place.city, record_id: record.id, seq, at: moment(event.at) }
  return { ...own, type, actor, post, ask, party, body, prev, hash }
}

function sealingRow({ record, event, hash }: WrittenStep): Row {
  return { ...keyOf(record), seq: event.seq, hash }
}

function contentRows({ record, contents }: WrittenStep): readonly Row[] {
  return contents.map(({ id, field, text }) => ({ ...keyOf(record), id, field, text }))
}

function contactRows({ record, prepared }: WrittenStep): readonly Row[] {
  return prepared.contacts.map((contact) => ({
    ...keyOf(record),
    id: contact.id,
    name_enc: contact.name,
    phone_enc: contact.phone,
    phone_index: contact.phoneIndex,
    note_enc: contact.note,
    mask_name: contact.maskName,
    mask_phone: contact.maskPhone,
  }))
}

function searchRows({ standing: { record }, steps }: BulkLife): readonly Row[] {
  const newest = new Map(steps.flatMap((step) => step.search.map((one) => [one.field, one.words])))
  return [...newest].map(([field, words]) => ({
    ...keyOf(record),
    field,
    kind: record.kind,
    words,
  }))
}

function remarks(step: WrittenStep): readonly Row[] {
  const city = step.record.place.city
  return remarkRows(step, step.event.at).map((row) => ({ city, ...row }))
}

/** Equal lines of the counts are written as one. */
function deltas(steps: readonly WrittenStep[], world: World): readonly Row[] {
  const sums = new Map<string, DeltaRow & { city: number }>()
  for (const step of steps) {
    for (const row of deltaRows(step, world)) {
      const { n, ...rest } = row
      const key = Object.values(rest).join('|')
      const city = step.record.place.city
      sums.set(key, { city, ...row, n: n + (sums.get(key)?.n ?? 0) })
    }
  }
  return [...sums.values()].filter((row) => row.n !== 0)
}
