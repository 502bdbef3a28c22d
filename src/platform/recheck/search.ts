import { sql } from 'kysely'
import { residentFields } from '../../kernel/resident-words.ts'
import { loadPersons } from '../asking/persons.ts'
import { shownTo } from '../asking/shown-words.ts'
import { isContentRef } from '../store/step.ts'
import { type Folded, nobody } from './folded.ts'
import type { Checking } from './checking.ts'

/** Every searched text of a record is found by words; what is erased or empty is not. */
export async function checkSearch(
  checking: Checking,
  ids: readonly string[],
  folded: readonly Folded[],
): Promise<void> {
  const { read, city, differs, repair, away } = checking
  const rows =
    away === undefined
      ? await read
          .selectFrom('search')
          .select(['record_id', 'field', 'words'])
          .where('city', '=', city)
          .where('record_id', 'in', [...ids, nobody])
          .execute()
      : [...away.values()].flatMap(({ search }) => search)
  const stored = Map.groupBy(rows, (row) => row.record_id)
  for (const one of folded) {
    const due = new Map(searchedTexts(one))
    const own = stored.get(one.record.id) ?? []
    const had = new Set(own.map((row) => row.field))
    for (const [field, text] of due) {
      if (had.has(field) || checking.segment(text).length === 0) continue
      differs(`记录 ${one.record.number}:缺少检索词 ${field}`)
      if (repair) await write(checking, one, { field, text })
    }
    for (const row of own) {
      if (due.has(row.field) || row.words.length === 0) continue
      differs(`记录 ${one.record.number}:多出检索词 ${row.field}`)
      if (repair) await remove(checking, one, row.field)
    }
  }
}

function searchedTexts({ kind, record, texts }: Folded): readonly (readonly [string, string])[] {
  return (kind.searched ?? []).flatMap((field) => {
    const value = record.fields[field]
    const text = isContentRef(value) ? texts.get(value.content) : value
    return typeof text === 'string' || typeof text === 'number'
      ? [[field, String(text)] as const]
      : []
  })
}

async function write(
  checking: Checking,
  { kind, record }: Folded,
  { field, text }: { field: string; text: string },
): Promise<void> {
  const { read, city, segment } = checking
  const own = residentFields(kind)
  const persons = own === undefined ? undefined : await loadPersons(checking, city, [record.id])
  const said = { text, isOwn: own?.has(field) === true }
  const words = [...new Set(segment(shownTo(said, persons?.get(record.id) ?? [])))]
  await sql`insert into search(city, record_id, field, kind, words)
    values (${city}, ${record.id}, ${field}, ${record.kind}, ${words}::text[])`.execute(read)
}

async function remove({ read, city }: Checking, { record }: Folded, field: string): Promise<void> {
  await sql`delete from search
    where city = ${city} and record_id = ${record.id} and field = ${field}`.execute(read)
}
