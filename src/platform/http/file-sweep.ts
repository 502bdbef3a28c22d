import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dayMs, hourMs, type Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { isAway } from '../store/faults.ts'
import { moment } from '../world/sql-moment.ts'

export type Sweep = { stop(): Promise<void> }

type Where = {
  readonly db: Database
  /** The folder in which files lie. */
  readonly files: string
}

type Options = Where & {
  readonly cities: () => readonly number[]
  readonly now: () => Instant
  readonly say: (line: string) => void
  readonly everyMs?: number
}

/** Clears away, hour by hour, what was uploaded and then never sent. */
export function startSweep({ cities, now, say, everyMs = hourMs, ...where }: Options): Sweep {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      for (const city of cities())
        await sweepUploads(where, city, now()).catch((error: unknown) => {
          if (!isAway(error)) say(`清理没有用上的上传文件出错：${String(error)}`)
        })
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

const keptMs = dayMs
const atOnce = 200

/** Removes uploads that no record took within a day, and gives how many. */
export async function sweepUploads(where: Where, city: number, now: Instant): Promise<number> {
  const { db, files } = where
  const old = now - keptMs
  const found = await db.read
    .selectFrom('file')
    .select(['id', 'path'])
    .where('city', '=', city)
    .where('record_id', 'is', null)
    .where('at', '<', moment(old))
    .limit(atOnce)
    .execute()
  let removed = 0
  for (const { id, path } of found) {
    const gone = await db.read
      .deleteFrom('file')
      .where('city', '=', city)
      .where('id', '=', id)
      .where('record_id', 'is', null)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) continue
    removed += 1
    if (!(await isHeld(db, city, path))) await removeOlder(join(files, path), old)
  }
  return removed
}

/** The same picture, uploaded twice, lies there once. */
async function isHeld(db: Database, city: number, path: string): Promise<boolean> {
  const other = await db.read
    .selectFrom('file')
    .select('id')
    .where('city', '=', city)
    .where('path', '=', path)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** One that is just being uploaded again has been written before its row is there to be found. */
async function removeOlder(path: string, than: Instant): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found !== undefined && found.mtimeMs < than) await rm(path, { force: true })
}
