import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { askKeys } from '../../platform/crypto/ask-keys.ts'
import { openSoftwareKeys } from '../../platform/crypto/software-keys.ts'
import { identityParameters } from '../../platform/identity/parameters.ts'
import { openDatabase, withClient } from '../../platform/store/database.ts'
import { loadCity } from '../../platform/world/load-city.ts'
import { kinds } from '../registry.ts'
import { writePast } from './write-past.ts'

/** Runs beside the server, so that it goes on answering while the past is made. */
const wanted = z
  .object({
    url: z.string(),
    home: z.string(),
    city: z.number(),
    end: z.number(),
    days: z.number(),
    appeals: z.number(),
    seed: z.number(),
  })
  .parse(workerData)
const { url, home, city, ...past } = wanted
const db = openDatabase(url)
try {
  const state = await loadCity(db, city, { registry: kinds, parameters: identityParameters })
  if (state === undefined) throw new Error(`there is no city ${city}`)
  const progress = (done: number, total: number) => parentPort?.postMessage({ done, total })
  const keys = askKeys(openSoftwareKeys(home))
  const { refusals } = await writePast({ db, state, keys, progress }, past)
  for (const [what, count] of Object.entries(refusals))
    parentPort?.postMessage({ refused: `${what} (${count})` })
  await withClient(url, (client) => client.query('analyze'))
} finally {
  await db.close()
}
