import { expect, test } from 'vitest'
import { behindOf } from './behind-number.ts'
import { choiceIn } from './choice.ts'
import type { OverviewView } from './view.ts'

const today = '2026-08-05'
const view: OverviewView = {
  area: { code: 530_102, name: '五华区', level: 'district' },
  period: {
    from: '2026-07-30',
    to: today,
    days: 7,
    whole: { from: '2026-07-30', to: '2026-08-04' },
    before: { from: '2026-07-23', to: '2026-07-28' },
    weeks: 1,
    runs: false,
    by: 'day',
  },
  demo: true,
  seesAll: true,
  kind: { name: 'resident-appeal', label: '居民诉求' },
  measures: {},
  sentence: '',
  kinds: [],
  stock: { open: 0, before: 0, states: [] },
  flows: [],
  cohorts: [],
  shares: [],
  trend: [],
  children: [],
}

test('a number leads to the list with the very filters that counted it', () => {
  const behind = behindOf('/appeals', view, today)
  expect(behind.counted('answered')).toBe(
    '/appeals?area=530102&measure=answered&from=2026-07-30&to=2026-08-05',
  )
  expect(behind.counted('began', { area: 530_102_001, category: '05' })).toBe(
    '/appeals?area=530102001&measure=began&from=2026-07-30&to=2026-08-05&category=05',
  )
  expect(behind.late({ unit: 1012 })).toBe('/appeals?area=530102&open=1&late=1&unit=1012')
})

test('where the past is told as areas are cut today, so is the list', () => {
  const reorganised = { as: 'now', added: ['原护国街道'], taken: [], divided: [] } as const
  expect(behindOf('/appeals', { ...view, reorganised }, today).counted('answered')).toBe(
    '/appeals?area=530102&as=now&measure=answered&from=2026-07-30&to=2026-08-05',
  )
})

test('what stands today is a list of now, what stood on a past day a list as of that day', () => {
  expect(behindOf('/appeals', view, today).open()).toBe('/appeals?area=530102&open=1')
  const past = { ...view, period: { ...view.period, to: '2026-08-01' } }
  const behind = behindOf('/k/whistle', past, today)
  expect(behind.open()).toBe('/k/whistle?area=530102&at=2026-08-01')
  expect(behind.state('handling')).toBe('/k/whistle?area=530102&state=handling&at=2026-08-01')
})

test("a period in the address moves on with the days, two days of one's own stay", () => {
  expect(choiceIn({}, today).span).toEqual({ from: '2026-07-30', to: today })
  expect(choiceIn({ period: 'today' }, today).span).toEqual({ from: today, to: today })
  expect(choiceIn({ period: '30' }, today).span).toEqual({ from: '2026-07-07', to: today })
  expect(choiceIn({ period: 'month' }, today).span).toEqual({ from: '2026-08-01', to: today })
  const own = { from: '2026-06-01', to: '2026-06-30' }
  expect(choiceIn(own, today)).toEqual({ preset: undefined, span: own })
  expect(choiceIn({ from: '2026-06-01', to: 'x' }, today).preset).toBe('7')
})
