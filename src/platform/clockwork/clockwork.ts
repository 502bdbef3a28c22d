import { faultWords } from '../log/fault-view.ts'
import { setTimeout as pause } from 'node:timers/promises'
import type { AskDeps } from '../asking/types.ts'
import { isAway } from '../store/faults.ts'
import { askDue } from './due.ts'

export type Clockwork = { stop(): Promise<void> }

type Options = {
  readonly cities: () => readonly number[]
  readonly everyMs?: number
  readonly say: (line: string) => void
}

/**
 * Keeps asking what is due, city by city. While the store is away it waits; what was due meanwhile
 * is asked in due order, with the moments at which it was due. Several processes may run it: the
 * asks' ids let nothing be done twice.
 */
export function startClockwork(deps: AskDeps, options: Options): Clockwork {
  const stopping = new AbortController()
  const running = run(deps, options, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function run(deps: AskDeps, options: Options, signal: AbortSignal): Promise<void> {
  const { cities, everyMs = 500, say } = options
  while (!signal.aborted) {
    let busy = false
    for (const city of cities()) {
      try {
        busy = (await askDue(deps, city, say)) > 0 || busy
      } catch (error) {
        if (!isAway(error)) say(`到期事项处理出错:${faultWords(error)}`)
      }
    }
    // A fault must not make the loop spin: even a busy one takes a breath.
    await pause(busy ? 20 : everyMs, undefined, { signal }).catch(() => undefined)
  }
}
