import { expect, test } from 'vitest'
import { pageAt, pathOf, pages } from './page-address.ts'

test.each(pages)('the address of %s leads back to it, and to what it is about', (page) => {
  const search = (at: Parameters<typeof pathOf>[0]) => new URL(pathOf(at), 'http://city').search
  expect(pageAt(search({ page }))).toEqual({ page })
  expect(pageAt(search({ page, id: 'a b' }))).toEqual({ page, id: 'a b' })
})

test('an address nobody made is where one reports', () => {
  expect(pageAt('?page=admin')).toEqual({ page: 'report' })
  expect(pathOf({ page: 'report' })).toBe('/g')
})
