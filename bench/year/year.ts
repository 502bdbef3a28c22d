import { type Line, moreIsBetter } from '../line.ts'
import { liveLines } from '../live/live.ts'
import { byteLines } from './bytes.ts'
import { openCities, type Cities, type Sizes } from './cities.ts'
import { foldLines } from './fold.ts'
import { lifeLines } from './lives.ts'
import { overviewLines } from './overview.ts'
import { readLines } from './reads.ts'
import { searchLines } from './search.ts'

export type YearSize = Sizes & {
  readonly lives: number
  readonly rounds: number
  readonly reads: number
  readonly viewers: number
}

/** What is measured in a city that has some of a year behind it, and in one that has more. */
export async function* yearLines(size: YearSize, wanted: readonly string[]): AsyncGenerator<Line> {
  const { lives, rounds, reads, viewers } = size
  const cities = await openCities(size)
  const benches: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
    loader: () => Promise.resolve(loaderLines(cities)),
    bytes: () => byteLines(cities),
    overview: () => overviewLines(cities),
    search: () => searchLines(cities, { rounds }),
    reads: () => readLines(cities, { reads, waiting: 600 }),
    lives: () => lifeLines(cities, { lives, rounds }),
    fold: () => foldLines(cities),
    live: () => liveLines(cities, { viewers, lives, rounds: Math.min(rounds, 3) }),
  }
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      const began = performance.now()
      yield* await bench()
      const seconds = Math.round((performance.now() - began) / 1000)
      process.stderr.write(`year ${name}: ${seconds} s\n`)
    }
  } finally {
    await cities.stop()
  }
}

/** Lives and rows a second, from the first row to the last checkpoint. */
function loaderLines({ loaded }: Cities): readonly Line[] {
  const { lives, rows, seconds, playedIn } = loaded
  const note = `${(rows / lives).toFixed(1)} rows each; its patterns played in ${Math.round(playedIn)} s`
  return [
    moreIsBetter({ name: 'loader', ours: lives / seconds, limit: 12_000, unit: 'records/s', note }),
    moreIsBetter({
      name: 'loader-rows',
      ours: rows / seconds,
      limit: 120_000,
      unit: 'rows/s',
      note,
    }),
  ]
}
