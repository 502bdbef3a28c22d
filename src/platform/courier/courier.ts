import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { AskDeps } from '../asking/types.ts'
import { faultWords } from '../log/fault-view.ts'
import { isAway } from '../store/faults.ts'
import { carryTo, citiesWaitedFor } from './carry.ts'
import { neighboursOf } from './neighbours.ts'

export type Courier = { stop(): Promise<void> }

type Options = {
  readonly cities: () => readonly number[]
  readonly say: (line: string) => void
  readonly everyMs?: number
}

const courierLock = 7_265_006
/** A city that is away is tried again after twice as long each time, at most after this. */
const longestRestMs = 30_000

/**
 * Brings what records ask of neighbouring cities to their platforms. One courier works for a city at
 * a time: the others stand by for its lock, which dies with its connection. What was sent again
 * because nobody heard the answer has the same id, and is done once over there.
 */
export function startCourier(deps: AskDeps, options: Options): Courier {
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
  let trouble = ''
  while (!signal.aborted) {
    try {
      await deps.db.bulk((client) => carrying({ deps, client, signal, ...options }))
      trouble = ''
    } catch (error) {
      if (trouble !== String(error)) options.say(`跨市联动暂停，稍后继续：${faultWords(error)}`)
      trouble = String(error)
      await rest(1000, signal)
    }
  }
}

type Turn = Options & {
  readonly deps: AskDeps
  readonly client: pg.Client
  readonly signal: AbortSignal
}

async function carrying(turn: Turn): Promise<void> {
  const { client, signal, cities, everyMs = 500 } = turn
  const mine = new Set<number>()
  const away = new Map<string, Away>()
  while (!signal.aborted) {
    let wait = everyMs
    for (const city of cities()) {
      if (!mine.has(city) && !(await locked(client, city))) continue
      mine.add(city)
      if (await carriedFrom(turn, city, away)) wait = 0
    }
    await rest(wait, signal)
  }
}

type Away = { readonly times: number; readonly until: number; readonly trouble: string }

/** Brings what waits in one city, to all neighbours side by side: nobody waits for one that is away
 *  or with which something goes wrong. Nothing goes where we were given no token. True when there is
 *  more to bring at once. */
async function carriedFrom(
  { deps, client, signal, say }: Turn,
  city: number,
  away: Map<string, Away>,
): Promise<boolean> {
  const carrying = { deps, client, city, signal }
  const waited = await citiesWaitedFor(carrying)
  if (waited.length === 0) return false
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
  return came.includes('more')
}

function restMs(times: number): number {
  return Math.min(longestRestMs, 250 * 2 ** Math.min(times, 10))
}

async function locked(client: pg.Client, city: number): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    'select pg_try_advisory_lock($1::int, $2::int) as mine',
    [courierLock, city],
  )
  return rows[0]?.mine ?? false
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
