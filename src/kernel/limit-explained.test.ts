import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { dueAt, leftUntil, type Limit } from './limit.ts'
import { explain } from './limit-explained.ts'
import { hourMs, instantOf, type Instant, momentText, startOfDay } from './time.ts'

const calendar: Calendar = {
  publishedYears: [2026],
  daysOff: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workedWeekends: ['2026-09-20', '2026-10-10'],
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  fixedHolidays: ['01-01'],
  version: 'test',
}

function at(wall: string): Instant {
  const instant = instantOf(`${wall}+08:00`)
  if (instant === undefined) throw new Error(`not a time: ${wall}`)
  return instant
}

describe('working days', () => {
  test('are told day by day while they are few', () => {
    expect(explain(calendar, at('2026-07-31T15:20'), { qty: 3, unit: 'working-day' })).toEqual([
      '7月31日 15:20 开始，次日起算',
      '8月1日 周六 休息',
      '8月2日 周日 休息',
      '8月3日至5日 第 1 至 3 个工作日',
      '8月5日 17:00 到期',
    ])
  })

  test('name holidays and worked weekends', () => {
    expect(explain(calendar, at('2026-09-30T10:00'), { qty: 3, unit: 'working-day' })).toEqual([
      '9月30日 10:00 开始，次日起算',
      '10月1日至7日 休息 7 天',
      '10月8日至10日 第 1 至 3 个工作日',
      '10月10日 17:00 到期',
    ])
    const lines = explain(calendar, at('2026-09-18T10:00'), { qty: 1, unit: 'working-day' })
    expect(lines.slice(1, -1)).toEqual(['9月19日 周六 休息', '9月20日 周日 调休上班 第 1 个工作日'])
  })

  test('over many weeks tell the middle in one line', () => {
    const lines = explain(calendar, at('2026-03-02T09:00'), { qty: 60, unit: 'working-day' })
    expect(lines).toHaveLength(11)
    expect(lines[5]).toBe('3月14日至5月17日 第 10 至 54 个工作日，其间休息 20 天')
    expect(lines.at(-2)).toBe('5月25日 第 60 个工作日')
    expect(lines.at(-1)).toBe('5月25日 17:00 到期')
  })

  test('that were suspended go on from what was left', () => {
    const limit: Limit = { qty: 3, unit: 'working-day' }
    const { due } = dueAt(calendar, at('2026-08-03T10:00'), limit)
    const left = leftUntil(calendar, at('2026-08-05T10:00'), { limit, due })
    expect(explain(calendar, at('2026-08-14T16:00'), left)).toEqual([
      '8月14日 16:00 恢复计时，还剩 1 个工作日（不含当日）',
      '8月14日 补足停计当日',
      '8月15日 周六 休息',
      '8月16日 周日 休息',
      '8月17日 第 1 个工作日',
      '8月17日 17:00 到期',
    ])
  })
})

test('with nothing left it is due at once', () => {
  const late = at('2026-08-10T09:30')
  expect(explain(calendar, late, { unit: 'working-day', days: 0, today: false })).toEqual([
    '8月10日 09:30 恢复计时，还剩 0 个工作日',
    '8月10日 09:30 到期',
  ])
})

test('working hours say how much each day took', () => {
  expect(explain(calendar, at('2026-07-31T15:20'), { qty: 4, unit: 'working-hour' })).toEqual([
    '7月31日 15:20 开始，只计工作时间（09:00–12:00、13:00–17:00）',
    '7月31日 计 1 小时 40 分钟',
    '8月1日 周六 休息',
    '8月2日 周日 休息',
    '8月3日 计 2 小时 20 分钟',
    '8月3日 11:20 到期',
  ])
})

test('natural time needs two lines', () => {
  expect(explain(calendar, at('2026-08-01T15:20'), { qty: 24, unit: 'hour' })).toEqual([
    '8月1日 15:20 开始，24 小时连续计算',
    '8月2日 15:20 到期',
  ])
})

test('a year without a notice is marked on its days and at the end', () => {
  expect(explain(calendar, at('2026-12-30T10:00'), { qty: 2, unit: 'working-day' })).toEqual([
    '12月30日 10:00 开始，次日起算',
    '12月31日 第 1 个工作日',
    '2027年1月1日至3日（暂定） 休息 3 天',
    '2027年1月4日（暂定） 第 2 个工作日',
    '2027年1月4日 17:00 到期（暂定：2027 年放假安排尚未公布）',
  ])
})

test('days before and after the turn of the year are told apart', () => {
  const lines = explain(calendar, at('2026-12-28T10:00'), { qty: 4, unit: 'working-day' })
  expect(lines.slice(1, 3)).toEqual([
    '12月29日至31日 第 1 至 3 个工作日',
    '2027年1月1日至3日（暂定） 休息 3 天',
  ])
})

test('every explanation ends with the due time and stays short enough to read', () => {
  const limits: fc.Arbitrary<Limit> = fc.record({
    qty: fc.integer({ min: 1, max: 120 }),
    unit: fc.constantFrom('minute', 'hour', 'day', 'working-hour', 'working-day'),
  })
  fc.assert(
    fc.property(fc.nat(300 * 24), limits, (hours, limit) => {
      const from = startOfDay('2026-01-01') + hours * hourMs
      const lines = explain(calendar, from, limit)
      expect(lines.length).toBeLessThanOrEqual(11)
      expect(lines.at(-1)).toContain(momentText(dueAt(calendar, from, limit).due, 2026))
    }),
  )
})
