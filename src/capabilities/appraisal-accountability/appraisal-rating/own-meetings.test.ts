import { expect, test } from 'vitest'
import type { Actor } from '../../../kernel/actor.ts'
import { tallyInput } from '../../../kernel/ballot.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { tell } from '../../street-mandate/testing/told.ts'
import { appraisalMeeting } from '../appraisal-meeting/kind.ts'
import { next } from '../appraisal-meeting/testing.ts'
import { appraisalProblem } from '../appraisal-problem/kind.ts'
import { interview } from '../interview/kind.ts'
import { organisation, organiser } from '../testing/reviewing.ts'
import { appraisalRating } from './kind.ts'

test('however many meetings others hold in a year, the votes of one’s own are before who rates', () => {
  const told = tell([appraisalRating, interview, appraisalProblem, appraisalMeeting])
  const plans = (by: Actor, area: number, moment: string) =>
    told.begin('appraisal-meeting/plan', area, [by, moment, next])
  const own = plans(organiser, town.district, '08-03 09:00')
  const units = [unit.street]
  told.does(own, 'addReporters', [organiser, '08-03 10:00', { units, form: 'onsite' }])
  const other = post('secretary', unit.otherStreet)
  for (let n = 0; n < 500; n += 1) plans(other, town.otherStreet, '08-03 11:00')
  told.does(own, 'notify', [organiser, '08-04 09:00'])
  told.does(own, 'open', [organiser, '08-10 09:00'])
  const totals = [{ line: `report:${unit.street}`, choices: ['good'], count: 14 }]
  const input = tallyInput(totals, { cast: 14, handed: 16 })
  told.does(own, 'noteTally', [{ by: 'effect', of: own }, '08-10 10:00', input])
  const rated = { unit: unit.street, year: 2026 }
  const rating = told.begin('appraisal-rating/prepare', town.district, [
    organisation,
    '08-11 09:00',
    rated,
  ])
  expect(told.record(rating).fields['votes']).toBe('2026-08-10 发出 16 票，收回 14 票：好 14 票')
})
