import { expect, test } from 'vitest'
import { planOf } from '../../capabilities/city/reorganisation/plan.ts'
import { proposed } from '../../capabilities/city/reorganisation/proposal.ts'
import { isReorganised, sharesOf } from '../../kernel/lineage.ts'
import { restructured } from '../../kernel/restructuring.ts'
import { at, town, townWorld } from '../../kernel/testing.ts'
import { kinds } from '../registry.ts'
import { by, day, merged } from './testing.ts'

test('the successor counts today what both counted, and the district counts it once', () => {
  const { directory } = merged().world
  const shares = (area: number) => sharesOf(directory, area).map(({ code, n }) => [code, n])
  expect(shares(town.otherStreet)).toEqual([
    [town.street, 1],
    [town.otherStreet, 1],
  ])
  expect(shares(town.district)).toEqual([[town.district, 1]])
  expect(shares(town.street)).toEqual([])
  expect(isReorganised(directory, town.otherStreet)).toBe(true)
  expect(isReorganised(directory, town.district)).toBe(false)
})

test('a community that moved carries its past along: taken from one street, added to the other', () => {
  const plain = townWorld(kinds.values()).directory
  const rows = proposed(plain, {
    what: 'move',
    of: 'areas',
    from: [town.otherCommunity],
    into: [{ parent: 121 }],
  })
  const directory = restructured(plain, planOf(plain, rows), { at: at(day), by })
  const shares = (area: number) => sharesOf(directory, area).map(({ code, n }) => [code, n])
  expect(shares(town.street)).toEqual([
    [town.street, 1],
    [town.otherCommunity, -1],
  ])
  expect(shares(121)).toEqual([
    [121, 1],
    [town.otherCommunity, 1],
  ])
  expect(shares(town.otherDistrict)).toEqual([
    [town.otherDistrict, 1],
    [town.otherCommunity, 1],
  ])
  expect(shares(town.city)).toEqual([[town.city, 1]])
})

test('of a divided street the past is told by its communities, and no further', () => {
  const plain = townWorld(kinds.values()).directory
  const rows = proposed(plain, {
    what: 'split',
    of: 'areas',
    from: [town.street],
    into: [{ name: '前街' }, { name: '东街' }],
    goes: { [town.otherCommunity]: 1 },
  })
  const directory = restructured(plain, planOf(plain, rows), { at: at(day), by })
  const [east] = [...directory.areas.values()].filter(({ name }) => name === '东街')
  expect(sharesOf(directory, east?.code ?? 0)).toEqual([
    { level: 'street', code: east?.code, n: 1 },
    { level: 'community', code: town.otherCommunity, n: 1 },
  ])
  expect(sharesOf(directory, town.district)).toEqual([
    { level: 'district', code: town.district, n: 1 },
  ])
})
