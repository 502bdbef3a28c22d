import { setTimeout as pause } from 'node:timers/promises'
import { hourMs, type Instant } from '../kernel/time.ts'
import { sweepUploads, type Uploads } from '../platform/http/file-sweep.ts'
import { sweepJobs } from '../platform/http/sheets/leases.ts'
import { isAway } from '../platform/store/faults.ts'

export type Sweep = { stop(): Promise<void> }

type Options = Uploads & {
  readonly cities: () => readonly number[]
  readonly now: () => Instant
  readonly say: (line: string) => void
  readonly everyMs?: number
}

/** Clears away, hour by hour, what was uploaded and then never sent, and sheets brought in long ago. */
export function startSweep({ cities, now, say, everyMs = hourMs, ...where }: Options): Sweep {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      for (const city of cities())
        await sweepBoth(where, city, now()).catch((error: unknown) => {
          if (!isAway(error)) say(`清理上传的文件出错：${String(error)}`)
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

async function sweepBoth(where: Uploads, city: number, now: Instant): Promise<void> {
  await sweepUploads(where, city, now)
  await sweepJobs(where, city, now)
}
