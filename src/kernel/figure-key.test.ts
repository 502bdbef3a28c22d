import { expect, test } from 'vitest'
import { figureKey, figureNamed } from './figure-key.ts'

test('a figure has one name, and is known again by it', () => {
  expect([figureKey('N13', 'solved'), figureKey('F01', undefined)]).toEqual(['N13#solved', 'F01'])
  expect(figureNamed('N13#solved')).toEqual({ id: 'N13', part: 'solved' })
  expect(figureNamed('F01')).toEqual({ id: 'F01', part: undefined })
})
