import { expect, test } from 'vitest'
import { categoriesIn, recentOf, usedNow } from './categories.ts'

const groups = categoriesIn({
  'finding-categories': [
    { value: '01', label: '市容环境' },
    { value: '0101', label: '暴露垃圾', parent: '01' },
    { value: '0102', label: '占道经营', parent: '01' },
    { value: '02', label: '其他' },
  ],
})

test('kinds of findings come in two levels', () => {
  expect(groups).toMatchObject([
    { label: '市容环境', below: [{ label: '暴露垃圾' }, { label: '占道经营' }] },
    { label: '其他', below: [] },
  ])
})

test('what was used last comes first, and what the city no longer has does not come', () => {
  const used = ['0102', '0101', '02'].reduce<readonly string[]>(usedNow, ['0909'])
  expect(recentOf(groups, used).map(({ label }) => label)).toEqual(['其他', '暴露垃圾', '占道经营'])
  expect(usedNow(used, '0101')).toEqual(['0101', '02', '0102', '0909'])
})

test('a list that never came is empty', () => {
  expect(categoriesIn(undefined)).toEqual([])
})
