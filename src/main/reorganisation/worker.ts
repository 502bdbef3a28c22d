import { reorganisation } from '../../capabilities/city/reorganisation/kind.ts'
import type { AskDeps } from '../../platform/asking/types.ts'
import { faultWords } from '../../platform/log/fault-view.ts'
import { isAway } from '../../platform/store/faults.ts'
import { loadRecord } from '../../platform/store/load.ts'
import type { Round, Working } from '../../platform/turns/working.ts'
import { carryOut } from './carry-out.ts'

type Options = {
  readonly cities: () => readonly number[]
  readonly reload: () => Promise<void>
  readonly say: (line: string) => void
  readonly everyMs?: number
  readonly aheadMs?: number
}

const usualAheadMs = 3000

/** Carries out reorganisations that are under way, one at a time in a city. What a stop or a kill
 *  breaks off goes on at the next start, or in another process. */
export function reorganisingRounds(deps: AskDeps, options: Options): Working {
  const { cities, say, everyMs = 1000 } = options
  const brokeOff = '区划机构调整移交中断，稍后继续'
  return {
    work: 'reorganising',
    cities,
    say,
    brokeOff,
    everyMs: () => everyMs,
    async round(round) {
      try {
        await reorganise(deps, round, options)
      } catch (error) {
        if (!isAway(error) && !round.signal.aborted) say(`${brokeOff}：${faultWords(error)}`)
      }
      return undefined
    },
  }
}

async function reorganise(
  deps: AskDeps,
  { city, signal }: Round,
  { reload, aheadMs = usualAheadMs }: Options,
): Promise<void> {
  for (const id of await underway(deps, city)) {
    const loaded = await loadRecord(deps.db, city, id)
    if (loaded?.record.state !== 'underway') continue
    await carryOut({ deps, city, reload, signal, aheadMs }, loaded.record)
  }
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
