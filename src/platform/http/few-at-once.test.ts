import { expect, it } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

function held() {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (name: number) => () => {
    begun.push(name)
    return new Promise<number>((resolve) => ends.push(() => resolve(name)))
  }
  return { begun, ends, work }
}

it('of many works two go at once, the others in the order in which they came', async () => {
  const atOnce = fewAtOnce(2)
  const { begun, ends, work } = held()
  const all = [1, 2, 3, 4].map((name) => atOnce(work(name)))
  await expect.poll(() => begun).toEqual([1, 2])
  ends[1]?.()
  await expect.poll(() => begun).toEqual([1, 2, 3])
  ends[0]?.()
  await expect.poll(() => begun).toEqual([1, 2, 3, 4])
  for (const end of ends) end()
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4])
})

it('a work that fails makes room like any other', async () => {
  const atOnce = fewAtOnce(1)
  const failed = atOnce(() => Promise.reject(new Error('away')))
  const after = atOnce(() => Promise.resolve('done'))
  await expect(failed).rejects.toThrow('away')
  expect(await after).toBe('done')
})

it('nobody waits for good behind a work that does not end', async () => {
  const atOnce = fewAtOnce(1, { releaseMs: 20 })
  const { begun, ends, work } = held()
  const slow = atOnce(work(1))
  expect(await atOnce(() => Promise.resolve('done'))).toBe('done')
  expect(begun).toEqual([1])
  ends[0]?.()
  expect(await slow).toBe(1)
})

it('a work that ends after its place was given away gives none away again', async () => {
  const atOnce = fewAtOnce(1, { releaseMs: 500 })
  const { begun, ends, work } = held()
  const slow = atOnce(work(1))
  const next = atOnce(work(2))
  await expect.poll(() => begun, { timeout: 10_000 }).toEqual([1, 2])
  const last = atOnce(work(3))
  ends[0]?.()
  await slow
  expect(begun).toEqual([1, 2])
  ends[1]?.()
  await next
  ends[2]?.()
  expect(await last).toBe(3)
})
