import { expect, test } from 'vitest'
import { tested } from './clean.ts'
import { make } from './tested-only.ts'

test('a test uses what nothing else does', () => {
  expect([tested, make]).toHaveLength(2)
})
