import { expect, test } from 'vitest'

test('a test that asserts something', () => {
  expect(1).toBe(1)
})
