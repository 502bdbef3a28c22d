import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { faultWords } from '../log/fault-view.ts'
import type { Database } from '../store/database.ts'
import { heard } from './heard.ts'
import { takeTurn, type Work } from './take-turn.ts'

export type OneAtATime = { stop(): Promise<void> }

/** One round of work in a city. */
export type Round = {
  readonly city: number
  /** The connection that holds the turn: what is done on it is undone when the turn is lost. */
  readonly client: pg.Client
  /** Ends the round early: the product stops, or the turn was lost. */
  readonly signal: AbortSignal
}

export type Working = {
  readonly work: Work
  readonly cities: () => readonly number[]
  readonly say: (line: string) => void
  /** What is said when it breaks off, before the reason. */
  readonly brokeOff: string
  /** The rest after a round, unless the round says how soon there is more to do. */
  readonly everyMs: () => number
  readonly round: (round: Round) => Promise<number | undefined>
}

/** How often who waits for a turn looks, and the longest that anything here sleeps. */
const lookMs = 500
const afterTroubleMs = 1_000
/** The same trouble is told once, unless all went well for this long between. */
const saidAgainMs = 60_000

/**
 * Does works of which one process at a time has the turn, city by city, for as long as it lives and
 * is heard of; all others wait for the turns and take them over within seconds. Works that are given
 * together share one connection; one that does all it does on its connection has one of its own.
 */
export function oneAtATime(
  db: Pick<Database, 'bulk'>,
  works: readonly [Working, ...Working[]],
): OneAtATime {
  const stopping = new AbortController()
  const running = run(db, works, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function run(
  db: Pick<Database, 'bulk'>,
  works: readonly [Working, ...Working[]],
  stopping: AbortSignal,
): Promise<void> {
  let trouble = ''
  while (!stopping.aborted) {
    let broken: Working | undefined
    let rounds: readonly Promise<void>[] = []
    const began = performance.now()
    try {
      await db.bulk((client) =>
        heard(client, async (lost) => {
          const signal = AbortSignal.any([stopping, lost])
          const take = oneByOne(client)
          rounds = works.map((working) =>
            inRounds(working, { client, signal, take }).catch((error: unknown) => {
              broken ??= working
              throw error
            }),
          )
          await Promise.all(rounds)
        }),
      )
    } catch (error) {
      const { say, brokeOff } = broken ?? works[0]
      const isNew = trouble !== String(error) || performance.now() - began > saidAgainMs
      if (isNew) say(`${brokeOff}：${faultWords(error)}`)
      trouble = String(error)
      // Rounds that work elsewhere too end before another process of ours begins one.
      await Promise.allSettled(rounds)
      await rest(afterTroubleMs, stopping)
    }
  }
}

type Holding = {
  readonly client: pg.Client
  readonly signal: AbortSignal
  readonly take: (work: Work, city: number) => Promise<boolean>
}

/** A connection says one thing at a time. */
function oneByOne(client: pg.Client): Holding['take'] {
  let last: Promise<unknown> = Promise.resolve()
  return (work, city) => {
    const took = last.catch(() => undefined).then(() => takeTurn(client, work, city))
    last = took
    return took
  }
}

async function inRounds(working: Working, { client, signal, take }: Holding): Promise<void> {
  const { work, cities, everyMs, round } = working
  const nextOf = new Map<number, number>()
  while (!signal.aborted) {
    let wait = lookMs
    for (const city of cities()) {
      if (!nextOf.has(city) && !(await take(work, city))) continue
      if ((nextOf.get(city) ?? 0) <= performance.now()) {
        const soon = await round({ city, client, signal })
        nextOf.set(city, performance.now() + (soon ?? everyMs()))
      }
      wait = Math.min(wait, (nextOf.get(city) ?? 0) - performance.now())
    }
    await rest(Math.max(0, wait), signal)
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
