import { appealLife } from '../load/appeal-life.ts'
import { lessIsBetter, type Line, median, moreIsBetter } from '../line.ts'
import { memoryOf } from '../memory.ts'
import { type Cities, settled } from './cities.ts'
import { openSide } from './side.ts'

type Size = { readonly lives: number; readonly rounds: number }

/** Lifecycles a second in the loaded cities against the empty one: medians of rounds in turn. */
export async function lifeLines(cities: Cities, { lives, rounds }: Size): Promise<readonly Line[]> {
  const sized = [cities.empty, cities.small, cities.large]
  for (const city of sized) await settled(city)
  const sides = await Promise.all(sized.map((city) => openSide(cities.home, city)))
  try {
    const speeds = sides.map((): number[] => [])
    let memory: number | undefined
    for (let round = 0; round <= rounds; round += 1)
      for (const [at, { crew, product }] of sides.entries()) {
        const speed = await crew.run(lives, (worker, index) =>
          appealLife(worker, round * lives + index),
        )
        if (round > 0) speeds[at]?.push(speed)
        memory = larger(memory, await memoryOf([product.pid]))
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
      : [
          ...lines,
          lessIsBetter({ name: 'memory-under-load', ours: memory, limit: 400, unit: 'MB' }),
        ]
  } finally {
    for (const side of sides) await side.stop()
  }
}

const at = ({ records }: { readonly records: number }) => `lives-at-${records}`

function larger(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other)
}
