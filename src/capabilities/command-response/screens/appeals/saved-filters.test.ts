import { expect, test } from 'vitest'
import { isSame, savedFrom, withoutSaved, withSaved } from './saved-filters.ts'

test('a view is kept under its name, and the same name means the newer view', () => {
  const saved = withSaved(withSaved([], '超时', { late: '1' }), ' 超时 ', { late: '1', area: '5' })
  expect(saved).toEqual([{ name: '超时', filters: { late: '1', area: '5' } }])
  expect(withoutSaved(saved, '超时')).toEqual([])
})

test('a telephone number searched for is never kept', () => {
  expect(withSaved([], '来电人', { phone: '15400000001', open: '1' })).toEqual([
    { name: '来电人', filters: { open: '1' } },
  ])
  const stored = JSON.stringify([{ name: '旧', filters: { phone: '15400000001' } }])
  expect(savedFrom(stored)).toEqual([{ name: '旧', filters: {} }])
})

test('what a browser kept is read as far as it is one', () => {
  expect(savedFrom(null)).toEqual([])
  expect(savedFrom('{')).toEqual([])
  expect(savedFrom('[{"name":1},{"name":"甲","filters":{"late":"1","x":2,"y":"z"}}]')).toEqual([
    { name: '甲', filters: { late: '1' } },
  ])
})

test('two views are the same when they filter the same, in whatever order', () => {
  expect(isSame({ late: '1', area: '5' }, { area: '5', late: '1' })).toBe(true)
  expect(isSame({ late: '1' }, { late: '1', open: '1' })).toBe(false)
})

test('a view without a name is not kept', () => {
  expect(withSaved([], '  ', { late: '1' })).toEqual([])
})
