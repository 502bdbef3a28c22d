import { expect, test } from 'vitest'
import { periodsBefore } from './periods.ts'

test('only months and quarters that are over are offered, the latest first', () => {
  const offered = periodsBefore('2026-02-10')
  expect(offered.slice(0, 3)).toEqual([
    { label: '1 月', from: '2026-01-01', to: '2026-01-31' },
    { label: '2025 年 12 月', from: '2025-12-01', to: '2025-12-31' },
    { label: '2025 年 11 月', from: '2025-11-01', to: '2025-11-30' },
  ])
  expect(offered[6]).toEqual({ label: '2025 年 第 4 季度', from: '2025-10-01', to: '2025-12-31' })
  expect(offered).toHaveLength(10)
})
