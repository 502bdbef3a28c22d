import { describe, expect, test } from 'vitest'
import { isoOf } from '../../kernel/time.ts'
import { readMoment } from './city-moment.ts'

describe('a moment in a sheet', () => {
  test.each([
    ['2017-10-14T14:25:14+08:00', '2017-10-14T06:25:14.000Z'],
    ['2026-08-03T09:00:00Z', '2026-08-03T09:00:00.000Z'],
    ['2026-08-03', '2026-08-02T16:00:00.000Z'],
    ['2026-08-03 17:00', '2026-08-03T09:00:00.000Z'],
    ['2026/8/3 7:05:09', '2026-08-02T23:05:09.000Z'],
    ['2026.8.3', '2026-08-02T16:00:00.000Z'],
    ['2026年8月3日 9时05分', '2026-08-03T01:05:00.000Z'],
    ['２０２６-08-03 17:00', '2026-08-03T09:00:00.000Z'],
    ['2026-08-03T17:00:00', '2026-08-03T09:00:00.000Z'],
  ])('"%s" is read in the clock of the city', (text, iso) => {
    const moment = readMoment(text)
    expect(moment === undefined ? undefined : isoOf(moment)).toBe(iso)
  })

  test.each([
    '',
    '昨天',
    '2026-02-30',
    '2026-13-01',
    '2026-08-03 25:00',
    '2026-08-03 12:61',
    '46237',
    '8月3日',
  ])('"%s" is none', (text) => {
    expect(readMoment(text)).toBeUndefined()
  })
})
