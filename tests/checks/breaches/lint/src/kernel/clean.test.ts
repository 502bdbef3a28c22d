import { expect, test } from 'vitest'

test('a test may look at the clock', () => {
  expect(Date.now()).toBeGreaterThan(0)
})
