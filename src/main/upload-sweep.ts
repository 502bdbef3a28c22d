import { archiveByYear } from '../platform/archive/round.ts'
import { faultWords } from '../platform/log/fault-view.ts'
import { hourMs, type Instant } from '../kernel/time.ts'
import type { World } from '../kernel/world.ts'
import type { Registry } from '../platform/asking/types.ts'
import { sweepUploads, type Uploads } from '../platform/http/file-sweep.ts'
import { sweepJobs } from '../platform/http/sheets/leases.ts'
import { type RetentionDeps, eraseByDate } from '../platform/retention/daily.ts'
import { daysKept } from '../platform/retention/parameters.ts'
import { isAway } from '../platform/store/faults.ts'
import type { Working } from '../platform/turns/working.ts'

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
 *  once a day all that has been kept long enough; then what ended long ago is put away. One process at
 *  a time does it in a city. */
export function sweepRounds({ cities, now, say, everyMs = hourMs, ...where }: Options): Working {
  return {
    work: 'clearing',
    cities,
    say,
    brokeOff: '到期内容清理暂停，稍后继续',
    everyMs: () => everyMs,
    async round({ city, signal }) {
      await sweepAll({ ...where, now, signal }, city).catch((error: unknown) => {
        if (!isAway(error) && !signal.aborted) say(`清理上传的文件出错：${faultWords(error)}`)
      })
      return undefined
    },
  }
}

type Where = RetentionDeps & Uploads & Pick<Options, 'now'> & { readonly signal: AbortSignal }

async function sweepAll(where: Where, city: number): Promise<void> {
  const now = where.now()
  const days = daysKept(where.worldOf(city), 'upload', { now })
  await sweepUploads({ ...where, days }, city, now)
  await sweepJobs(where, city, now)
  // What cannot be erased today does not keep years that are over in the working tables.
  const [erased] = await Promise.allSettled([eraseByDate(where, city, now)])
  where.signal.throwIfAborted()
  await archiveByYear(where, city, where.signal)
  if (erased.status === 'rejected') throw erased.reason
}
