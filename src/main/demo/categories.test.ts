import { describe, expect, it } from 'vitest'
import { categoryGroups, categoryLeaves } from './categories.ts'

describe('the categories of appeals', () => {
  it('are 22 groups of at least six leaves each, every leaf under its group', () => {
    expect(categoryGroups).toHaveLength(22)
    for (const group of categoryGroups) {
      const leaves = categoryLeaves.filter((leaf) => leaf.parent === group.code)
      expect(leaves.length, group.name).toBeGreaterThanOrEqual(6)
    }
    const groups = new Set(categoryGroups.map((group) => group.code))
    expect(categoryLeaves.filter((leaf) => !groups.has(leaf.parent))).toEqual([])
  })

  it('never share a code or a name', () => {
    const all = [...categoryGroups, ...categoryLeaves]
    expect(new Set(all.map((category) => category.code)).size).toBe(all.length)
    expect(new Set(all.map((category) => category.name)).size).toBe(all.length)
  })

  it('use all four limit classes, the general one most', () => {
    const sizes = Map.groupBy(categoryLeaves, (leaf) => leaf.limitClass)
    const size = (name: 'urgent' | 'utility' | 'general' | 'complex') =>
      sizes.get(name)?.length ?? 0
    expect(size('urgent')).toBeGreaterThanOrEqual(8)
    expect(size('utility')).toBeGreaterThanOrEqual(8)
    expect(size('complex')).toBeGreaterThanOrEqual(8)
    expect(size('general')).toBeGreaterThan(categoryLeaves.length / 2)
  })

  it('are each known by at least five words and have a usual purpose', () => {
    expect(categoryLeaves.filter((leaf) => leaf.keywords.length < 5)).toEqual([])
    expect(categoryLeaves.filter((leaf) => leaf.purposes.length === 0)).toEqual([])
  })
})
