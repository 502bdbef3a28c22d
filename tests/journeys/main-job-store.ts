import { CITY_CODE } from '../../src/main/demo/city-code.ts'
import { kinds } from '../../src/main/registry.ts'
import type { Database } from '../../src/platform/store/database.ts'
import { readTally, type TallyQuestion } from '../../src/platform/tallies/read.ts'

/** How many events there are: in all, and of the record. */
export async function eventsIn(db: Database, record: string | undefined): Promise<EventCount> {
  const rows = await db.read
    .selectFrom('event')
    .select('record_id')
    .where('city', '=', CITY_CODE)
    .execute()
  return { all: rows.length, ofRecord: rows.filter((row) => row.record_id === record).length }
}

export type EventCount = { readonly all: number; readonly ofRecord: number }

/** The record that a number names. */
export async function recordNumbered(db: Database, number: string): Promise<string> {
  const { id } = await db.read
    .selectFrom('record')
    .select('id')
    .where('city', '=', CITY_CODE)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return id
}

export const levels = ['community', 'street', 'district', 'city', 'unit'] as const
export type Level = (typeof levels)[number]
/** Every measure of appeals that is not nothing. */
export type Measures = Readonly<Record<string, number>>
export type Counts = Readonly<Record<Level, Measures>>

/** All counts of appeals where one lies, and of the unit that answers for it. */
export async function countsAt(
  db: Database,
  where: Readonly<Record<Level, number>>,
): Promise<Counts> {
  const read = async (level: Level): Promise<Measures> => {
    const cells = await readTally(db, { ...asked, level, areas: [where[level]] })
    return Object.fromEntries(cells.map(({ measure, n }) => [measure, n]))
  }
  const [community, street, district, city, unit] = await Promise.all(levels.map(read))
  return {
    community: community ?? {},
    street: street ?? {},
    district: district ?? {},
    city: city ?? {},
    unit: unit ?? {},
  }
}

/** By how much each measure moved; one that did not is not there. */
export function movesBetween(before: Measures, after: Measures): Measures {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    names
      .map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const)
      .filter(([, moved]) => moved !== 0),
  )
}

const appeals = kinds.get('resident-appeal')

const asked: Omit<TallyQuestion, 'level'> = {
  city: CITY_CODE,
  kinds: ['resident-appeal'],
  measures: [
    ...Object.keys(appeals?.counters ?? {}),
    ...Object.keys(appeals?.states ?? {}).map((state) => `state:${state}`),
  ],
  to: '2999-12-31',
}
