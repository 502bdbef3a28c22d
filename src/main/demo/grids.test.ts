import { expect, test } from 'vitest'
import { directoryOf, placeOf } from '../../kernel/directory.ts'
import { demoDirectory } from './city.ts'
import { demoGrids } from './grids.ts'
import { demoStaff } from './staff.ts'

const { areas, units } = demoDirectory()
const directory = directoryOf(areas, units)
const grids = demoGrids()

test('every community of the four inner districts has two to four grids, each with its 15 digits', () => {
  const byCommunity = Map.groupBy(grids, ({ parent }) => parent ?? 0)
  expect(byCommunity.size).toBe(465)
  expect(new Set([...byCommunity.values()].map((some) => some.length))).toEqual(new Set([2, 3, 4]))
  expect(grids.filter(({ code }) => String(code).length !== 15)).toEqual([])
})

test('a grid lies in the place of its community', () => {
  const [first] = grids
  expect(placeOf(directory, first?.code ?? 0)).toEqual(placeOf(directory, first?.parent ?? 0))
})

test('each grid has somebody who walks it, and every street, committee and community a secretary', () => {
  const { posts } = demoStaff(units)
  expect(posts.filter(({ role }) => role === 'gridWorker')).toHaveLength(grids.length)
  expect(posts.filter(({ role }) => role === 'secretary')).toHaveLength(150 + 15 + 1738)
})
