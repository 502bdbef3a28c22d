import { expect, test } from 'vitest'
import { groups } from './groups.ts'
import { kinds } from './registry.ts'

test('every kind stands in a group that has a name', () => {
  const nameless = [...kinds.values()].filter(({ group }) => groups[group] === undefined)
  expect(nameless.map(({ name, group }) => `${name}: ${group}`)).toEqual([])
})
