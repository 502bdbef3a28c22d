import { expect, test } from 'vitest'
import type { ScoreItem } from '../../../../kernel/fair/score.ts'
import { changedItems, changesIn, codeOf, itemsWith, withChange } from './what-if.ts'

const solved: ScoreItem = {
  id: '1',
  label: '解决率',
  indicator: 'N13',
  part: 'solved',
  points: 40,
  full: 0.9,
  zero: 0.5,
  adjust: 'none',
}
const repeats: ScoreItem = { ...solved, id: '2', label: '重复件', full: 0, zero: 20 }
const items = [solved, repeats]

test('an address keeps what is tried and gives the same back', () => {
  const changes = {
    '1': { points: 30, full: 0.95, adjust: 'difficulty' },
    '2': { zero: 0 },
  } as const
  const code = codeOf(changes)
  expect(code).toBe('1*p30*f0.95*ad!2*z0')
  expect(changesIn(code)).toEqual(changes)
  expect(codeOf({})).toBe('')
  expect(changesIn(undefined)).toEqual({})
})

test('what an address says wrongly is not tried', () => {
  expect(changesIn('1*pmany*ax*q3*p')).toEqual({})
  expect(changesIn('1*p-5*f-0.5')).toEqual({ '1': { full: -0.5 } })
  expect(changesIn('*p3!!2*')).toEqual({})
})

test('set back to what it is, an item is not changed any more', () => {
  const tried = withChange({}, solved, { points: 30 })
  expect(tried).toEqual({ '1': { points: 30 } })
  const more = withChange(tried, solved, { full: 0.95 })
  expect(withChange(more, solved, { points: 40 })).toEqual({ '1': { full: 0.95 } })
  expect(withChange(tried, solved, { points: 40 })).toEqual({})
})

test('a trial changes the items it names and leaves the sheet as it is', () => {
  const tried = itemsWith(items, { '2': { adjust: 'population' }, gone: { points: 1 } })
  expect(tried).toEqual([solved, { ...repeats, adjust: 'population' }])
  expect(changedItems(items, { '2': { zero: 20 }, '1': { points: 39 } })).toEqual([solved])
})
