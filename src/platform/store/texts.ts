import type { Keys } from '../asking/types.ts'
import type { Database } from './database.ts'
import { reached } from './faults.ts'

/** What words are read with: they lie sealed. */
export type TextReads = {
  readonly db: Pick<Database, 'quick'>
  readonly keys: Pick<Keys, 'openWords'>
}

/** The texts of contents by id, as they were written. Erased ones are left out. */
export async function loadTexts(
  { db, keys }: TextReads,
  city: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const values = [city, [...new Set(ids)]]
  const rows = await reached(() => db.quick.run<Row>({ name: 'texts', text: textsText, values }))
  return new Map(
    rows.flatMap(({ id, text }) =>
      text === null ? [] : [[id, keys.openWords(id, text)] as const],
    ),
  )
}

type Row = { readonly id: string; readonly text: string | null }

const textsText = 'select id, text from content where city = $1::int and id = any($2::uuid[])'
