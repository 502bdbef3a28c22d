import { expect, test } from 'vitest'
import { type Advice, suggestedBy } from './advice.ts'

const advice: Advice = {
  categories: [category('0301', 0.8), category('0302', 0.004)],
  duplicates: [],
  items: [],
  units: [{ id: 7, name: '城管局', reason: '', share: 1 }],
  limit: null,
}

test('a key stands for the same sort of thing however long the lists are', () => {
  expect(suggestedBy(1, advice)).toMatchObject({ sort: 'category' })
  expect(suggestedBy(4, advice)).toBeUndefined()
  expect(suggestedBy(7, advice)).toMatchObject({ sort: 'unit', unit: { id: 7 } })
})

test('a category that next to nothing speaks for has no key', () => {
  expect(suggestedBy(2, advice)).toBeUndefined()
})

function category(value: string, share: number) {
  return { value, label: value, share, because: [] }
}
