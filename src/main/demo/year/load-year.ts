import { fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../../../platform/store/database.ts'
import { settleTables } from '../../../platform/store/settle-tables.ts'
import { readSettings } from '../../../platform/world/settings.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import type { Pattern } from './pattern.ts'

type Place = {
  readonly db: Database
  readonly url: string
  readonly home: string
  readonly city: number
}

type Options = {
  readonly count: number
  /** Processes side by side. */
  readonly hands: number
  readonly progress: (done: number) => void
}

export type Loaded = {
  readonly lives: number
  readonly rows: number
  /** Without what came before: the playing of the patterns. */
  readonly seconds: number
}

/** Loads so many copies of patterns, by several processes; what is loaded already is left out. */
export async function loadYear(
  place: Place,
  patterns: readonly Pattern[],
  { count, hands, progress }: Options,
): Promise<Loaded> {
  const { db, city } = place
  const name = `year-load:${count}`
  const done = new Set((await readSettings(db, city, `${name}:`)).map((one) => one.name))
  const chunks = chunksOf(count).filter(({ from }) => !done.has(`${name}:${from}`))
  const lives = chunks.reduce((sum, chunk) => sum + chunk.to - chunk.from, 0)
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-year-'))
  try {
    const file = join(folder, 'patterns.json')
    await writeFile(file, JSON.stringify(patterns))
    const { url, home } = place
    const waiting = chunks.values()
    const began = performance.now()
    let loaded = 0
    const told = (n: number) => progress((loaded += n))
    await Promise.all(
      Array.from({ length: Math.min(hands, chunks.length) }, () =>
        hand({ url, home, city, count, file, name }, { waiting, told }),
      ),
    )
    await db.bulk(settleTables)
    await db.bulk((client) => client.query('checkpoint'))
    const seconds = (performance.now() - began) / 1000
    const rows = patterns.reduce((sum, pattern) => sum + pattern.rows, 0) / patterns.length
    return { lives, rows: Math.round(rows * lives), seconds }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const telling = z.union([z.object({ next: z.literal(true) }), z.object({ done: z.number() })])

type Work = { readonly waiting: Iterator<Chunk>; readonly told: (done: number) => void }

/** One process, handed a chunk whenever it asks for one. */
function hand(given: Readonly<Record<string, string | number>>, { waiting, told }: Work) {
  return new Promise<void>((resolve, reject) => {
    const loader = fork(new URL('loader.ts', import.meta.url), [JSON.stringify(given)], {
      execArgv: ['--max-semi-space-size=64'],
    })
    loader.on('message', (message) => {
      const said = telling.parse(message)
      if ('done' in said) told(said.done)
      else loader.send(waiting.next().value ?? { none: true })
    })
    loader.on('error', reject)
    loader.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a loader ended with ${code}`)),
    )
  })
}
