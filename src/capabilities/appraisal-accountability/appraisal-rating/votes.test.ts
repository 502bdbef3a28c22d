import { expect, test } from 'vitest'
import { tallyInput } from '../../../kernel/ballot.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { type Data, tell } from '../../street-mandate/testing/told.ts'
import { next } from '../appraisal-meeting/testing.ts'
import { appraisalMeeting } from '../appraisal-meeting/kind.ts'
import { appraisalProblem } from '../appraisal-problem/kind.ts'
import { interview } from '../interview/kind.ts'
import { organisation, organiser } from '../testing/reviewing.ts'
import { appraisalRating } from './kind.ts'

const afternoon = { startAt: at('08-10 14:00'), endAt: at('08-10 17:00') }
const ours = `report:${unit.street}`
const theirs = `report:${unit.otherStreet}`
const counted = [
  { line: ours, choices: ['good', 'fair'], count: 9 },
  { line: ours, choices: ['plain'], count: 0 },
  { line: ours, choices: ['poor'], count: 5 },
  { line: theirs, choices: ['good'], count: 14 },
]
const told14 = '2026-08-10 发出 16 票，收回 14 票：好或较好 9 票，一般 0 票，差 5 票'

type Count = { readonly cast?: number; readonly by?: Actor }

function district() {
  const told = tell([appraisalRating, interview, appraisalProblem, appraisalMeeting])
  const holds = (data: Data = {}, by: Actor = organiser, area: number = town.district) => {
    const id = told.begin('appraisal-meeting/plan', area, [by, '08-03 09:00', { ...next, ...data }])
    const units = area === town.district ? [unit.street, unit.otherStreet] : [unit.committee]
    told.does(id, 'addReporters', [by, '08-03 10:00', { units, form: 'onsite' }])
    told.does(id, 'notify', [by, '08-04 09:00'])
    return id
  }
  const counts = (id: string, totals = counted, { cast = 14, by = organiser }: Count = {}) => {
    told.does(id, 'open', [by, '08-10 09:00'])
    const input = tallyInput(totals, { cast, handed: 16 })
    told.does(id, 'noteTally', [{ by: 'effect', of: id }, '08-10 10:00', input])
  }
  const prepares = (data: Data = {}) => {
    const own = { unit: unit.street, year: 2026, ...data }
    const when = [organisation, '08-11 09:00', own] as const
    return told.record(told.begin('appraisal-rating/prepare', town.district, when)).fields
  }
  return { told, holds, counts, prepares }
}

test('who rates a unit has before them what was voted about it, and about nobody else', () => {
  const { holds, counts, prepares } = district()
  counts(holds())
  expect(prepares()['votes']).toBe(told14)
  expect(prepares({ unit: unit.otherStreet })['votes']).toBe(
    '2026-08-10 发出 16 票，收回 14 票：好 14 票',
  )
})

test('R040 votes are told and nothing follows from them: the grade is a person’s', () => {
  const { told, holds, counts, prepares } = district()
  counts(holds(), [{ line: ours, choices: ['poor'], count: 14 }])
  expect(prepares()).toMatchObject({ votes: '2026-08-10 发出 16 票，收回 14 票：差 14 票' })
  expect(told.all('appraisal-rating').map(({ state, fields }) => [state, fields['grade']])).toEqual(
    [['weighing', undefined]],
  )
  expect(told.all('interview')).toEqual([])
})

test('a vote of fewer than five, one not counted yet and a unit nobody voted about tell nothing', () => {
  const { holds, counts, prepares } = district()
  const few = holds()
  holds({ title: '年中述职评议会' })
  counts(few, [], { cast: 4 })
  expect(prepares({ meeting: few })['votes']).toBeUndefined()
  expect(prepares({ unit: unit.otherStreet })['votes']).toBeUndefined()
  const other = district()
  other.counts(
    other.holds(),
    counted.filter(({ line }) => line === theirs),
  )
  expect(other.prepares()['votes']).toBeUndefined()
})

test('every meeting of the committee in that year counts, or the one that is named', () => {
  const { holds, counts, prepares } = district()
  const [first, second, former] = [holds(), holds(afternoon), holds({ year: 2025 })]
  counts(first)
  counts(second, [{ line: ours, choices: ['good'], count: 6 }], { cast: 6 })
  counts(former, [{ line: ours, choices: ['poor'], count: 9 }], { cast: 9 })
  const last = '2026-08-10 发出 16 票，收回 6 票：好 6 票'
  expect(prepares()['votes']).toBe(`${told14}\n${last}`)
  const named = district()
  const [other, one] = [named.holds(), named.holds(afternoon)]
  named.counts(other)
  named.counts(one, [{ line: ours, choices: ['good'], count: 6 }], { cast: 6 })
  expect(named.prepares({ meeting: one })['votes']).toBe(last)
})

test('what another committee’s meeting voted is not this one’s to weigh', () => {
  const { holds, counts, prepares } = district()
  const city = post('clerk', unit.cityOrganisation)
  const line = { line: ours, choices: ['poor'], count: 14 }
  counts(holds({}, city, town.city), [line], { by: city })
  expect(prepares()['votes']).toBeUndefined()
})
