import { CITY_CODE } from '../../src/main/demo/city-code.ts'
import type { Database } from '../../src/platform/store/database.ts'

/** How many events people made, in all and of one record: clocks and effects tell nothing of them. */
export async function eventsByPeople(db: Database, record: string) {
  const rows = await db.read
    .selectFrom('event')
    .select('record_id')
    .where('city', '=', CITY_CODE)
    .where('post', '<>', '')
    .execute()
  return { all: rows.length, ofRecord: rows.filter((row) => row.record_id === record).length }
}

/** The types of a record's events, oldest first. */
export async function toldOf(db: Database, record: string): Promise<readonly string[]> {
  const rows = await db.read
    .selectFrom('event')
    .select('type')
    .where('city', '=', CITY_CODE)
    .where('record_id', '=', record)
    .orderBy('seq')
    .execute()
  return rows.map(({ type }) => type)
}

/** The newest records of a kind, newest first. */
export async function recordsOf(db: Database, kind: string) {
  const rows = await db.read
    .selectFrom('record')
    .select(['id', 'state', 'fields'])
    .where('city', '=', CITY_CODE)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .execute()
  return rows
}

/** Every unit that takes part in a record and how far it is. */
export async function partiesOf(db: Database, record: string) {
  const rows = await db.read
    .selectFrom('party')
    .select(['unit', 'state'])
    .where('city', '=', CITY_CODE)
    .where('record_id', '=', record)
    .execute()
  return new Map(rows.map(({ unit, state }) => [unit, state]))
}
