import type pg from 'pg'
import { StoreAway } from '../store/faults.ts'

const beatMs = 800
/** A server that answers nothing for so long is gone, or stands still. */
const unheardMs = 15_000

/**
 * Does work while a connection is heard of on both sides: it says something every moment, so that
 * nobody takes its turn, and the work is told when the connection is lost. A connection over which
 * no answer comes is given up, though nobody closed it.
 */
export async function heard(
  client: pg.Client,
  work: (lost: AbortSignal) => Promise<void>,
): Promise<void> {
  const lost = new AbortController()
  const lose = () => lost.abort(new StoreAway())
  let askedAt: number | undefined
  const beat = () => {
    if (askedAt !== undefined) return performance.now() - askedAt > unheardMs ? lose() : undefined
    askedAt = performance.now()
    // What is wrong with the connection itself is heard of by its end.
    const answered = () => (askedAt = undefined)
    client.query('select 1').then(answered, answered)
  }
  client.on('end', lose)
  client.on('error', lose)
  const beating = setInterval(beat, beatMs)
  const losing = new Promise<never>((_, reject) => {
    lost.signal.addEventListener('abort', () => reject(new StoreAway()))
  })
  losing.catch(() => undefined)
  try {
    await Promise.race([work(lost.signal), losing])
  } finally {
    clearInterval(beating)
    lose()
  }
}
