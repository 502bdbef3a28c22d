import { expect, test } from 'vitest'
import { differs, monthsOf } from './months.ts'

test('a month begins under its weekday and ends with empty places', () => {
  const days = Array.from({ length: 31 }, (_, at) => ({
    day: `2026-08-${String(at + 1).padStart(2, '0')}`,
    working: at > 1,
    provisional: false,
  }))
  const [august] = monthsOf(days)
  // 1 August 2026 is a Saturday.
  expect(august?.weeks[0]?.map((day) => day?.day.slice(8))).toEqual([
    ...Array.from({ length: 5 }, () => undefined),
    '01',
    '02',
  ])
  expect(august?.weeks).toHaveLength(6)
  expect(august?.weeks.at(-1)?.[1]).toBeUndefined()
  expect(august?.working).toBe(29)
})

test('a weekday off and a weekend worked stand out, ordinary days do not', () => {
  expect(differs({ day: '2026-10-01', working: false, provisional: false })).toBe(true)
  expect(differs({ day: '2026-10-10', working: true, provisional: false })).toBe(true)
  expect(differs({ day: '2026-10-12', working: true, provisional: false })).toBe(false)
  expect(differs({ day: '2026-10-18', working: false, provisional: false })).toBe(false)
})
