import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import { momentOf } from '../store/value-types.ts'

/** An instant to compare a column with: moments are read as numbers but sent as text. */
export function moment(at: Instant): RawBuilder<number> {
  return sql<number>`${momentOf(at)}::timestamptz`
}
