import { type Kysely, sql } from 'kysely'
import type { Kind } from '../../kernel/kind.ts'
import { type Person, withoutPersons } from '../../kernel/redact.ts'
import { residentFields } from '../../kernel/resident-words.ts'
import type { Instant } from '../../kernel/time.ts'
import { shownTo } from '../asking/shown-words.ts'
import type { Keys } from '../asking/types.ts'
import { bodyIn } from '../store/events.ts'
import type { Tables } from '../store/tables.ts'
import { momentOf } from '../store/value-types.ts'
import { openedFrom } from './passed-words.ts'

type Starring = {
  readonly city: number
  readonly record: string
  readonly kind: Kind
  readonly at: Instant
  readonly persons: readonly Person[]
  /** True when nobody is named by the record any more: then no number stays in what they wrote. */
  readonly isLast: boolean
}

/**
 * Takes people out of a record's words for good, before the only thing that says who they are is
 * gone: from then on nobody could star them for a reader. Words with a date of erasure and a text
 * are starred ones; their event's digest is of what was written.
 */
export async function starWords(
  db: Kysely<Tables>,
  keys: Pick<Keys, 'openWords' | 'sealWords'>,
  starring: Starring,
): Promise<void> {
  const { city, record, kind, at, persons, isLast } = starring
  const own = residentFields(kind)
  const records = [record, ...(await openedFrom(db, { city, record }))]
  const rows = await db
    .selectFrom('content')
    .select(['id', 'record_id', 'field', 'text'])
    .where('city', '=', city)
    .where('record_id', 'in', records)
    .where('text', 'is not', null)
    .execute()
  for (const row of rows) {
    if (row.text === null) continue
    const clear = keys.openWords(row.id, row.text)
    const isOwn = isLast && row.record_id === record && own?.has(row.field) === true
    const left = isOwn ? shownTo({ text: clear, isOwn }, persons) : withoutPersons(clear, persons)
    if (left === clear) continue
    await db
      .updateTable('content')
      .set({ text: keys.sealWords(row.id, left), erased_at: momentOf(at) })
      .where('city', '=', city)
      .where('id', '=', row.id)
      .execute()
    await starTitle(db, { city, record: row.record_id, content: row.id, left })
  }
}

type Left = {
  readonly city: number
  readonly record: string
  readonly content: string
  readonly left: string
}

/** A title is made without the person, unless they came to be known after it. */
async function starTitle(db: Kysely<Tables>, { city, record, content, left }: Left) {
  const named = await db
    .selectFrom('event')
    .select('body')
    .where('city', '=', city)
    .where('record_id', '=', record)
    .where(sql<boolean>`body::jsonb->'change' ? 'title'`)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (named === undefined || bodyIn(named).change.title?.content !== content) return
  await db
    .updateTable('record')
    .set({ title: left })
    .where('city', '=', city)
    .where('id', '=', record)
    .execute()
}
