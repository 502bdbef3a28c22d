import type { Progress } from '../../platform/http/deps.ts'
import type { Platform } from '../wiring.ts'
import { CITY_CODE } from './city-code.ts'
import { loadDemo } from './load.ts'

type PastOptions = {
  readonly url: string
  readonly home: string
  readonly say: (line: string) => void
  readonly progress: (progress: Progress) => void
  /** Fewer appeals than a whole city has in half a year, for tests. */
  readonly appeals?: number | undefined
}

/** The demo city in two parts: what signing in needs, and the half year that it has behind it. */
export const loadDemoCity = {
  /** Areas, units, lists and accounts, when the database has no city yet. */
  async base({ deps, worlds, numbers }: Platform, say: (line: string) => void): Promise<void> {
    if (worlds.state() !== undefined) return
    say('正在建立演示城市：地区、单位、账号')
    // Loaded for a first start only: its names, places and lists are half of the demo's own.
    const { writeDemoBase } = await import('./base.ts')
    await writeDemoBase(deps.db, deps.now())
    await worlds.reload()
    await numbers.refill()
  },

  /** The duty list and half a year of appeals; goes on where a broken start left them. */
  async past({ deps, worlds }: Platform, options: PastOptions): Promise<void> {
    const state = worlds.state()
    if (state?.city !== CITY_CODE || state.demo !== true) return
    const { url, home, say, progress, appeals } = options
    await loadDemo({ db: deps.db, url, home }, { say, progress, appeals, now: deps.now() })
  },
}
