import pg from 'pg'
import { addDays, dayOf, startOfDay } from '../../src/kernel/time.ts'
import { CITY_CODE as city } from '../../src/main/demo/city-code.ts'
import { openDatabase } from '../../src/platform/store/database.ts'
import { momentOf } from '../../src/platform/store/value-types.ts'
import { levels } from '../../src/platform/tallies/fold.ts'
import { readTally } from '../../src/platform/tallies/read.ts'
import { lessIsBetter, type Line, median, never } from '../line.ts'
import { type Cities, settled } from './cities.ts'

type Level = 'city' | 'district' | 'street' | 'community'
type Question = {
  readonly level: Level
  readonly area: number
  readonly from: string
  readonly to: string
}

/** The first rounds of both are left out: the server keeps a plan from the sixth time on, on each
 *  connection. */
const [warming, rounds] = [12, 15]

/** Appeals that came in, of areas of all levels in spans of all lengths: read from the counts, and
 *  counted. Counting is left every plan that the database knows. */
export async function overviewLines({ large }: Cities): Promise<readonly Line[]> {
  await settled(large)
  const db = openDatabase(large.url)
  const client = new pg.Client({ connectionString: large.url })
  await client.connect()
  try {
    const told: { own: number; counted: number; isEqual: boolean }[] = []
    for (const asked of await questions(client)) {
      const own = await timed(() => tallied(db, asked))
      const other = await timed(() => counted(client, asked))
      told.push({ own: own.ms, counted: other.ms, isEqual: own.n === other.n })
    }
    const [year] = told
    const unequal = told.filter(({ isEqual }) => !isEqual).length
    const slower = told.filter(({ own, counted: other }) => own > other).length
    const note = `${told.length} numbers`
    const limit = (year?.counted ?? 0) / 300
    return [
      never({ name: 'overview-unequal', ours: unequal, unit: 'numbers', note }),
      never({ name: 'overview-slower', ours: slower, unit: 'numbers', note }),
      lessIsBetter({ name: 'overview-city-year', ours: year?.own ?? 0, limit, unit: 'ms' }),
    ]
  } finally {
    await client.end()
    await db.close()
  }
}

/** The city's year first, then every level with a year, a month, a week and a day. */
async function questions(client: pg.Client): Promise<readonly Question[]> {
  const { rows } = await client.query<{ district: string; street: string; community: string }>(
    `select district, street, community from record where kind = 'resident-appeal'
     group by 1, 2, 3 order by count(*) desc, 3 limit 1`,
  )
  const [busiest] = rows
  const areas: Readonly<Record<Level, number>> = {
    city,
    district: Number(busiest?.district),
    street: Number(busiest?.street),
    community: Number(busiest?.community),
  }
  const today = dayOf(Date.now())
  return (['city', 'district', 'street', 'community'] as const).flatMap((level) =>
    [366, 60, 30, 7].map((days) => {
      const to = days === 366 ? today : addDays(today, -100)
      return { level, area: areas[level], from: addDays(to, -days), to }
    }),
  )
}

async function tallied(db: ReturnType<typeof openDatabase>, asked: Question): Promise<number> {
  const { level, area, from, to } = asked
  const kinds = ['resident-appeal']
  const cells = await readTally(db, {
    city,
    level,
    areas: [area],
    kinds,
    measures: ['registered'],
    from,
    to,
  })
  return cells.reduce((sum, { n }) => sum + n, 0)
}

async function counted(client: pg.Client, { level, area, from, to }: Question): Promise<number> {
  const column = level === 'city' ? 'city' : level
  if (!(column in levels)) throw new Error(`nothing is counted by ${level}`)
  const { rows } = await client.query<{ n: string }>(
    `select count(*) as n from record where city = $1 and kind = 'resident-appeal' and ${column} = $2
     and opened_at >= $3 and opened_at < $4`,
    [city, area, momentOf(startOfDay(from)), momentOf(startOfDay(addDays(to, 1)))],
  )
  return Number(rows[0]?.n)
}

async function timed(work: () => Promise<number>): Promise<{ n: number; ms: number }> {
  const times: number[] = []
  let n = 0
  for (let round = 0; round < warming + rounds; round += 1) {
    const began = performance.now()
    n = await work()
    if (round >= warming) times.push(performance.now() - began)
  }
  return { n, ms: median(times) }
}
