import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { StoreAway } from '../store/faults.ts'

const beatMs = 800
/** So long it may take to be told whether a silent server works. */
const toldMs = 5_000

type Heard = {
  /** How long nothing may be heard before it is asked whether the server works. */
  readonly unheardMs: number
  /** Asks on another connection whether the server works on what this one asked. */
  readonly isAtWork: () => Promise<boolean>
  readonly work: (lost: AbortSignal) => Promise<void>
}

/**
 * Does work while a connection is heard of on both sides: it says something every moment, so that
 * nobody takes its turn, and the work is told when the connection is lost. A connection over which
 * no answer comes is given up, though nobody closed it, unless the server is at work on a long
 * statement: begun again that would only take as long once more.
 */
export async function heard(client: pg.Client, doing: Heard): Promise<void> {
  const lost = new AbortController()
  const lose = () => lost.abort(new StoreAway())
  const beating = setInterval(beatOf(client, doing, lose), beatMs)
  client.on('end', lose)
  client.on('error', lose)
  const losing = new Promise<never>((_, reject) => {
    lost.signal.addEventListener('abort', () => reject(new StoreAway()))
  })
  losing.catch(() => undefined)
  try {
    await Promise.race([doing.work(lost.signal), losing])
  } finally {
    clearInterval(beating)
    lose()
  }
}

function beatOf(client: pg.Client, { unheardMs, isAtWork }: Heard, lose: () => void): () => void {
  let silentSince: number | undefined
  let isLooking = false
  return () => {
    if (silentSince === undefined) {
      silentSince = performance.now()
      // What is wrong with the connection itself is heard of by its end.
      const answered = () => (silentSince = undefined)
      client.query('select 1').then(answered, answered)
      return
    }
    if (isLooking || performance.now() - silentSince <= unheardMs) return
    isLooking = true
    void told(isAtWork).then((works) => {
      isLooking = false
      if (silentSince === undefined) return
      if (works) silentSince = performance.now()
      else lose()
    })
  }
}

async function told(isAtWork: () => Promise<boolean>): Promise<boolean> {
  const late = new AbortController()
  const never = pause(toldMs, false, { signal: late.signal })
  try {
    return await Promise.race([isAtWork(), never])
  } catch {
    return false
  } finally {
    late.abort()
  }
}
