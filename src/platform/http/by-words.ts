import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Kind } from '../../kernel/kind.ts'
import { readCaseNumber } from '../numbers/case-number.ts'
import { searchQuery } from '../suggest/words.ts'

/** How many of the newest records are read through where no index can answer. */
const mostRead = 5_000

/** What is said with a list that was found by reading: older records may hold the words, too. */
export function notedOfWords(text: string | undefined): string | undefined {
  if (text === undefined || readCaseNumber(text) !== undefined) return undefined
  const { exact, prefixes } = searchQuery(text)
  return exact.length === 0 && prefixes.length > 0
    ? `只查了最近 ${mostRead} 件；连写两个以上汉字可查全部`
    : undefined
}

/** Records that hold all the words. Two characters in a row are looked up; single ones, letters and
 *  digits are the beginnings of words, for which the newest records are read through. */
export function byWords(
  { city, kind }: { readonly city: number; readonly kind: Kind },
  text: string,
): RawBuilder<SqlBool> {
  const number = readCaseNumber(text)
  const { exact, prefixes } = searchQuery(text)
  const begun = prefixes.map(
    (prefix) =>
      sql<SqlBool>`exists (select 1 from unnest(search.words) as word where starts_with(word, ${prefix}))`,
  )
  const found =
    exact.length > 0
      ? sql<SqlBool>`record.id in (
          select record_id from search
          where search.city = ${city} and search.kind = ${kind.name}
            and ${sql.join([sql`search.words @> ${exact}::text[]`, ...begun], sql` and `)})`
      : prefixes.length > 0
        ? readThrough({ city, kind }, begun)
        : sql<SqlBool>`false`
  return number === undefined ? found : sql<SqlBool>`(record.number = ${number} or ${found})`
}

/** One after the other from the newest; `offset` keeps the planner from reading all words first. */
function readThrough(
  { city, kind }: { readonly city: number; readonly kind: Kind },
  begun: readonly RawBuilder<SqlBool>[],
): RawBuilder<SqlBool> {
  return sql<SqlBool>`record.opened_at >= coalesce((
      select opened_at from record as newest
      where newest.city = ${city} and newest.kind = ${kind.name}
      order by opened_at desc, id desc offset ${mostRead - 1} limit 1), '-infinity')
    and exists (
      select 1 from search
      where search.city = record.city and search.record_id = record.id
        and ${sql.join([...begun], sql` and `)} offset 0)`
}
