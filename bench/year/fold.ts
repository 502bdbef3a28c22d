import { setTimeout as pause } from 'node:timers/promises'
import { withClient } from '../../src/platform/store/database.ts'
import type pg from 'pg'
import { lessIsBetter, type Line } from '../line.ts'
import { startProduct } from '../product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { behind } from './background.ts'
import type { Cities } from './cities.ts'
import { openSide } from './side.ts'

const looks = 20

/** How long a line of the counts waits under load; and the same from the moment when the process
 *  that folds is killed, while another goes on answering. */
export async function foldLines({ home, small }: Cities): Promise<readonly Line[]> {
  const env = { DATABASE_URL: small.url }
  const folder = await startProduct({ home, port: await findFreePort(), env })
  // The first holds the folder's lock; the second is the one that is asked.
  const side = await openSide(home, small)
  try {
    return await withClient(small.url, async (client) => {
      const { made } = await behind(side.crew, async () => {
        await pause(1000)
        const under = await longest(client, looks)
        folder.send('SIGKILL')
        const after = await longest(client, looks)
        return { under, after }
      })
      const unit = 's'
      return [
        lessIsBetter({ name: 'fold-lag', ours: made.under, limit: 1, unit }),
        lessIsBetter({ name: 'fold-lag-after-kill', ours: made.after, limit: 1, unit }),
      ]
    })
  } finally {
    folder.send('SIGKILL')
    await folder.ended
    await side.stop()
  }
}

/** The longest of several waits, each for all lines that stood there at one moment. */
async function longest(client: pg.Client, times: number): Promise<number> {
  let most = 0
  for (let look = 0; look < times; look += 1) {
    const began = performance.now()
    const { rows } = await client.query<{ next: string }>(
      'select pg_snapshot_xmax(pg_current_snapshot())::text as next',
    )
    const next = rows[0]?.next ?? '0'
    while (await waits(client, next)) await pause(20)
    most = Math.max(most, (performance.now() - began) / 1000)
  }
  return most
}

async function waits(client: pg.Client, before: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from delta where xmin::text::bigint < $1::bigint limit 1',
    [before],
  )
  return (rowCount ?? 0) > 0
}
