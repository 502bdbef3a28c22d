import { expect, test } from 'vitest'
import { type DemandRanking, listPath, proposalPath } from './ranking.ts'

const row = { category: '0103', label: '占道经营', count: 30, before: 24, small: false }
const ranking: DemandRanking = {
  area: { code: 530_102_001, name: '华山街道', level: 'street' },
  from: '2026-10-01',
  to: '2026-10-31',
  before: { from: '2026-09-01', to: '2026-09-30' },
  threshold: 10,
  leader: 10_000,
  rows: [row],
}

test('a project begins with area, category, period and secretary filled in', () => {
  expect(proposalPath(ranking, row)).toBe(
    '/new/frequent-demand-project/propose?area=530102001&category=0103&from=2026-10-01&to=2026-10-31&leader=10000',
  )
})

test('behind a number stands the list of what was counted', () => {
  expect(listPath(ranking, row)).toBe(
    '/appeals?area=530102001&category=0103&from=2026-10-01&to=2026-10-31&measure=began',
  )
})
