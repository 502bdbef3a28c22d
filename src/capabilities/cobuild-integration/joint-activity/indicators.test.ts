import { expect, test } from 'vitest'
import { figureOf, type Indicator, isCover } from '../../../kernel/indicator.ts'
import { allianceIndicators } from '../alliance/indicators.ts'
import { organisationIndicators } from '../organisation-entry/indicators.ts'
import { activityIndicators } from './indicators.ts'

const counts: Readonly<Record<string, number>> = {
  'joint-activity careAttendance': 184,
  'joint-activity careHeld': 2,
  'activity-organisation firms': 9,
  'organisation-entry firms': 6,
  'organisation-entry hosted': 4,
  'organisation-entry linked': 6,
  'organisation-entry registered': 12,
  'organisation-entry state:blank': 2,
  'organisation-entry state:planned': 1,
  'alliance-station riverside': 7,
  'alliance state:active': 4,
  'alliance-matter closed': 1,
  'alliance-matter raised': 2,
}

/** Every sort of unit is taken to have three that held something. */
function told(indicators: readonly Indicator[]) {
  return Object.fromEntries(
    indicators.map((one) => [
      one.id,
      figureOf(one, (term) => (isCover(term) ? 3 : (counts[`${term.kind} ${term.measure}`] ?? 0)))
        .value,
    ]),
  )
}

test('hosts are told as communities, and as units with the organisations of the registry', () => {
  expect(told(activityIndicators)).toEqual({ F40: 3, F41: 22, F26: 92, F34: 1.5 })
})

test('the registry is told by what is linked and what is blank', () => {
  expect(told(organisationIndicators)).toEqual({
    'organisations-linked': 0.5,
    'organisation-blanks': 3,
  })
})

test('alliances are told by their stations, how many run, and what they closed', () => {
  expect(told(allianceIndicators)).toEqual({
    F17: 7,
    'alliances-running': 4,
    'alliance-matters-closed': 0.5,
  })
})
