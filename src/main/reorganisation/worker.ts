import { faultWords } from '../../platform/log/fault-view.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { reorganisation } from '../../capabilities/city/reorganisation/kind.ts'
import type { AskDeps } from '../../platform/asking/types.ts'
import { isAway } from '../../platform/store/faults.ts'
import { loadRecord } from '../../platform/store/load.ts'
import { carryOut } from './carry-out.ts'

export type Reorganising = { stop(): Promise<void> }

type Options = {
  readonly cities: () => readonly number[]
  readonly reload: () => Promise<void>
  readonly say: (line: string) => void
  readonly everyMs?: number
  readonly aheadMs?: number
}

const lock = 7_265_003
const usualAheadMs = 3000

/** Carries out reorganisations that are under way, one at a time in a city, whichever process. What
 *  a stop or a kill breaks off goes on at the next start. */
export function startReorganising(deps: AskDeps, options: Options): Reorganising {
  const stopping = new AbortController()
  const running = run(deps, options, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function run(deps: AskDeps, options: Options, signal: AbortSignal): Promise<void> {
  const { cities, say, everyMs = 1000 } = options
  const isStopping = () => signal.aborted
  while (!isStopping()) {
    for (const city of cities())
      try {
        await reorganise(deps, city, { ...options, signal })
      } catch (error) {
        if (!isAway(error) && !isStopping())
          say(`区划机构调整移交中断，稍后继续：${faultWords(error)}`)
      }
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Does what is under way in a city now; nothing when another process is at it. */
async function reorganise(
  deps: AskDeps,
  city: number,
  { reload, signal, aheadMs = usualAheadMs }: Options & { readonly signal: AbortSignal },
): Promise<void> {
  const ids = await underway(deps, city)
  if (ids.length === 0) return
  await deps.db.bulk(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock($1::int, $2::int) as mine',
      [lock, city],
    )
    if (rows[0]?.mine !== true) return
    for (const id of ids) {
      const loaded = await loadRecord(deps.db, city, id)
      if (loaded?.record.state !== 'underway') continue
      await carryOut({ deps, city, reload, signal, aheadMs }, loaded.record)
    }
  })
}

async function underway({ db }: AskDeps, city: number): Promise<readonly string[]> {
  const rows = await db.read
    .selectFrom('record')
    .select('id')
    .where('city', '=', city)
    .where('kind', '=', reorganisation.name)
    .where('state', '=', 'underway')
    .orderBy('opened_at')
    .execute()
  return rows.map(({ id }) => id)
}
