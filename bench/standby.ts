import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from '../src/platform/store/database.ts'
import { startServerPair } from './product/server-pair.ts'
import { type Line, median, moreIsBetter } from './line.ts'
import { appealLife, logins } from './load/appeal-life.ts'
import { type Crew, openCrew } from './load/workers.ts'
import { withProduct } from './product/databases.ts'
import { writeCity } from './product/prepared-city.ts'

export type StandbySize = { readonly lives: number; readonly rounds: number }

const connections = 32

/**
 * The same lives on a primary whose standby follows, in turn without and with the primary waiting
 * for it before it answers; and how much log a life sends to the standby. Both servers are on this
 * machine: what a line between two machines adds is its round trip, once a commit.
 */
export async function standbyLines({ lives, rounds }: StandbySize): Promise<readonly Line[]> {
  const home = await mkdtemp(join(tmpdir(), 'tongxin-bench-'))
  const servers = await startServerPair((url) => writeCity(url, home))
  try {
    const { url } = servers.primary
    return await withProduct({ home, url }, async (product) => {
      const crew = await openCrew(product.url, { connections, logins })
      const run = rounder(crew, lives)
      await run()
      const speeds: { readonly ours: number; readonly limit: number }[] = []
      const bytes: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        await servers.makeAsynchronous()
        const before = await logWritten(url)
        const limit = await run()
        bytes.push(((await logWritten(url)) - before) / lives)
        await servers.makeSynchronous()
        speeds.push({ limit, ours: await run() })
      }
      crew.close()
      const ours = median(speeds.map((speed) => speed.ours))
      const limit = median(speeds.map((speed) => speed.limit))
      const note = `${Math.round(median(bytes) / 1024)} KB of log a life`
      return [
        moreIsBetter({
          name: 'lifecycle-standby',
          ours,
          limit,
          unit: 'lives/s',
          target: 0.7,
          note,
        }),
      ]
    })
  } finally {
    await servers.stop()
    await rm(home, { recursive: true, force: true })
  }
}

function rounder(crew: Crew, lives: number): () => Promise<number> {
  let done = 0
  return () => {
    const from = (done += lives)
    return crew.run(lives, (worker, index) => appealLife(worker, from + index))
  }
}

async function logWritten(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ bytes: string }>(
      `select (pg_current_wal_lsn() - '0/0')::text as bytes`,
    )
    return Number(rows[0]?.bytes ?? 0)
  })
}
