import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit'

type Window = { readonly began: number; readonly count: number }

const mostKnown = 5_000

/**
 * Where it is counted who asked how often. By what a steady watch says and not by the clock: when
 * that is set back by an hour, whoever had reached a limit would wait for that hour.
 */
export function rateWindows(steadyNow: () => number): FastifyRateLimitStoreCtor {
  return class Windows implements FastifyRateLimitStore {
    readonly #known = new Map<string, Window>()

    incr(key: string, told: Told, lengthMs: number): void {
      const now = steadyNow()
      const last = this.#known.get(key)
      const goesOn = last !== undefined && now < last.began + lengthMs
      const window = goesOn ? { ...last, count: last.count + 1 } : { began: now, count: 1 }
      // Who asked last stands at the end, so the first is who was silent longest.
      this.#known.delete(key)
      this.#known.set(key, window)
      const [silent] = this.#known.keys()
      if (this.#known.size > mostKnown && silent !== undefined) this.#known.delete(silent)
      told(null, { current: window.count, ttl: window.began + lengthMs - now })
    }

    child(): FastifyRateLimitStore {
      return new Windows()
    }
  }
}

type Told = Parameters<FastifyRateLimitStore['incr']>[1]
