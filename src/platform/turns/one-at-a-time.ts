import type { Database } from '../store/database.ts'
import { heard } from './heard.ts'
import { inTurn, rest, type Turn } from './in-turn.ts'
import { trouble } from './trouble.ts'
import { isAtWork, turnConnection, type TurnLimits, usualLimits } from './turn-connection.ts'
import type { Working } from './working.ts'

export type OneAtATime = { stop(): Promise<void> }

type Works = readonly [Working, ...Working[]]

/** How often it is looked which cities there are. */
const lookMs = 500

/**
 * Does works of which one process at a time has the turn, city by city, for as long as it lives and
 * is heard of; all others wait for the turns and take them over within seconds. Works that are given
 * together share one connection in each city; one that does all it does on its connection has one of
 * its own. No work waits for another's round, nor one city for another.
 */
export function oneAtATime(
  db: Pick<Database, 'bulk'>,
  works: Works,
  limits: TurnLimits = usualLimits,
): OneAtATime {
  const stopping = new AbortController()
  const running = inCities({ db, works, limits, stopping: stopping.signal })
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

type Run = {
  readonly db: Pick<Database, 'bulk'>
  readonly works: Works
  readonly limits: TurnLimits
  readonly stopping: AbortSignal
}

async function inCities(run: Run): Promise<void> {
  const begun = new Map<number, Promise<void>>()
  while (!run.stopping.aborted) {
    for (const city of run.works.flatMap(({ cities }) => cities()))
      if (!begun.has(city)) begun.set(city, inCity(run, city))
    await rest(lookMs, run.stopping)
  }
  await Promise.all(begun.values())
}

/** Works on one connection after another for as long as the product runs. */
async function inCity({ db, works, limits, stopping }: Run, city: number): Promise<void> {
  const turns = works.map((working) => newTurn(working, { city, isLone: works.length === 1 }))
  const { say, brokeOff } = works[0]
  const lost = trouble(say, brokeOff)
  while (!stopping.aborted) {
    try {
      await db.bulk(async (client) => {
        const pid = await turnConnection(client, limits)
        await heard(client, {
          unheardMs: limits.unheardMs,
          isAtWork: () => db.bulk((other) => isAtWork(other, pid)),
          work: (gone) => inTurn(turns, { client, signal: AbortSignal.any([stopping, gone]) }),
        })
      })
    } catch (error) {
      await rest(lost.met(error), stopping)
    }
  }
  // Rounds that work elsewhere than on the connection end too.
  await Promise.all(turns.map(({ round }) => round))
}

function newTurn(working: Working, of: Pick<Turn, 'city' | 'isLone'>): Turn {
  const told = trouble(working.say, working.brokeOff)
  return { ...of, working, trouble: told, restsUntil: 0, round: Promise.resolve() }
}
