import { expect, test } from 'vitest'
import { directoryOf } from '../../kernel/directory.ts'
import { town, townWorld, unit, units } from '../../kernel/testing.ts'
import { publicAreas, publicUnits } from './public-areas.ts'

const { directory } = townWorld([])
const types = ['street', 'community', 'department']
const idsAt = (area: number, from = directory) => publicUnits(from, area, types).map(({ id }) => id)

test('the units of a place are its own and those above it, the nearest first', () => {
  expect(idsAt(town.community)).toEqual([
    unit.community,
    unit.street,
    unit.bureau,
    unit.traffic,
    unit.cityBureau,
  ])
  expect(idsAt(town.otherDistrict)).toEqual([unit.otherBureau, unit.cityBureau])
  expect(idsAt(7)).toEqual([])
})

test('a unit that is no more cannot be named', () => {
  const ended = units.map((one) => (one.id === unit.bureau ? { ...one, to: 1 } : one))
  const then = directoryOf([...directory.areas.values()], ended)
  expect(idsAt(town.district, then)).toEqual([unit.traffic, unit.cityBureau])
})

test('of very many units only the nearest are shown', () => {
  const many = Array.from({ length: 80 }, (_, at) => ({
    id: 100 + at,
    name: `市第${at}局`,
    type: 'department',
    functions: [],
    area: town.city,
  }))
  const then = directoryOf([...directory.areas.values()], [...many, ...units])
  expect(idsAt(town.community, then)).toHaveLength(60)
  expect(idsAt(town.community, then).slice(0, 2)).toEqual([unit.community, unit.street])
})

test('grids are not offered to residents, but to those who ask for them', () => {
  const areas = [...directory.areas.values()]
  const grid = { code: 1_111_001, level: 'grid', type: '网格', name: '一社区第一网格' } as const
  const split = directoryOf([...areas, { ...grid, parent: town.community }], units)
  const parent = String(town.community)
  expect(publicAreas(split, { parent })).toEqual([])
  expect(publicAreas(split, { parent, grids: '1' }).map(({ code }) => code)).toEqual([1_111_001])
  expect(publicAreas(split, { q: '一社区' }).map(({ code }) => code)).toEqual([town.community])
})
