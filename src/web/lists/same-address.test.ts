import { expect, test } from 'vitest'
import { sameAddress } from './same-address.ts'

test('a list is the same whatever was chosen first', () => {
  expect(sameAddress('late=1&f.type=a', 'f.type=a&late=1')).toBe(true)
  expect(sameAddress('late=1', 'late=1&open=1')).toBe(false)
})
