import type { Selectable } from 'kysely'
import type { ContentRef, Values } from '../../kernel/field.ts'
import {
  type Change,
  type EventRecord,
  evolve,
  type RecordState,
  unopenedRecord,
} from '../../kernel/record.ts'
import type { Database } from './database.ts'
import { reached } from './faults.ts'
import { objectIn } from './json.ts'
import { placeIn } from './load.ts'
import type { Tables } from './tables.ts'
import { loadTexts, type TextReads } from './texts.ts'

export type EventRow = Selectable<Tables['event']>

/** As much of an event as tells what happened. */
export type EventLine = Pick<
  EventRow,
  'seq' | 'at' | 'type' | 'actor' | 'post' | 'ask' | 'party' | 'body'
>

/** The text of an event, read back. */
export type Body = {
  readonly input: Values
  readonly change: Omit<Change, 'title'> & { readonly title?: ContentRef }
  /** Of a first event: what it opened. */
  readonly opens?: { readonly kind: string; readonly number: string; readonly by?: string }
}

/** The events of a record in order, up to a number if one is given. */
export async function loadEvents(
  reads: TextReads,
  of: { readonly city: number; readonly record: string; readonly upTo?: number | undefined },
): Promise<readonly EventRecord[]> {
  const rows = await eventRows(reads.db, of)
  const texts = await loadTexts(reads, of.city, titlesIn(rows))
  return rows.map((row) => eventIn(row, texts))
}

/** A record as it stood right after one of its events. */
export async function loadRecordAt(
  reads: TextReads,
  of: { readonly city: number; readonly record: string; readonly upTo: number },
): Promise<{ record: RecordState; event: EventRecord } | undefined> {
  const rows = await eventRows(reads.db, of)
  const texts = await loadTexts(reads, of.city, titlesIn(rows))
  const record = foldEvents(rows, texts)
  const last = rows.at(-1)
  return record === undefined || last === undefined
    ? undefined
    : { record, event: eventIn(last, texts) }
}

/** The ids of the contents that titles stand in. */
function titlesIn(rows: readonly Pick<EventRow, 'body'>[]): readonly string[] {
  return rows.flatMap((row) => {
    const { title } = bodyIn(row).change
    return title === undefined ? [] : [title.content]
  })
}

export function bodyIn(row: Pick<EventRow, 'body'>): Body {
  return objectIn<Body>(JSON.parse(row.body))
}

export function eventIn(row: EventLine, texts: ReadonlyMap<string, string>): EventRecord {
  const { input, change } = bodyIn(row)
  const { title, ...rest } = change
  const [role = '', unit = ''] = row.party?.split(':') ?? []
  return {
    seq: row.seq,
    at: row.at,
    type: row.type,
    actor: row.actor,
    post: row.post,
    ask: row.ask,
    ...(row.party === null ? {} : { party: { role, unit: Number(unit) } }),
    input,
    change:
      title === undefined ? rest : { ...rest, title: texts.get(title.content) ?? erasedTitle },
  }
}

/** What a record is called whose name was erased. */
export const erasedTitle = '(内容已清除)'

/** The record that its events alone make. */
function foldEvents(
  rows: readonly EventRow[],
  texts: ReadonlyMap<string, string>,
): RecordState | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  return rows.reduce((record, row) => evolve(record, eventIn(row, texts)), unopened(first))
}

/** A record before its first event. */
export function unopened(first: EventRow): RecordState {
  const { opens, change } = bodyIn(first)
  const nowhere = { city: first.city, district: null, street: null, community: null }
  return unopenedRecord({
    id: first.record_id,
    kind: opens?.kind ?? '',
    number: opens?.number ?? '',
    place: change.place ?? placeIn(nowhere),
    openedAt: first.at,
  })
}

function eventRows(
  db: Pick<Database, 'quick'>,
  {
    city,
    record,
    upTo,
  }: { readonly city: number; readonly record: string; readonly upTo?: number | undefined },
): Promise<readonly EventRow[]> {
  const values = [city, record, upTo ?? null]
  return reached(() => db.quick.run<EventRow>({ name: 'events', text: eventsText, values }))
}

const eventsText = `select * from event
  where city = $1::int and record_id = $2::uuid and ($3::int is null or seq <= $3::int) order by seq`
