import { expect, test } from 'vitest'
import { changeText, filtersOf, growthText, linkTo } from './brief.ts'

test('a number leads to the list with the filters that counted it', () => {
  const filters = filtersOf('late', '2026-07-20', 530102)
  expect(filters).toEqual({ area: '530102', open: '1', late: '1' })
  expect(linkTo(filters ?? {})).toBe('/appeals?area=530102&open=1&late=1')
})

test('what is due leads to what ends on the very day, and what was counted to its own list', () => {
  expect(filtersOf('dueToday', '2026-07-20', 530102)).toEqual({ area: '530102', due: '2026-07-20' })
  expect(filtersOf('answered', '2026-07-20', 530102)).toEqual({
    area: '530102',
    measure: 'answered',
    from: '2026-07-19',
    to: '2026-07-19',
  })
})

test('what came in is told of the day before', () => {
  expect(filtersOf('registered', '2026-07-01', 530102)).toEqual({
    area: '530102',
    measure: 'registered',
    from: '2026-06-30',
    to: '2026-06-30',
  })
})

test('of small numbers the difference is said, not a share of it', () => {
  expect(changeText(6, 4)).toBe('比前一日多 2 件（4 件）')
  expect(changeText(90, 100)).toBe('比前一日少 10%（100 件）')
  expect(changeText(4, 4)).toBe('和前一日一样')
  expect(changeText(4, undefined)).toBeUndefined()
})

test('growth from nothing is not put in figures', () => {
  expect(growthText(6, 0)).toBe('前一周没有')
  expect(growthText(6, 2)).toBe('前一周 2 件，是它的 3.0 倍')
  expect(growthText(6, 5)).toBe('前一周 5 件')
})
