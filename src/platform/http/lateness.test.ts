import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Lateness, startLateness } from './lateness.ts'

let now = 0
let lateness: Lateness
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  now = 0
  lateness = startLateness(() => now)
})
afterEach(() => {
  lateness.stop()
  vi.useRealTimers()
})

/** The timer comes when it is due, or so much later. */
function turns(count: number, lateMs: number): void {
  for (let turn = 0; turn < count; turn += 1) {
    now += 200 + lateMs
    vi.advanceTimersByTime(200)
  }
}

test('who comes late again and again is late, and who is in time again soon is not', () => {
  turns(10, 0)
  expect(lateness.ms()).toBe(0)
  turns(8, 1_000)
  expect(lateness.ms()).toBeGreaterThan(750)
  turns(8, 0)
  expect(lateness.ms()).toBeLessThan(100)
})

test('one long piece of work alone is not being late', () => {
  turns(10, 0)
  turns(1, 2_000)
  expect(lateness.ms()).toBeLessThan(750)
})
