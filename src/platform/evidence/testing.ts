import type { Instant } from '../../kernel/time.ts'
import { withClient } from '../store/database.ts'
import { city, keys } from '../testing/world.ts'
import { closeDays } from './close-days.ts'
import { sealBatch } from './seal-batch.ts'
import { verify } from './verify/verify.ts'

/** Closes the days that are over and seals all that waits, as the sealer does at this time. */
export function sealAll(url: string, now: Instant): Promise<number> {
  return withClient(url, async (client) => {
    await closeDays(client, city, now)
    let sealed = 0
    for (;;) {
      const n = await sealBatch(client, city, now)
      if (n === 0) return sealed
      sealed += n
    }
  })
}

/** What a verification finds in a test's city. */
export async function findings(url: string, heads?: string): Promise<readonly string[]> {
  const said: string[] = []
  await verify({ url, city, keys, heads, say: (line) => said.push(line) })
  return said
}
