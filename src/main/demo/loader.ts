import { z } from 'zod'
import { askKeys } from '../../platform/crypto/ask-keys.ts'
import { openSoftwareKeys } from '../../platform/crypto/software-keys.ts'
import { openDatabase, withClient } from '../../platform/store/database.ts'
import { loadCity } from '../../platform/world/load-city.ts'
import { cityWide } from '../parameters.ts'
import { kinds } from '../registry.ts'
import { writePast } from './write-past.ts'

/** A process beside the server, which makes a part of the demo city's past and ends when the server
 *  does. */
const wanted = z
  .object({
    url: z.string(),
    home: z.string(),
    city: z.number(),
    end: z.number(),
    days: z.number(),
    appeals: z.number(),
    seed: z.number(),
    part: z.enum(['findings', 'rest']),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'))

const loaderLock = wanted.part === 'rest' ? 7_265_003 : 7_265_004
const endsToo = () => process.exit(1)
process.on('disconnect', endsToo)
try {
  // A loader whose server was killed may still be ending: one works at a time on each part.
  await withClient(wanted.url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [loaderLock])
    await load()
  })
  process.off('disconnect', endsToo)
  process.disconnect()
} catch (error) {
  process.send?.({ failed: String(error) }, () => process.exit(1))
}

async function load(): Promise<void> {
  const { url, home, city, ...past } = wanted
  const db = openDatabase(url)
  try {
    const state = await loadCity(db, city, {
      registry: kinds,
      parameters: cityWide,
    })
    if (state === undefined) throw new Error(`there is no city ${city}`)
    const progress = (done: number, total: number) => process.send?.({ done, total })
    const keys = askKeys(openSoftwareKeys(home))
    const { refusals } = await writePast({ db, state, keys, progress }, past)
    for (const [what, count] of Object.entries(refusals))
      process.send?.({ refused: `${what} (${count})` })
  } finally {
    await db.close()
  }
}
