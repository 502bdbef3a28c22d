import type { Database } from '../store/database.ts'
import { type OneAtATime, oneAtATime } from '../turns/one-at-a-time.ts'
import { foldBatch } from './fold.ts'

export type Folder = OneAtATime

type Options = {
  readonly cities: () => readonly number[]
  readonly now: () => number
  readonly say: (line: string) => void
  /** How long it rests between two batches; longer while much is written that nobody waits for. */
  readonly everyMs?: () => number
}

/** So the counts that are folded are never far behind; what is read is exact at any time. */
export const usualMs = 400

/** Folds what asks added to the counts, a batch a turn. One folder works in a city at a time. */
export function startFolder(db: Pick<Database, 'bulk'>, options: Options): Folder {
  const { cities, now, say, everyMs = () => usualMs } = options
  return oneAtATime(db, [
    {
      work: 'folding',
      cities,
      say,
      brokeOff: '计数汇总暂停，稍后继续',
      everyMs,
      async round({ client, city }) {
        await foldBatch(client, city, now())
        return undefined
      },
    },
  ])
}
