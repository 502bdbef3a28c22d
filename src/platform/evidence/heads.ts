import { sql } from 'kysely'
import type { Day } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import type { DayHead } from './close-days.ts'

type Asked = {
  readonly city: number
  readonly after?: Day | undefined
  readonly before?: Day | undefined
  readonly limit: number
  readonly oldestFirst?: boolean
}

/** Published days of a city, newest first unless asked otherwise. */
export async function readHeads(
  db: Pick<Database, 'read'>,
  { city, after, before, limit, oldestFirst = false }: Asked,
): Promise<readonly DayHead[]> {
  const all = db.read
    .selectFrom('day_head')
    .select(['city', 'day', 'seals', 'events', 'records'])
    .select([
      sql<string>`encode(prev, 'hex')`.as('prev'),
      sql<string>`encode(hash, 'hex')`.as('hash'),
    ])
    .where('city', '=', city)
    .orderBy('day', oldestFirst ? 'asc' : 'desc')
    .limit(limit)
  const from = after === undefined ? all : all.where('day', '>', after)
  return (before === undefined ? from : from.where('day', '<', before)).execute()
}
