import { expect, test } from 'vitest'
import { at, town, unit } from '../../../kernel/testing.ts'
import { countTermsOf, figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { findingIndicators } from './indicators.ts'
import { gridFinding } from './kind.ts'
import { counts, dispatched, finding, handled, handling, office, street } from './testing.ts'
import { walker, worker } from './testing.ts'

test('a report, its filing and its dispatch count in the cohort of the day it was found', () => {
  const told = finding()
  const again = told.city.ask({
    kind: 'grid-finding',
    command: 'report',
    actor: walker,
    at: at('08-03 10:00'),
    place: { city: 1, district: 11, street: 111, community: town.community },
    data: { category: 'litter' },
  })
  expect(counts(told, gridFinding, again)).toEqual(['+found@08-03'])
  const looked = told.tries('verify', [worker, '08-04 09:30'], { limitClass: 'day' })
  expect(counts(told, gridFinding, looked)).toEqual(['+filed@08-03'])
  const up = told.tries('passUp', [worker, '08-04 09:40'], { reason: '需要执法' })
  expect(counts(told, gridFinding, up)).toEqual(['+passedUp@08-04'])
  const given = told.tries('dispatch', [street, '08-04 10:00'], { handler: unit.office })
  expect(counts(told, gridFinding, given)).toContain('+toHandle@08-03')
})

test('what is handled in time, denied and handled again leaves and comes back', () => {
  const told = handling()
  const done = () => told.tries('finish', [office, '08-05 09:00'], { result: '已清理' })
  expect(counts(told, gridFinding, done())).toEqual(['+handled@08-03', '+handledInTime@08-03'])
  const denied = told.tries('deny', [walker, '08-05 10:00'], { reason: '还在' })
  expect(counts(told, gridFinding, denied)).toEqual([
    '-handled@08-03',
    '-handledInTime@08-03',
    '+reworked@08-03',
  ])
})

test('lateness counts on its day, and what was late is handled but not in time', () => {
  const told = dispatched()
  const [last] = told.city.until(at('08-10 17:00')).slice(-1)
  expect(
    last === undefined
      ? []
      : counts(told, gridFinding, { ok: true, record: last.after, steps: [last] }),
  ).toEqual(['+late@08-10'])
  told.step('sign', [office, '08-11 09:00'])
  const done = told.tries('finish', [office, '08-11 10:00'], { result: '已清理' })
  expect(counts(told, gridFinding, done)).toEqual(['+handled@08-03'])
})

test('only what is filed away counts as closed', () => {
  const told = handled()
  told.step('confirm', [walker, '08-05 09:00'])
  const done = told.tries('archive', [street, '08-05 10:00'])
  expect(counts(told, gridFinding, done)).toEqual(['+archived@08-03'])
})

test('the rates of grid management rest on the kind’s own counters', () => {
  const have: Readonly<Record<string, number>> = {
    found: 10,
    filed: 8,
    toHandle: 8,
    handled: 6,
    handledInTime: 4,
    archived: 2,
    reworked: 1,
  }
  const measures = findingIndicators.flatMap(countTermsOf).map((term) => term.measure)
  expect(measures.filter((name) => !(name in gridFinding.counters))).toEqual([])
  const rates = findingIndicators.map((one) => [
    one.label,
    figureOf(
      one,
      ofCounts(({ measure }) => have[measure] ?? 0),
    ).value,
  ])
  expect(rates).toEqual([
    ['立案率', 0.8],
    ['处置率', 0.75],
    ['按期处置率', 0.5],
    ['结案率', 0.25],
    ['返工率', 0.125],
  ])
})
