import { fork } from 'node:child_process'
import { z } from 'zod'
import type { Instant } from '../../kernel/time.ts'
import type { Progress } from '../../platform/http/deps.ts'
import type { Database } from '../../platform/store/database.ts'
import { settleTables } from '../../platform/store/settle-tables.ts'
import { readSettings, writeSetting } from '../../platform/world/settings.ts'
import { CITY_CODE } from './city-code.ts'
import { halfYear } from './half-year.ts'

type Deps = { readonly db: Database; readonly url: string; readonly home: string }

type Options = {
  readonly say: (line: string) => void
  readonly progress: (progress: Progress) => void
  /** The past ends now. */
  readonly now: Instant
  readonly days?: number | undefined
  readonly appeals?: number | undefined
}

const setting = 'demo-past'
const loadShape = z.object({
  end: z.number(),
  days: z.number(),
  appeals: z.number(),
  seed: z.number(),
  done: z.boolean(),
})

/**
 * Loads the demo city's half year, once. What is to be loaded is written down first, so that a
 * start after a broken one makes the same past again and writes what is missing of it.
 */
export async function loadDemo(
  { db, url, home }: Deps,
  { say, progress, now, days = halfYear.days, appeals = halfYear.appeals }: Options,
): Promise<void> {
  const city = CITY_CODE
  const fresh = { end: now, days, appeals, seed: 530_100, done: false }
  const [kept] = await readSettings(db, city, setting)
  const wanted = loadShape.safeParse(kept?.value).data ?? fresh
  if (wanted.done) return
  const keep = (done: boolean) =>
    writeSetting(db, {
      city,
      name: setting,
      version: '1',
      from: wanted.end,
      value: { ...wanted, done },
      at: now,
    })
  if (kept === undefined) await keep(false)
  say(kept === undefined ? '正在装入演示城市半年的事项' : '接着装入演示城市半年的事项')
  const { done: _, ...past } = wanted
  const parts = partsTogether(progress)
  await Promise.all(
    (['rest', 'findings'] as const).map((part) =>
      besideTheServer({ url, home, city, ...past, part }, { say, progress: parts() }),
    ),
  )
  await db.bulk(settleTables)
  await keep(true)
  say('演示城市半年的事项已装好')
}

/** One progress of several parts: what each has done, added up. */
function partsTogether(progress: (progress: Progress) => void) {
  const known: { done: number; total: number }[] = []
  return () => {
    const own = { done: 0, total: 0 }
    known.push(own)
    return (told: { readonly done: number; readonly total: number }) => {
      Object.assign(own, told)
      const sum = (of: 'done' | 'total') => known.reduce((all, part) => all + part[of], 0)
      if (known.every(({ total }) => total > 0))
        progress({ what: '演示数据', done: sum('done'), total: sum('total') })
    }
  }
}

const tellings = z.union([
  z.object({ done: z.number(), total: z.number() }),
  z.object({ refused: z.string() }),
  z.object({ failed: z.string() }),
])

type Beside = {
  readonly say: (line: string) => void
  readonly progress: (told: { readonly done: number; readonly total: number }) => void
}

/** In a process of its own: the server goes on answering, and the memory goes back afterwards. */
function besideTheServer(
  wanted: Readonly<Record<string, string | number>>,
  { say, progress }: Beside,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const loader = fork(new URL('loader.ts', import.meta.url), [JSON.stringify(wanted)], {
      // Most of what a step is made of is soon forgotten: a larger nursery spares its collection.
      execArgv: ['--max-semi-space-size=160'],
    })
    let failed: string | undefined
    loader.on('message', (message) => {
      const told = tellings.parse(message)
      if ('refused' in told) say(`演示事项未能办理：${told.refused}`)
      else if ('failed' in told) failed = told.failed
      else progress(told)
    })
    loader.on('error', reject)
    loader.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(failed ?? `the loader ended with ${code}`))
    })
  })
}
