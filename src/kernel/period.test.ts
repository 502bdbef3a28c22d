import { describe, expect, it } from 'vitest'
import { periodAt, periodName, periodsUpTo } from './period.ts'

describe('a period', () => {
  it('is the one that holds the day', () => {
    expect(periodAt('month', '2024-02-29')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(periodAt('quarter', '2026-08-03')).toEqual({ from: '2026-07-01', to: '2026-09-30' })
    expect(periodAt('half-year', '2026-06-30')).toEqual({ from: '2026-01-01', to: '2026-06-30' })
    expect(periodAt('year', '2026-12-31')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  })

  it('has the name people say', () => {
    const names = (['month', 'quarter', 'half-year', 'year'] as const).map((period) =>
      periodName(period, '2026-08-03'),
    )
    expect(names).toEqual(['2026年8月', '2026年第3季度', '2026年下半年', '2026年'])
    expect(periodName('half-year', '2026-01-01')).toBe('2026年上半年')
  })

  it('that still runs goes up to the day; those before it are whole, over the turn of the year', () => {
    expect(periodsUpTo('quarter', '2026-02-10', 3)).toEqual([
      { from: '2025-07-01', to: '2025-09-30' },
      { from: '2025-10-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-02-10' },
    ])
  })
})
