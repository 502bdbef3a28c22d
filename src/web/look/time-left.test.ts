import { expect, test } from 'vitest'
import { agoText, exactText, timeLeft } from './time-left.ts'

const now = Date.parse('2026-08-02T13:00:00+08:00')

test('what is left is said in its two largest units, with the moment it ends', () => {
  expect(timeLeft({ due: '2026-08-03T17:00:00+08:00' }, now)).toEqual({
    short: '剩 1 天 4 小时',
    until: '8月3日 17:00 到期',
    tone: 'calm',
  })
})

test('the last four hours stand out', () => {
  expect(timeLeft({ due: '2026-08-02T16:59:00+08:00' }, now)?.tone).toBe('soon')
  expect(timeLeft({ due: '2026-08-02T17:00:00+08:00' }, now)?.tone).toBe('calm')
})

test('past its moment a clock says by how much, also before the server was asked again', () => {
  expect(timeLeft({ due: '2026-08-02T10:00:00+08:00', late: false }, now)).toEqual({
    short: '超时 3 小时',
    until: '8月2日 10:00 到期',
    tone: 'late',
  })
})

test('a clock that stands still is never late', () => {
  const paused = { due: '2026-08-01T10:00:00+08:00', pausedAt: '2026-07-30T10:00:00+08:00' }
  expect(timeLeft(paused, now)).toEqual({ short: '已暂停计时', until: undefined, tone: 'paused' })
})

test('a due moment reckoned with an unpublished calendar is called provisional', () => {
  expect(timeLeft({ due: '2027-01-04T17:00:00+08:00', provisional: true }, now)?.until).toBe(
    '2027年1月4日 17:00 到期（暂定）',
  )
})

test('without a limit there is nothing to say', () => {
  expect(timeLeft({}, now)).toBeUndefined()
})

test('how long ago is said roughly, and beyond a week by the day', () => {
  const ago = (iso: string) => agoText(Date.parse(iso), now)
  expect(ago('2026-08-02T12:59:30+08:00')).toBe('刚刚')
  expect(ago('2026-08-02T12:30:00+08:00')).toBe('30 分钟前')
  expect(ago('2026-08-02T10:00:00+08:00')).toBe('3 小时前')
  expect(ago('2026-07-30T12:00:00+08:00')).toBe('3 天前')
  expect(ago('2026-07-20T09:05:00+08:00')).toBe('7月20日 09:05')
})

test('a moment ahead of the clock is told exactly, not as a time ago', () => {
  expect(agoText(Date.parse('2026-08-03T09:00:00+08:00'), now)).toBe('8月3日 09:00')
})

test('the exact moment carries its year, in the city’s time', () => {
  expect(exactText('2026-08-02T16:30:00Z')).toBe('2026年8月3日 00:30')
})
