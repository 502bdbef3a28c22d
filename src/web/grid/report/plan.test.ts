import { expect, test } from 'vitest'
import { cellAt, placeOn, planOf, pointAt } from './plan.ts'

const grids = [3, 1, 2, 5, 4].map((number) => ({
  code: 530102001001000 + number,
  name: `第${number}网格`,
}))
const plan = planOf(grids)

test('the drawing has every grid once, in order, without a gap', () => {
  expect(plan.cells.map(({ name }) => name)).toEqual(
    [1, 2, 3, 4, 5].map((number) => `第${number}网格`),
  )
  const area = plan.cells.reduce((sum, { width, height }) => sum + width * height, 0)
  expect(area).toBeCloseTo(plan.width * plan.height)
})

test('a tap falls into the grid that is drawn there', () => {
  for (const cell of plan.cells)
    expect(cellAt(plan, cell.x + cell.width / 2, cell.y + cell.height / 2)).toBe(cell)
  expect(cellAt(plan, -1, 10)).toBeUndefined()
})

test('a point says that it is one of a drawing, and can be drawn again', () => {
  expect(pointAt(plan, 123, 88)).toBe('示意图:41,50')
  expect(placeOn(plan, '示意图:41,50')).toEqual({ x: 123, y: 88 })
  expect(pointAt(plan, -5, 999)).toBe('示意图:0,100')
  expect(placeOn(plan, '102.712,25.043')).toBeUndefined()
})

test('a community with one grid, or none, has a drawing too', () => {
  expect(planOf(grids.slice(0, 1)).cells).toHaveLength(1)
  expect(planOf([]).cells).toEqual([])
})
