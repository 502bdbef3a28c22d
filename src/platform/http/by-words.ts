import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Kind } from '../../kernel/kind.ts'
import { readCaseNumber } from '../numbers/case-number.ts'
import { searchQuery } from '../suggest/words.ts'

/** How many of the newest records are read through where no index can answer. */
export const mostRead = 2_000

export type Worded = {
  readonly conditions: readonly RawBuilder<SqlBool>[]
  /** What the newest records are read through for, and what is said with a list so found. */
  readonly reads?: RawBuilder<SqlBool>
  readonly note?: string
}

/** Records that hold all the words. Two characters in a row are looked up; single ones, letters and
 *  digits are the beginnings of words, for which the newest records are read through. */
export function byWords(
  { city, kind }: { readonly city: number; readonly kind: Kind },
  text: string,
): Worded {
  const number = readCaseNumber(text)
  const { exact, prefixes } = searchQuery(text)
  const begun = prefixes.map(
    (prefix) =>
      sql<SqlBool>`exists (select 1 from unnest(search.words) as word where starts_with(word, ${prefix}))`,
  )
  const numbered = number === undefined ? [] : [sql<SqlBool>`record.number = ${number}`]
  if (exact.length > 0) {
    const parts = [sql<SqlBool>`search.words @> ${exact}::text[]`, ...begun]
    const found = sql<SqlBool>`record.id in (
      select record_id from search
      where search.city = ${city} and search.kind = ${kind.name} and ${sql.join(parts, sql` and `)})`
    return { conditions: [sql<SqlBool>`(${sql.join([...numbered, found], sql` or `)})`] }
  }
  if (number !== undefined) return { conditions: numbered }
  if (prefixes.length === 0) return { conditions: [sql<SqlBool>`false`] }
  return {
    conditions: [],
    // `offset` keeps the planner from reading all words first.
    reads: sql<SqlBool>`exists (
      select 1 from search
      where search.city = record.city and search.record_id = record.id
        and ${sql.join(begun, sql` and `)} offset 0)`,
    note: `只查了最近 ${mostRead} 件；连写两个以上汉字可查全部`,
  }
}
