import { expect, test } from 'vitest'
import { end, past, world } from '../../src/main/demo/past/testing.ts'
import { kinds } from '../../src/main/registry.ts'
import { castFor } from './city.ts'
import { livesInEveryState } from './seeds.ts'
import { shrunk, tellStory, wordsOf } from './story.ts'

const seed = Number(process.env['MODEL_SEED'] ?? 20_261_122)
const asks = Number(process.env['MODEL_ASKS'] ?? 2_500)

test('whatever anybody asks of any kind, the engine does what a plain reading of the declarations does', () => {
  const records = livesInEveryState(past(60).lives, 2).map(({ record }) => record)
  const cast = castFor(world, records)
  const setting = { kinds, world, records }
  const story = tellStory({ setting, cast, seed, asks, begins: end, isPatient: true })
  if (story.wrong.length > 0) {
    const told = wordsOf(shrunk(setting, story))
    throw new Error(`seed ${seed}: ${story.wrong.join('\n')}\n${told}`)
  }
  const kindsDone = new Set([...story.done.keys()].map((key) => key.split(' ')[0]))
  expect(kindsDone.size).toBeGreaterThan(kinds.size * 0.8)
  expect(story.refused.size).toBeGreaterThan(story.done.size)
}, 600_000)
