import { test } from 'vitest'
import { n } from './base.ts'

test('a test may use a package', () => {
  n.toFixed()
})
