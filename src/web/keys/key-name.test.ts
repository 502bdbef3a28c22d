import { expect, test } from 'vitest'
import { keyName, type KeyPress } from './key-name.ts'

test('a letter, a sign and a named key are called what they are', () => {
  expect(keyName(press('j'))).toBe('j')
  expect(keyName(press('J'))).toBe('j')
  expect(keyName(press('?'))).toBe('?')
  expect(keyName(press('Enter'))).toBe('Enter')
})

test('ctrl and ⌘ are the same, also while typing', () => {
  expect(keyName(press('k', { ctrlKey: true }))).toBe('ctrl+k')
  expect(keyName(press('K', { metaKey: true, typing: true }))).toBe('ctrl+k')
})

test('typing words moves nothing and signs nothing', () => {
  expect(keyName(press('s', { typing: true }))).toBeUndefined()
  expect(keyName(press('s', { isComposing: true }))).toBeUndefined()
})

test('Enter on a button stays the button’s', () => {
  expect(keyName(press('Enter', { onControl: true }))).toBeUndefined()
  expect(keyName(press('j', { onControl: true }))).toBe('j')
})

test('a key that somebody else handled, or with alt, is left alone', () => {
  expect(keyName(press('j', { defaultPrevented: true }))).toBeUndefined()
  expect(keyName(press('j', { altKey: true }))).toBeUndefined()
})

function press(key: string, over: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    defaultPrevented: false,
    typing: false,
    onControl: false,
    ...over,
  }
}
