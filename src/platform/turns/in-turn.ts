import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { giveBack, takeTurn } from './take-turn.ts'
import type { Trouble } from './trouble.ts'
import type { Working } from './working.ts'

/** A work in a city, from one connection to the next. */
export type Turn = {
  readonly working: Working
  readonly city: number
  /** Whether it shares its connection with no other. */
  readonly isLone: boolean
  readonly trouble: Trouble
  /** After trouble it rests until then. */
  restsUntil: number
  /** The last round that began: one that works elsewhere may outlive its connection. */
  round: Promise<unknown>
}

type Line = {
  readonly client: pg.Client
  readonly signal: AbortSignal
  /** A connection says one thing at a time. */
  readonly inLine: <T>(saying: () => Promise<T>) => Promise<T>
}

/** How often who waits for a turn looks. */
const lookMs = 500

/**
 * Does all works on one connection, each in its own rounds, until the connection is lost or the
 * product stops. Where something goes wrong the turn is another's to try; a work that is alone
 * leaves its connection, and with it what it had begun there.
 */
export async function inTurn(
  turns: readonly Turn[],
  at: { readonly client: pg.Client; readonly signal: AbortSignal },
): Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  const line: Line = {
    ...at,
    inLine(saying) {
      const said = last.catch(() => undefined).then(saying)
      last = said
      return said
    },
  }
  await Promise.all(turns.map((turn) => roundsOf(turn, line)))
}

async function roundsOf(turn: Turn, { client, signal, inLine }: Line): Promise<void> {
  const { work, cities, everyMs, round } = turn.working
  const { city } = turn
  const isOver = () => signal.aborted
  let isMine = false
  // What began on a connection that was lost ends before it begins again here; others' work goes on.
  await turn.round
  let next = turn.restsUntil
  while (!isOver()) {
    await rest(next - performance.now(), signal)
    if (isOver()) return
    isMine ||= cities().includes(city) && (await inLine(() => takeTurn(client, work, city)))
    next = performance.now() + lookMs
    if (!isMine) continue
    const began = performance.now()
    try {
      const working = round({ city, client, signal })
      turn.round = working.catch(() => undefined)
      const soon = await working
      next = performance.now() + (soon ?? everyMs())
    } catch (error) {
      if (isOver()) return
      const now = performance.now()
      turn.restsUntil = now + turn.trouble.met(error, now - began)
      if (turn.isLone) return
      await inLine(() => giveBack(client, work, city))
      isMine = false
      next = turn.restsUntil
    }
  }
}

export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await pause(ms, undefined, { signal }).catch(() => undefined)
}
