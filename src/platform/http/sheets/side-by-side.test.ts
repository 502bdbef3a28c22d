import { setImmediate, setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { settledAtOnce, streamed } from './side-by-side.ts'

const all = Array.from({ length: settledAtOnce * 2 + 50 }, (_, at) => at)

test('what became of every row is told once, part by part', async () => {
  const parts: (readonly number[])[] = []
  await streamed(all, {
    hands: 40,
    async work(one) {
      await pause(one % 3)
      return one
    },
    async settle(done) {
      await pause(5)
      parts.push(done)
    },
  })
  expect(parts.length).toBeGreaterThan(2)
  expect(parts.flat().toSorted((a, b) => a - b)).toEqual(all)
})

test('when one row fails no other is begun, and none is told that nobody may have any more', async () => {
  const begun: number[] = []
  const told: number[] = []
  const work = async (one: number) => {
    begun.push(one)
    await setImmediate()
    if (one === settledAtOnce + 100) throw new Error('away')
    return one
  }
  const settle = async (done: readonly number[]) => void told.push(...done)
  await expect(streamed(all, { hands: 10, work, settle })).rejects.toThrow('away')
  expect(begun.length).toBeLessThan(settledAtOnce + 130)
  expect(told).toHaveLength(settledAtOnce)
})

test('when telling fails, that ends the work', async () => {
  let begun = 0
  const work = async () => (begun += 1)
  const settle = () => Promise.reject(new Error('another has the job'))
  await expect(streamed(all, { hands: 10, work, settle })).rejects.toThrow('another has the job')
  expect(begun).toBeLessThan(all.length)
})

test('between a few rows, others get their turn', async () => {
  let turns = 0
  let isDone = false
  const others = async () => {
    for (; !isDone; turns += 1) await setImmediate()
  }
  const counting = others()
  await streamed(all, { hands: 200, work: async (one) => one, settle: async () => undefined })
  isDone = true
  await counting
  expect(turns).toBeGreaterThan(all.length / 10)
})
