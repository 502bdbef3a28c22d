import { setTimeout as pause } from 'node:timers/promises'
import { hourMs, type Instant } from '../kernel/time.ts'
import { sweepUploads, type Uploads } from '../platform/http/file-sweep.ts'
import { isAway } from '../platform/store/faults.ts'

export type Sweep = { stop(): Promise<void> }

type Options = Uploads & {
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
