import { expect, test } from 'vitest'
import { captureKey, keepCaptures, readCaptures } from './captures.ts'

function shelf() {
  const held = new Map<string, string>()
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
    removeItem: (key: string) => void held.delete(key),
  }
}

test('what was typed is there after the page was closed, for the one who typed it', () => {
  const store = shelf()
  const key = captureKey('p1', 'm1')
  const captures = [{ ask: 'a', words: '增设停放点' }]
  keepCaptures(store, key, captures)
  expect(readCaptures(store, key)).toEqual(captures)
  expect(readCaptures(store, captureKey('p2', 'm1'))).toEqual([])
  keepCaptures(store, key, [])
  expect(store.getItem(key)).toBeNull()
})

test('what cannot be read is nothing', () => {
  const store = shelf()
  store.setItem('k', '{')
  expect(readCaptures(store, 'k')).toEqual([])
  store.setItem('k', '[{"ask":1}]')
  expect(readCaptures(store, 'k')).toEqual([])
})
