import type { AskDeps } from '../asking/types.ts'
import { faultWords } from '../log/fault-view.ts'
import { isAway } from '../store/faults.ts'
import type { Working } from '../turns/working.ts'
import { askDue } from './due.ts'

type Options = {
  readonly cities: () => readonly number[]
  readonly everyMs?: number
  readonly say: (line: string) => void
}

/** A fault must not make the rounds spin: even busy ones take a breath. */
const breathMs = 20

/**
 * Keeps asking what is due, city by city. While the store is away it waits; what was due meanwhile
 * is asked in due order, with the moments at which it was due. One clockwork works in a city at a
 * time; should two, the asks' ids let nothing be done twice.
 */
export function clockRounds(deps: AskDeps, options: Options): Working {
  const { cities, everyMs = 500, say } = options
  return {
    work: 'clocks',
    cities,
    say,
    brokeOff: '到期事项暂停处理，稍后继续',
    everyMs: () => everyMs,
    async round({ city }) {
      try {
        return (await askDue(deps, city, say)) > 0 ? breathMs : undefined
      } catch (error) {
        if (!isAway(error)) say(`到期事项处理出错：${faultWords(error)}`)
        return undefined
      }
    },
  }
}
