import { expect, test } from 'vitest'
import { oneAfterAnother } from './in-turn.ts'

test('asked many times while it runs, it runs once more, with what came meanwhile', async () => {
  let runs = 0
  let open = 0
  const act = oneAfterAnother(async () => {
    open += 1
    expect(open).toBe(1)
    await Promise.resolve()
    runs += 1
    open -= 1
  })
  await Promise.all([act(), act(), act(), act()])
  expect(runs).toBe(2)
  await act()
  expect(runs).toBe(3)
})

test('a run that fails does not stop the next', async () => {
  let runs = 0
  const act = oneAfterAnother(async () => {
    runs += 1
    if (runs === 1) throw new Error('the first fails')
  })
  const [first, second] = await Promise.allSettled([act(), act()])
  expect(first.status).toBe('rejected')
  expect(second.status).toBe('fulfilled')
})
