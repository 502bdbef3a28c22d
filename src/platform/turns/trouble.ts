import { faultWords } from '../log/fault-view.ts'
import { isAway, tookTooLong } from '../store/faults.ts'

export type Trouble = {
  /** Says what went wrong, and gives how long to rest before it is tried again. */
  met(error: unknown, tookMs?: number): number
}

/** Longer than who waits for a turn takes to look, so that another has it who may do better; and
 *  short enough for all else to go on within a second. */
const afterTroubleMs = 750
const longestRestMs = 60_000
/** The same trouble is told once, unless all went well for this long between. */
const saidAgainMs = 60_000

/** Tells of one work's troubles. What took long in vain rests as long, so that a server is never kept
 *  busy with what comes to nothing. */
export function trouble(say: (line: string) => void, brokeOff: string): Trouble {
  let last = { said: '', at: -Infinity }
  return {
    met(error, tookMs = 0) {
      const words = wordsOf(error)
      const now = performance.now()
      if (words !== last.said || now - tookMs - last.at > saidAgainMs) say(`${brokeOff}：${words}`)
      last = { said: words, at: now }
      return isAway(error) && !tookTooLong(error)
        ? afterTroubleMs
        : Math.min(longestRestMs, Math.max(afterTroubleMs, tookMs))
    },
  }
}

function wordsOf(error: unknown): string {
  return tookTooLong(error)
    ? '一条数据库语句太久没有做完，已经停下；数据库可能太忙，或者有别的操作占着数据'
    : faultWords(error)
}
