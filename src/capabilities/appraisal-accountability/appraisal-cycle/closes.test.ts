import { expect, test } from 'vitest'
import { town, unit } from '../../../kernel/testing.ts'
import { office, type There } from '../appraisal-template/testing.ts'
import { rating, ratings, rectifying } from './testing.ts'

type Others = Readonly<Record<string, readonly There[]>>

/** What becomes of asking to close a year in a district where these others are. */
function closing(others: Others) {
  const { told, id } = rectifying({ there: { 'appraisal-rating': ratings, ...others } })
  return told.refused(id, ['close', office, '08-13 09:00'])
}

test('R033 a year is closed once its meetings are, every report is rated or not to be, and problems are claimed', () => {
  const { told, id } = rectifying()
  told.step(id, ['close', office, '08-13 09:00'])
  expect(told.state(id)).toBe('closed')
})

test('R033 a year is not closed while a meeting of its own is not', () => {
  const closes = (state: string, ofAnother = false) => {
    const others = { title: '述职评议会', state, data: { cycle: 'none' } }
    const { told, id } = rectifying({
      there: { 'appraisal-rating': ratings, 'appraisal-meeting': [others] },
    })
    const plan = { kind: 'appraisal-meeting', command: state, area: town.district }
    const data = { title: '述职评议会', cycle: ofAnother ? 'none' : id }
    told.begin(plan, [office, '08-12 13:00'], data)
    return told.refused(id, ['close', office, '08-13 09:00'])
  }
  for (const state of ['planning', 'notified', 'holding', 'minuting'])
    expect(closes(state), state).toBe('meetingsAreClosed')
  for (const state of ['closed', 'cancelled']) expect(closes(state), state).toBeUndefined()
  expect(closes('holding', true)).toBeUndefined()
})

test('R033 a year is not closed while a report is not rated, nor decided not to be', () => {
  const rated = (...list: readonly There[]) => closing({ 'appraisal-rating': list })
  const [first = rating('final'), second = first] = ratings
  expect(rated(first)).toBe('reportersAreRated')
  expect(rated(second)).toBe('reportersAreRated')
  for (const state of ['weighing', 'told', 'objected'])
    expect(rated(first, rating(state, unit.otherStreet)), state).toBe('reportersAreRated')
  expect(rated(first, second, rating('weighing', unit.otherStreet))).toBe('reportersAreRated')
  expect(rated(first, rating('final', unit.otherStreet, { year: 2025 }))).toBe('reportersAreRated')
  const byOthers = rating('final', unit.otherStreet, { host: unit.cityCommittee })
  expect(rated(first, byOthers)).toBe('reportersAreRated')
  expect(rated(first, rating('final', unit.otherStreet))).toBeUndefined()
})

test('R042 a year is not closed while a problem of its reporters is not claimed; claimed ones go on', () => {
  const problem = (state: string, data = {}): Others => ({
    'appraisal-problem': [
      {
        title: '停车',
        state,
        data: { unit: unit.street, host: unit.committee, firstYear: 2026, ...data },
      },
    ],
  })
  expect(closing(problem('raised'))).toBe('problemsAreClaimed')
  expect(closing(problem('raised', { firstYear: 2025 }))).toBe('problemsAreClaimed')
  expect(closing(problem('raised', { firstYear: 2027 }))).toBeUndefined()
  expect(closing(problem('raised', { unit: unit.bureau }))).toBeUndefined()
  expect(closing(problem('raised', { host: unit.cityCommittee }))).toBeUndefined()
  for (const state of ['rectifying', 'submitted', 'closed', 'settled', 'withdrawn'])
    expect(closing(problem(state)), state).toBeUndefined()
})

test('R033 there is no way to close a year that lacks any of these, whatever is said for it', () => {
  const { told, id } = rectifying({})
  const forced = { reason: '提前归档' }
  expect(told.refused(id, ['close', office, '08-13 09:00'], forced)).toBe('reportersAreRated')
  expect(Object.keys(told.offered(id))).toEqual(['close'])
})
