// breach: valid-expect
import { expect, test } from 'vitest'

test('an expectation is begun', () => {
  expect(1)
})
