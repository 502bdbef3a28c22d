import { expect, test } from 'vitest'
import { pageAt, pathOf } from './page-address.ts'

test.each(['home', 'ask/what', 'ask/check', 'follow', 'appeal/judge'] as const)(
  'the address of %s leads back to it',
  (page) => {
    expect(pageAt(new URL(pathOf(page), 'http://city').search)).toBe(page)
  },
)

test('an address nobody made is home', () => {
  expect(pageAt('')).toBe('home')
  expect(pageAt('?page=admin')).toBe('home')
  expect(pageAt('?from=wechat')).toBe('home')
})

test('what another app adds to an address does not matter', () => {
  expect(pageAt('?from=wechat&page=follow')).toBe('follow')
})
