// breach: no-restricted-properties
import { expect, test, vi } from 'vitest'

vi.mock('./clean.ts')

test('a module is mocked', () => {
  expect(1).toBe(1)
})
