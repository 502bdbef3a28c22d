import { appealLife } from '../load/appeal-life.ts'
import { lessIsBetter, type Line, median, moreIsBetter } from '../line.ts'
import { memoryOf } from '../memory.ts'
import { type Cities, settled } from './cities.ts'
import { openSide } from './side.ts'

type Size = { readonly lives: number; readonly rounds: number }

/** Lifecycles a second in the loaded cities against the empty one: medians of rounds in turn. A
 *  database has connections for two processes only, so that each round has one of its own. */
export async function lifeLines(cities: Cities, { lives, rounds }: Size): Promise<readonly Line[]> {
  const sized = [cities.empty, cities.small, cities.large]
  for (const city of sized) await settled(city)
  const speeds = sized.map((): number[] => [])
  let memory: number | undefined
  for (let round = 0; round < rounds; round += 1)
    for (const [at, city] of sized.entries()) {
      const side = await openSide(cities.home, city)
      try {
        const run = (times: number) =>
          side.crew.run(times, (worker, index) => appealLife(worker, index))
        await run(Math.ceil(lives / 2))
        speeds[at]?.push(await run(lives))
        memory = larger(memory, await memoryOf([side.product.pid]))
      } finally {
        await side.stop()
      }
    }
  const [empty = 0, small = 0, large = 0] = speeds.map(median)
  const unit = 'lives/s'
  const lines = [
    moreIsBetter({ name: 'lives-empty', ours: empty, limit: 400, unit }),
    moreIsBetter({ name: at(cities.small), ours: small, limit: empty, unit, target: 0.9 }),
    moreIsBetter({ name: at(cities.large), ours: large, limit: empty, unit, target: 0.85 }),
  ]
  return memory === undefined
    ? lines
    : [...lines, lessIsBetter({ name: 'memory-under-load', ours: memory, limit: 400, unit: 'MB' })]
}

const at = ({ records }: { readonly records: number }) => `lives-at-${records}`

function larger(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other)
}
