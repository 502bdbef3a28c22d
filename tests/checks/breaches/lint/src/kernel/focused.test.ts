// breach: no-focused-tests
import { expect, test } from 'vitest'

test.only('only this runs', () => {
  expect(1).toBe(1)
})
