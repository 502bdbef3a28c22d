import { expect, test } from 'vitest'
import { itemsIn } from './items.ts'

const solved = ['1', '解决率', 'N13#solved', 40, 0.9, 0.5, 'none']
const whole = ['2', '按期率', 'F01', 60, 1, 0, 'population']

test('items come back as the page sent them', () => {
  expect(itemsIn(JSON.stringify([solved, whole]))).toEqual([
    {
      id: '1',
      label: '解决率',
      indicator: 'N13',
      part: 'solved',
      points: 40,
      full: 0.9,
      zero: 0.5,
      adjust: 'none',
    },
    {
      id: '2',
      label: '按期率',
      indicator: 'F01',
      points: 60,
      full: 1,
      zero: 0,
      adjust: 'population',
    },
  ])
})

test('of items that are wrong it is said which one, by its place and its name', () => {
  const says = (items: unknown) => () => itemsIn(JSON.stringify(items))
  expect(says([solved, whole.with(3, '六十')])).toThrow(
    '第 2 项评分项“按期率”不对，请从评分页面导出',
  )
  expect(says([solved.with(1, 7), whole])).toThrow('第 1 项评分项不对，请从评分页面导出')
  expect(says([solved, '按期率'])).toThrow('第 2 项评分项不对')
  expect(says([])).toThrow('评分项要有 1 到 40 项')
  expect(says(Array(41).fill(solved))).toThrow('评分项要有 1 到 40 项')
  expect(() => itemsIn('[')).toThrow('评分项读不出来')
  expect(() => itemsIn()).toThrow('评分项读不出来')
})
