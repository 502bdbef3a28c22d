import { expect, test } from 'vitest'
import { query } from './client.ts'
import { indexDirectory } from './directory.ts'
import { newId } from './ids.ts'
import { askPath } from './ask-path.ts'

test('beginning, asking and asking as a party have their own addresses', () => {
  const ask = { kind: 'k', command: 'sign', data: {} }
  expect(askPath(ask)).toBe('/api/k/sign')
  expect(askPath({ ...ask, id: 'r1' })).toBe('/api/k/r1/sign')
  expect(askPath({ ...ask, id: 'r1', party: { role: 'co', unit: 7 } })).toBe('/api/k/r1/co/7/sign')
})

test('what was not chosen is not sent', () => {
  expect(query({ q: '翠湖 停车', late: undefined, area: '', open: 1 })).toBe(
    '?q=%E7%BF%A0%E6%B9%96+%E5%81%9C%E8%BD%A6&open=1',
  )
  expect(query({})).toBe('')
})

test('ids are random UUIDs of version 4', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newId()).not.toBe(newId())
})

test('an area knows its path and what lies in it; the city goes without saying', () => {
  const directory = indexDirectory({
    version: '1',
    areas: [
      [1, '昆明市', 'city', '市', null],
      [10, '五华区', 'district', '区', 1],
      [100, '华山街道', 'street', '街道', 10],
    ],
    units: [[7, '五华区城市管理局', 'department', 10, 1, ['handle'], []]],
  })
  expect(directory.path(100)).toBe('五华区 / 华山街道')
  expect(directory.path(1)).toBe('昆明市')
  expect(directory.lies(100, 10)).toBe(true)
  expect(directory.lies(10, 100)).toBe(false)
  expect(directory.unitName(7)).toBe('五华区城市管理局')
  expect(directory.unitName(8)).toBe('单位 8')
})
