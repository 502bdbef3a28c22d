import type { AskDeps } from '../asking/types.ts'
import { faultWords } from '../log/fault-view.ts'
import { isAway } from '../store/faults.ts'
import type { Round, Working } from '../turns/working.ts'
import { carryTo, citiesWaitedFor } from './carry.ts'
import { neighboursOf } from './neighbours.ts'

type Options = {
  readonly cities: () => readonly number[]
  readonly say: (line: string) => void
  readonly everyMs?: number
}

/** A city that is away is tried again after twice as long each time, at most after this. */
const longestRestMs = 30_000

/**
 * Brings what records ask of neighbouring cities to their platforms. One courier works for a city at
 * a time. What was sent again because nobody heard the answer has the same id, and is done once over
 * there.
 */
export function courierRounds(deps: AskDeps, options: Options): Working {
  const { cities, say, everyMs = 500 } = options
  const away = new Map<string, Away>()
  return {
    work: 'carrying',
    cities,
    say,
    brokeOff: '跨市联动暂停，稍后继续',
    everyMs: () => everyMs,
    round: (round) => carriedFrom({ ...round, deps, say }, away),
  }
}

type Carriage = Round & Pick<Options, 'say'> & { readonly deps: AskDeps }

type Away = { readonly times: number; readonly until: number; readonly trouble: string }

/** Brings what waits in one city, to all neighbours side by side: nobody waits for one that is away
 *  or with which something goes wrong. Nothing goes where we were given no token. Gives zero when
 *  there is more to bring at once. */
async function carriedFrom(
  { deps, city, signal, say }: Carriage,
  away: Map<string, Away>,
): Promise<number | undefined> {
  const carrying = { deps, city, signal }
  const waited = await citiesWaitedFor(carrying)
  if (waited.length === 0) return undefined
  const neighbours = await neighboursOf({ ...deps, city })
  const came = await Promise.all(
    neighbours
      .filter(({ code, on, token }) => on && token !== '' && waited.includes(code))
      .map(async (neighbour) => {
        const key = `${city} ${neighbour.code}`
        const before = away.get(key)
        if (before !== undefined && before.until > performance.now()) return 'idle'
        let trouble = ''
        const now = await carryTo(carrying, neighbour).catch((error: unknown) => {
          if (isAway(error)) throw error
          trouble = faultWords(error)
          return 'away' as const
        })
        if (trouble !== '' && trouble !== before?.trouble)
          say(`跨市联动（${neighbour.name}）暂停，稍后继续：${trouble}`)
        const times = (before?.times ?? 0) + 1
        const until = performance.now() + restMs(times)
        if (now === 'away') away.set(key, { times, until, trouble })
        else away.delete(key)
        return now
      }),
  )
  return came.includes('more') ? 0 : undefined
}

function restMs(times: number): number {
  return Math.min(longestRestMs, 250 * 2 ** Math.min(times, 10))
}
