import { setImmediate as turn } from 'node:timers/promises'
import type { Instant } from '../../kernel/time.ts'
import type { Keys } from '../../platform/asking/types.ts'
import { bulkWrite, type Life } from '../../platform/store/bulk.ts'
import type { Database } from '../../platform/store/database.ts'
import { searchTokens } from '../../platform/suggest/words.ts'
import type { CityState } from '../../platform/world/city-state.ts'
import { livedMs } from './base.ts'
import { figuresInSamples } from './samples/linkage-institutions.ts'
import { allIndicators, kinds } from '../registry.ts'
import { pastIds } from './past-ids.ts'
import { type Part, simulate } from './simulate.ts'
import { storedLife } from './stored-life.ts'
import { writeStaff } from './write-staff.ts'

export type PastWanted = {
  readonly end: Instant
  readonly days: number
  readonly appeals: number
  readonly seed: number
  readonly part?: Part | undefined
}

export type PastWritten = {
  readonly lives: number
  readonly refusals: Readonly<Record<string, number>>
}

type Tools = {
  readonly db: Database
  readonly state: CityState
  readonly keys: Keys
  readonly progress: (done: number, total: number) => void
}

/** Plays the demo city's past and writes it, life by life. Lives that are written already are left
 *  alone: the same past comes again, so a broken load goes on. */
export async function writePast(
  { db, state, keys, progress }: Tools,
  wanted: PastWanted,
): Promise<PastWritten> {
  const { city, world } = state
  const units = [...world.directory.units.values()]
  const posts = await writeStaff(db, city, { units, from: wanted.end - livedMs })
  // Two parts made side by side must not draw the same ids or numbers.
  const apart = wanted.part === 'findings' ? { seed: 50, ahead: 400_000 } : { seed: 0, ahead: 0 }
  const seed = wanted.seed + apart.seed
  const ids = pastIds(seed + 2, apart.ahead)
  const digest = (text: string) => keys.digest(text)
  const indicators = allIndicators.filter(({ id }) => figuresInSamples.includes(id))
  const past = simulate({ ...wanted, ...ids, seed, kinds, indicators, world, posts, digest })
  const own = pastIds(Date.now() + apart.ahead)
  const newId = () => own.newId(wanted.end)
  const sealWords = (id: string, text: string) => keys.sealWords(id, text)
  const tools = { world, newId, digest, sealWords, segment: searchTokens }
  let batch: Life[] = []
  let writing = Promise.resolve()
  let done = 0
  const write = async () => {
    const lives = batch
    batch = []
    await writing
    progress(Math.min(done, past.total), past.total)
    done += lives.length
    writing = missingOf(db, city, lives).then((missing) => bulkWrite(db, tools, missing))
    // The failure is met where the next batch, or the end, waits for this one.
    writing.catch(() => undefined)
  }
  for (const life of past.lives) {
    batch.push(storedLife(life, keys, past.person))
    // While the next lives are played, the last ones go on to the database.
    if (batch.length % livesAPause === 0) await turn()
    if (batch.length >= livesAtOnce || (done === 0 && batch.length >= firstLives)) await write()
  }
  await write()
  await writing
  progress(past.total, past.total)
  return { lives: done, refusals: Object.fromEntries(past.refusals) }
}

const livesAPause = 4
const livesAtOnce = 600
/** The duty list comes first, and desks need it at once. */
const firstLives = 150

async function missingOf(
  db: Database,
  city: number,
  lives: readonly Life[],
): Promise<readonly Life[]> {
  const ids = lives.flatMap((life) => life.steps[0]?.record.id ?? [])
  if (ids.length === 0) return []
  const rows = await db.read
    .selectFrom('record')
    .select('id')
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute()
  const known = new Set(rows.map((row) => row.id))
  return lives.filter((life) => !known.has(life.steps[0]?.record.id ?? ''))
}
