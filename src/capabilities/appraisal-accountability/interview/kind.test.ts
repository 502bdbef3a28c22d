import { expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { leader, organisation, secretary, street } from '../testing/reviewing.ts'
import { interviewIndicators } from './indicators.ts'
import { interview } from './kind.ts'

const own = { unit: unit.street, year: 2026, facts: '三项整改逾期两个月' }
const held = {
  heldOn: '2026-08-10',
  by: '区委组织部部长',
  notes: '当面了解整改逾期的原因，听取本人说明',
  demands: '一个月内全部整改到位',
  dueOn: '2026-09-10',
}
const result = { result: '三项已整改到位' }

function proposed() {
  const told = tell([interview])
  const id = told.begin('interview/proposeByHand', town.district, [
    organisation,
    '08-03 09:00',
    own,
  ])
  return { told, id }
}

/** Proposed because of a grade, as a rating does. */
function forGrade() {
  const told = tell([interview])
  const { facts: _, ...about } = own
  const input = {
    ...about,
    cause: 'grade',
    rating: 'rating-1',
    host: unit.committee,
    office: unit.organisation,
  }
  const id = told.begin('interview/propose', town.district, [
    { by: 'effect', of: 'rating-1' },
    '08-03 09:00',
    input,
  ])
  return { told, id }
}

function talked({ told, id }: ReturnType<typeof proposed>, data: Data = {}) {
  told.does(id, 'approve', [secretary, '08-04 09:00'])
  told.does(id, 'hold', [organisation, '08-10 16:00', { ...held, ...data }])
  return { told, id }
}

test('the declaration is sound, and the limits are those a city begins with', () => {
  expect(problemsIn(interview)).toEqual([])
  expect(limitsOf(interview)).toEqual({
    'interview.approve': '10 working-day',
    'interview.hold': '10 working-day',
    'interview.recheck': '10 working-day',
  })
})

test('proposed by hand it is for work that runs late, with a unit below', () => {
  const { told, id } = proposed()
  expect(told.record(id).fields['cause']).toBe('overdue')
  const foreign = { ...own, unit: unit.foreignStreet }
  expect(
    told.tries('interview/proposeByHand', town.district, [organisation, '08-03 09:00', foreign]),
  ).toBe('answersToAsker')
})

test('R041 it is held only after the committee approved, with a record, and looked at again', () => {
  const { told, id } = proposed()
  expect(told.refused(id, 'hold', [organisation, '08-03 10:00', held])).toBe('notOffered')
  told.does(id, 'approve', [secretary, '08-04 09:00'])
  const holds = (data: Data) =>
    told.refused(id, 'hold', [organisation, '08-10 16:00', { ...held, ...data }])
  expect(holds({ notes: '谈过' })).toBe('hasRecord')
  expect(holds({ heldOn: '2026-08-11' })).toBe('wasHeld')
  expect(holds({ dueOn: '2026-08-10' })).toBe('dueIsAhead')
  expect(holds({})).toBeUndefined()
  told.does(id, 'report', [street, '09-01 09:00', result])
  const again = { recheck: '一项没有到位', dueOn: '2026-09-02' }
  expect(told.refused(id, 'again', [organisation, '09-02 09:00', again])).toBe('dueIsAhead')
  told.does(id, 'again', [organisation, '09-02 09:00', { ...again, dueOn: '2026-10-12' }])
  told.does(id, 'report', [street, '10-08 09:00', result])
  told.does(id, 'settle', [organisation, '10-09 09:00', { recheck: '三项全部到位' }])
  expect(told.state(id)).toBe('settled')
})

test('the committee may decide against it, and then the unit never hears of it', () => {
  const { told, id } = proposed()
  told.does(id, 'decline', [leader, '08-04 09:00', { reason: '情况已经改观' }])
  expect(told.state(id)).toBe('declined')
  expect(told.refused(id, 'speak', [street, '08-05 09:00', { view: '想说明' }])).toBe('notVisible')
})

test('whoever is interviewed knows from the decision on, and is heard at every step', () => {
  const { told, id } = proposed()
  const speaks = (moment: string) =>
    told.refused(id, 'speak', [street, moment, { view: '情况有客观原因' }])
  expect(speaks('08-03 10:00')).toBe('notVisible')
  told.does(id, 'approve', [secretary, '08-04 09:00'])
  expect(speaks('08-04 10:00')).toBeUndefined()
  told.does(id, 'hold', [organisation, '08-10 16:00', held])
  expect(speaks('08-11 09:00')).toBeUndefined()
  told.does(id, 'report', [street, '09-01 09:00', result])
  expect(speaks('09-01 10:00')).toBeUndefined()
})

test('each step has its limit', () => {
  const { told, id } = proposed()
  expect(told.until('08-17 16:59')).toEqual([])
  expect(told.until('08-17 17:00')).toEqual(['InterviewApprovalRanLate'])
  told.does(id, 'approve', [secretary, '08-18 09:00'])
  expect(told.until('09-01 16:59')).toEqual([])
  expect(told.until('09-01 17:00')).toEqual(['InterviewRanLate'])
  told.does(id, 'hold', [organisation, '09-02 09:00', held])
  expect(told.until('09-10 16:59')).toEqual([])
  expect(told.until('09-10 17:00')).toEqual(['InterviewRectifyRanLate'])
  told.does(id, 'report', [street, '09-11 09:00', result])
  expect(told.until('09-25 16:59')).toEqual([])
  expect(told.until('09-25 17:00')).toEqual(['InterviewRecheckRanLate'])
})

test('F58 counts those interviewed for their grade, and out of how many graded low', () => {
  const byGrade = talked(forGrade()).told.counted('interview')
  expect(byGrade).toEqual({ proposed: 1, held: 1, heldLow: 1, lowHeld: 1 })
  expect(talked(proposed()).told.counted('interview')).toEqual({ proposed: 1, held: 1 })
  const { told, id } = talked(forGrade())
  told.does(id, 'report', [street, '09-01 09:00', result])
  told.does(id, 'settle', [organisation, '09-02 09:00', { recheck: '全部到位' }])
  expect(told.counted('interview')).toMatchObject({ lowHeld: 1 })
  const [units, persons, rate] = interviewIndicators
  const having = units?.numerator.flatMap((one) =>
    'covered' in one ? (one.covered.having ?? []) : [],
  )
  expect(having).toEqual([{ kind: 'interview', measures: ['heldLow'], atLeast: 1 }])
  expect(persons?.numerator).toEqual([{ kind: 'interview', measure: 'heldLow', weight: 1 }])
  const counts = (low: number) =>
    rate &&
    figureOf(
      rate,
      ofCounts(({ measure }) => (measure === 'low' ? low : 3)),
    )
  expect(counts(6)).toMatchObject({ value: 0.5 })
  expect(counts(4)?.hidden).toBe(true)
})

test('committee and organisation department, and from the decision on the one it is about', () => {
  const { told, id } = proposed()
  const table = () => askers(interview, told.world, told.record(id))
  const confidants = ['head', 'leader', 'secretary'] as const
  const deciders = of(['committee'], ['leader', 'secretary'])
  const ours = [...deciders, ...of(['organisation'], confidants)]
  const themselves = of(['street'], ['head', 'secretary'])
  expect(starters(interview, told.world, town.district)).toEqual({
    proposeByHand: of(
      ['cityCommittee', 'cityOrganisation', 'committee', 'organisation'],
      confidants,
    ),
  })
  expect(seers(interview, told.world, told.record(id))).toEqual(ours)
  expect(interview.tellsReaders).toBe(true)
  expect(table()).toEqual({ approve: deciders, decline: deciders })
  told.does(id, 'approve', [secretary, '08-04 09:00'])
  expect(seers(interview, told.world, told.record(id))).toEqual(
    [...ours, ...themselves].toSorted(inOrder),
  )
  expect(table()).toEqual({ hold: ours, follow: ours, end: ours, speak: themselves })
  told.does(id, 'hold', [secretary, '08-10 16:00', held])
  expect(table()).toEqual({ report: themselves, follow: ours, end: ours, speak: themselves })
  told.does(id, 'report', [street, '09-01 09:00', result])
  expect(table()).toEqual({ settle: ours, again: ours, follow: ours, end: ours, speak: themselves })
})

/** Committee, organisation department, street: as their ids go. */
function inOrder(a: string, b: string): number {
  const names = ['committee', 'organisation', 'street']
  return names.indexOf(a.split(' ')[0] ?? '') - names.indexOf(b.split(' ')[0] ?? '')
}
