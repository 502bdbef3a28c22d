import { expect, test } from 'vitest'
import { serverUrls } from './server-urls.ts'

test('an address with several hosts is one address for each of them', () => {
  expect(serverUrls('postgres://ren:m%40ma@one:5432,two:5433/city?sslmode=require')).toEqual([
    'postgres://ren:m%40ma@one:5432/city?sslmode=require',
    'postgres://ren:m%40ma@two:5433/city?sslmode=require',
  ])
  expect(serverUrls('postgres://one,two/city')).toEqual([
    'postgres://one/city',
    'postgres://two/city',
  ])
})

test('an address with one host is left as it is, whatever else it holds', () => {
  for (const url of ['postgres://a,b:c@one/city', 'postgres://one/city?options=a,b', '/var/run'])
    expect(serverUrls(url)).toEqual([url])
})
