import { expect, test } from 'vitest'
import { committeeFor } from './area-tree.ts'
import { governedWorld, unit } from './testing.ts'

test('a unit acts for the committee of its own area, whatever lies below or above it', () => {
  const { directory } = governedWorld([])
  const actsFor = (one: number) => committeeFor(directory, one)
  expect([unit.organisation, unit.bureau, unit.committee].map(actsFor)).toEqual([
    unit.committee,
    unit.committee,
    unit.committee,
  ])
  expect([unit.cityOrganisation, unit.cityCommittee].map(actsFor)).toEqual([
    unit.cityCommittee,
    unit.cityCommittee,
  ])
})

test('a unit in whose area no committee is acts for itself, and so does a committee beside another', () => {
  const { directory } = governedWorld([])
  expect(committeeFor(directory, unit.street)).toBe(unit.street)
  expect(committeeFor(directory, 9999)).toBe(9999)
  const second = { id: 99, name: '第二党委', type: 'committee', functions: [], area: 11 }
  const units = new Map([...directory.units, [second.id, second]])
  expect(committeeFor({ ...directory, units }, second.id)).toBe(second.id)
})
