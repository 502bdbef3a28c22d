// breach: no-disabled-tests
import { expect, test } from 'vitest'

test.skip('this does not run', () => {
  expect(1).toBe(1)
})
