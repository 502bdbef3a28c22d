import { expect, test } from 'vitest'
import {
  draftName,
  dropDraft,
  dropOldDrafts,
  keepDraft,
  readDraft,
  type DraftStore,
} from './draft.ts'

const day = 24 * 60 * 60_000

test('what was typed is there again after the tab was closed, with the same ask', () => {
  const store = emptyStore()
  const name = draftName('p1', 'r1/submitAnswer')
  keepDraft(store, name, { ask: 'a1', values: { publicAnswer: '已修好' }, at: 5 })
  expect(readDraft(store, name)).toEqual({ ask: 'a1', values: { publicAnswer: '已修好' }, at: 5 })
})

test('a colleague at the same desk does not find it', () => {
  const store = emptyStore()
  keepDraft(store, draftName('p1', 'r1/note'), { ask: 'a1', values: {}, at: 5 })
  expect(readDraft(store, draftName('p2', 'r1/note'))).toBeUndefined()
})

test('an ask that succeeded leaves no draft behind', () => {
  const store = emptyStore()
  const name = draftName('p1', 'r1/note')
  keepDraft(store, name, { ask: 'a1', values: {}, at: 5 })
  dropDraft(store, name)
  expect(readDraft(store, name)).toBeUndefined()
})

test('a draft does not outlive three days, and what is not a draft stays', () => {
  const store = emptyStore()
  keepDraft(store, draftName('p1', 'old'), { ask: 'a1', values: {}, at: 0 })
  keepDraft(store, draftName('p1', 'new'), { ask: 'a2', values: {}, at: 3 * day })
  store.setItem('something else', 'x')
  dropOldDrafts(store, 3 * day + 1)
  expect(readDraft(store, draftName('p1', 'old'))).toBeUndefined()
  expect(readDraft(store, draftName('p1', 'new'))?.ask).toBe('a2')
  expect(store.getItem('something else')).toBe('x')
})

test('a full store loses the draft and not the page', () => {
  const full: DraftStore = {
    ...emptyStore(),
    setItem: () => {
      throw new Error('QuotaExceededError')
    },
  }
  keepDraft(full, draftName('p1', 'x'), { ask: 'a', values: {}, at: 1 })
  expect(readDraft(full, draftName('p1', 'x'))).toBeUndefined()
})

test('a spoiled draft is taken for none', () => {
  const store = emptyStore()
  store.setItem(draftName('p1', 'x'), '{"ask":')
  expect(readDraft(store, draftName('p1', 'x'))).toBeUndefined()
})

function emptyStore(): DraftStore {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size
    },
  }
}
