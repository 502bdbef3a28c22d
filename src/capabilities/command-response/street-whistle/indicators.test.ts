import { expect, test } from 'vitest'
import { countTermsOf, figureOf, type Indicator, ofCounts } from '../../../kernel/indicator.ts'
import { kinds } from '../resident-appeal/testing.ts'
import { whistleIndicators } from './indicators.ts'

const named = (id: string, part?: string): Indicator => {
  const found = whistleIndicators.find((one) => one.id === id && one.part === part)
  if (found === undefined) throw new Error(`no indicator ${id}`)
  return found
}

test('every measure an indicator names is counted by its kind', () => {
  for (const { kind, measure } of whistleIndicators.flatMap(countTermsOf))
    expect(Object.keys(kinds.get(kind)?.counters ?? {})).toContain(measure)
})

test('N14 is arrived in time over called, and closed in time over closed', () => {
  const counts: Readonly<Record<string, number>> = {
    called: 2,
    arrivedInTime: 1,
    closed: 4,
    closedInTime: 3,
  }
  const value = (part: string) =>
    figureOf(
      named('N14', part),
      ofCounts(({ measure }) => counts[measure] ?? 0),
    ).value
  expect(value('arrival')).toBe(0.5)
  expect(value('closing')).toBe(0.75)
})

test('how often a street whistles has no direction, only a healthy band', () => {
  const rate = named('whistle-rate')
  expect(rate.goal).toBe('none')
  expect(rate.band).toMatchObject({ low: 0.005, high: 0.1 })
  const others = whistleIndicators.filter((one) => one !== rate)
  for (const { measure } of others.flatMap(countTermsOf)) expect(measure).not.toBe('blown')
})
