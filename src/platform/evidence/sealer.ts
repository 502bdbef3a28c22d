import { type Day, dayOf, type Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { type OneAtATime, oneAtATime } from '../turns/one-at-a-time.ts'
import { closeDays } from './close-days.ts'
import { batch, sealBatch } from './seal-batch.ts'

export type Sealer = OneAtATime

type Options = {
  readonly cities: () => readonly number[]
  readonly now: () => Instant
  readonly say: (line: string) => void
  /** Called when days may have been closed: after each start, and after midnight. */
  readonly publish?: (city: number) => Promise<void>
}

/** So an event is sealed within a second of its commit. */
const usualMs = 500
/** While a long queue is worked off, others get their turn. */
const betweenBatchesMs = 20

/** Seals what asks committed, a batch a turn, and closes the days. One sealer works in a city at a
 *  time; what one that died had begun is undone with its connection. */
export function startSealer(db: Pick<Database, 'bulk'>, options: Options): Sealer {
  const { cities, now, say, publish } = options
  const closed = new Map<number, Day>()
  return oneAtATime(db, [
    {
      work: 'sealing',
      cities,
      say,
      brokeOff: '存证暂停，稍后继续',
      everyMs: () => usualMs,
      async round({ client, city }) {
        const at = now()
        if (closed.get(city) !== dayOf(at)) {
          await closeDays(client, city, at)
          await publish?.(city)
          closed.set(city, dayOf(at))
        }
        return (await sealBatch(client, city, at)) === batch ? betweenBatchesMs : undefined
      },
    },
  ])
}
