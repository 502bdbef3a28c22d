import { faultWords } from '../log/fault-view.ts'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { type Day, dayOf, type Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { closeDays } from './close-days.ts'
import { batch, sealBatch } from './seal-batch.ts'

export type Sealer = { stop(): Promise<void> }

type Options = {
  readonly cities: () => readonly number[]
  readonly now: () => Instant
  readonly say: (line: string) => void
  /** Called when days may have been closed: after each start, and after midnight. */
  readonly publish?: (city: number) => Promise<void>
}

const sealerLock = 7_265_005
/** So an event is sealed within a second of its commit. */
const everyMs = 500
/** While a long queue is worked off, others get their turn. */
const betweenBatchesMs = 20

/**
 * Seals what asks committed, a batch a turn, and closes the days. One sealer works in a city at a
 * time: the others stand by for its lock, which dies with its connection.
 */
export function startSealer(db: Database, options: Options): Sealer {
  const stopping = new AbortController()
  const running = run(db, options, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function run(db: Database, options: Options, signal: AbortSignal): Promise<void> {
  let trouble = ''
  while (!signal.aborted) {
    try {
      await db.bulk((client) => sealing(client, options, signal))
      trouble = ''
    } catch (error) {
      if (trouble !== String(error)) options.say(`存证暂停，稍后继续：${faultWords(error)}`)
      trouble = String(error)
      await rest(1000, signal)
    }
  }
}

async function sealing(client: pg.Client, options: Options, signal: AbortSignal): Promise<void> {
  const closed = new Map<number, Day | undefined>()
  while (!signal.aborted) {
    let wait = everyMs
    for (const city of options.cities()) {
      if (!closed.has(city) && !(await locked(client, city))) continue
      const now = options.now()
      if (closed.get(city) !== dayOf(now)) {
        await closeDays(client, city, now)
        await options.publish?.(city)
      }
      closed.set(city, dayOf(now))
      if ((await sealBatch(client, city, now)) === batch) wait = betweenBatchesMs
    }
    await rest(wait, signal)
  }
}

async function locked(client: pg.Client, city: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    'select pg_try_advisory_lock($1::int, $2::int) as mine',
    [sealerLock, city],
  )
  return rows[0]?.mine ?? false
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
