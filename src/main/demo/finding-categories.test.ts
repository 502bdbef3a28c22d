import { expect, test } from 'vitest'
import { parameters } from '../../capabilities/command-response/grid-finding/clocks.ts'
import { findingCategories } from './finding-categories.ts'

const leaves = findingCategories.filter((item) => item.parent !== undefined)

test('what a grid worker finds has two levels, and every leaf a group', () => {
  const groups = new Set(
    findingCategories.filter((item) => item.parent === undefined).map(({ value }) => value),
  )
  expect(groups.size).toBe(11)
  expect(leaves.length).toBe(33)
  expect(leaves.filter(({ parent = '' }) => !groups.has(parent))).toEqual([])
  expect(new Set(findingCategories.map(({ value }) => value)).size).toBe(findingCategories.length)
})

test('every leaf has a limit class for which the city has a limit', () => {
  const lacking = leaves.filter(({ limitClass }) => !(`finding.limit.${limitClass}` in parameters))
  expect(lacking).toEqual([])
})
