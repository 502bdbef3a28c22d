import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atMost } from './at-most.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what is asked for again and again is done at once, and then once in a while', () => {
  let done = 0
  const work = atMost(1_500, () => {
    done += 1
  })
  work.ask()
  expect(done).toBe(1)
  work.ask()
  work.ask()
  expect(done).toBe(1)
  vi.advanceTimersByTime(1_500)
  expect(done).toBe(2)
  vi.advanceTimersByTime(5_000)
  expect(done).toBe(2)
  work.ask()
  expect(done).toBe(3)
})

test('after a stop nothing is done any more', () => {
  let done = 0
  const work = atMost(1_500, () => {
    done += 1
  })
  work.ask()
  work.ask()
  work.stop()
  vi.advanceTimersByTime(5_000)
  expect(done).toBe(1)
})
