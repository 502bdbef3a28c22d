import { faultWords } from '../log/fault-view.ts'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Database } from '../store/database.ts'
import { foldBatch } from './fold.ts'

export type Folder = { stop(): Promise<void> }

type Options = {
  readonly cities: () => readonly number[]
  readonly now: () => number
  readonly say: (line: string) => void
  /** How long it rests between two batches; longer while much is written that nobody waits for. */
  readonly everyMs?: () => number
}

const folderLock = 7_265_002
/** So the counts that are folded are never far behind; what is read is exact at any time. */
export const usualMs = 250

/**
 * Folds what asks added to the counts, a batch a turn. One folder works in a city at a time: the
 * others stand by for its lock. A lost connection is made again.
 */
export function startFolder(db: Database, options: Options): Folder {
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
      await db.bulk((client) => folding(client, options, signal))
      trouble = ''
    } catch (error) {
      if (trouble !== String(error)) options.say(`计数汇总暂停,稍后继续:${faultWords(error)}`)
      trouble = String(error)
      await rest(1000, signal)
    }
  }
}

async function folding(client: pg.Client, options: Options, signal: AbortSignal): Promise<void> {
  const { cities, now, everyMs = () => usualMs } = options
  const mine = new Set<number>()
  while (!signal.aborted) {
    for (const city of cities()) {
      if (!mine.has(city) && !(await locked(client, city))) continue
      mine.add(city)
      await foldBatch(client, city, now())
    }
    await rest(everyMs(), signal)
  }
}

async function locked(client: pg.Client, city: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    'select pg_try_advisory_lock($1::int, $2::int) as mine',
    [folderLock, city],
  )
  return rows[0]?.mine ?? false
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
