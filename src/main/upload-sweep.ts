import { faultWords } from '../platform/log/fault-view.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { hourMs, type Instant } from '../kernel/time.ts'
import type { World } from '../kernel/world.ts'
import type { Registry } from '../platform/asking/types.ts'
import { sweepUploads, type Uploads } from '../platform/http/file-sweep.ts'
import { sweepJobs } from '../platform/http/sheets/leases.ts'
import { type RetentionDeps, eraseByDate } from '../platform/retention/daily.ts'
import { daysKept } from '../platform/retention/parameters.ts'
import { isAway } from '../platform/store/faults.ts'

export type Sweep = { stop(): Promise<void> }

type Options = Uploads & {
  readonly keys: RetentionDeps['keys']
  readonly registry: Registry
  readonly worldOf: (city: number) => World
  readonly cities: () => readonly number[]
  readonly now: () => Instant
  readonly say: (line: string) => void
  readonly everyMs?: number
}

/** Clears away, hour by hour, what was uploaded and then never sent, sheets brought in long ago, and
 *  once a day all that has been kept long enough. */
export function startSweep({ cities, now, say, everyMs = hourMs, ...where }: Options): Sweep {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      for (const city of cities())
        await sweepAll(where, city, now()).catch((error: unknown) => {
          if (!isAway(error)) say(`清理上传的文件出错：${faultWords(error)}`)
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

type Where = RetentionDeps & Uploads

async function sweepAll(where: Where, city: number, now: Instant): Promise<void> {
  const days = daysKept(where.worldOf(city), 'upload', { now })
  await sweepUploads({ ...where, days }, city, now)
  await sweepJobs(where, city, now)
  await eraseByDate(where, city, now)
}
