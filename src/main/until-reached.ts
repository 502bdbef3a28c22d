import { setTimeout as pause } from 'node:timers/promises'
import { isAway } from '../platform/store/faults.ts'

const everyMs = 1_000

/**
 * Does what a start needs the database for, as often as it takes: one that is just starting, or
 * was killed on the way, comes back, and nothing of what is done here is half done.
 */
export async function untilReached<T>(
  work: () => Promise<T>,
  say: (line: string) => void,
): Promise<T> {
  for (let tries = 0; ; tries += 1)
    try {
      return await work()
    } catch (error) {
      if (!isAway(error)) throw error
      if (tries === 0) say('数据库暂时连接不上，连上后自动继续')
      await pause(everyMs)
    }
}
