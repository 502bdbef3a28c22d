import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, tell } from '../../street-mandate/testing/told.ts'
import { appraisalProblem } from '../appraisal-problem/kind.ts'
import { organiser, street } from '../testing/reviewing.ts'
import { researchVisitIndicators } from './indicators.ts'
import { researchVisit } from './kind.ts'

const staff = ['clerk', 'head', 'leader', 'worker', 'secretary'] as const
const plan = {
  title: '看网格党支部作用发挥',
  year: 2026,
  unit: unit.street,
  method: 'unannounced',
  sort: 'research',
  plannedOn: '2026-08-20',
}
const found = { visitedOn: '2026-08-20', found: '走访三个网格，两个没有活动记录' }

function planned(data: Data = {}) {
  const told = tell([researchVisit, appraisalProblem])
  const id = told.begin('research-visit/plan', town.district, [
    organiser,
    '08-10 09:00',
    { ...plan, ...data },
  ])
  return { told, id }
}

function made(data: Data = {}) {
  const visit = planned(data)
  visit.told.does(visit.id, 'finish', [organiser, '08-20 16:00', found])
  return visit
}

test('the declaration is sound', () => {
  expect(problemsIn(researchVisit)).toEqual([])
})

test('R039 an unannounced visit does not exist for the unit visited until it is done', () => {
  const { told, id } = planned()
  const asks = (moment: string) =>
    told.refused(id, 'explain', [street, moment, { words: '活动记录在社区' }])
  expect(told.state(id)).toBe('hidden')
  expect(asks('08-19 09:00')).toBe('notVisible')
  expect(told.record(id).parties).toEqual([])
  told.does(id, 'finish', [organiser, '08-20 16:00', found])
  expect(asks('08-20 17:00')).toBeUndefined()
  expect(told.record(id).parties.map((one) => one.unit)).toEqual([unit.street])
})

test('R039 one that was announced is known to the unit from the beginning', () => {
  const { told, id } = planned({ method: 'announced' })
  expect(told.state(id)).toBe('announced')
  expect(told.refused(id, 'nothing', [street, '08-11 09:00'])).toBe('notOffered')
  told.does(id, 'finish', [organiser, '08-20 16:00', found])
  expect(told.record(id).parties).toHaveLength(1)
})

test('R039 a committee that has not gone unannounced in the year is not covered', () => {
  const numerator = researchVisitIndicators[1]?.numerator[0]
  const covered = numerator !== undefined && 'covered' in numerator ? numerator.covered : undefined
  expect(covered?.having).toEqual([
    { kind: 'research-visit', measures: ['unannounced'], atLeast: 1 },
  ])
  const { told } = made()
  expect(told.counted('research-visit')).toEqual({ made: 1, unannounced: 1 })
  expect(made({ method: 'announced' }).told.counted('research-visit')).toEqual({ made: 1 })
  const off = { 'visit.unannouncedYearly': [{ from: 0, version: 'own', value: false }] }
  expect(covered?.only?.({}, told.world, at('08-20 09:00'))).toBe(true)
  expect(covered?.only?.({}, { ...told.world, parameters: off }, at('08-20 09:00'))).toBe(false)
})

test('F57 counts visits of supervision', () => {
  const counted = made({ sort: 'supervision' }).told.counted('research-visit')
  expect(counted).toMatchObject({ supervised: 1 })
  expect(researchVisitIndicators[0]).toMatchObject({
    id: 'F57',
    numerator: [{ measure: 'supervised' }],
  })
})

test('what was found becomes the unit’s problems, as many as are named', () => {
  const { told, id } = made()
  told.does(id, 'nameProblem', [organiser, '08-21 09:00', { problem: '网格党支部活动不经常' }])
  told.does(id, 'nameProblem', [organiser, '08-21 09:10', { problem: '党员联系户底数不清' }])
  expect(told.record(id).fields['problems']).toBe(2)
  expect(told.all('appraisal-problem').map((one) => [one.title, one.state])).toEqual([
    ['网格党支部活动不经常', 'raised'],
    ['党员联系户底数不清', 'raised'],
  ])
  expect(told.all('appraisal-problem')[0]?.fields).toMatchObject({
    source: 'research',
    visit: id,
    unit: unit.street,
    year: 2026,
    host: unit.committee,
    office: unit.organisation,
  })
})

test('it is planned ahead with a unit below, and told when it was made', () => {
  const { told, id } = planned()
  const tries = (data: Data) =>
    told.tries('research-visit/plan', town.district, [
      organiser,
      '08-10 09:00',
      { ...plan, ...data },
    ])
  expect(tries({ unit: unit.foreignStreet })).toBe('answersToAsker')
  expect(tries({ plannedOn: '2026-08-09' })).toBe('liesAhead')
  expect(told.refused(id, 'finish', [organiser, '08-19 16:00', found])).toBe('wasMade')
  expect(
    told.refused(id, 'postpone', [organiser, '08-19 16:00', { plannedOn: '2026-08-18' }]),
  ).toBe('liesAhead')
  told.does(id, 'postpone', [organiser, '08-19 16:00', { plannedOn: '2026-08-27' }])
  expect(told.until('08-27 16:59')).toEqual([])
  expect(told.until('08-27 17:00')).toEqual(['VisitRanLate'])
  told.does(id, 'cancel', [organiser, '08-28 09:00', { reason: '并入联合调研' }])
  expect(told.state(id)).toBe('cancelled')
})

test('the committee and its department see and act; the unit explains once it may know', () => {
  const ours = of(['committee', 'organisation'], staff)
  const { told, id } = planned()
  const table = () => askers(researchVisit, told.world, told.record(id))
  expect(starters(researchVisit, told.world, town.district)).toEqual({
    plan: of(['cityCommittee', 'cityOrganisation', 'committee', 'organisation'], staff),
  })
  expect(seers(researchVisit, told.world, told.record(id))).toEqual(ours)
  expect(table()).toEqual({ finish: ours, postpone: ours, cancel: ours })
  told.does(id, 'finish', [organiser, '08-20 16:00', found])
  expect(seers(researchVisit, told.world, told.record(id))).toEqual([
    ...ours,
    ...of(['street'], staff),
  ])
  expect(table()).toEqual({ nameProblem: ours, explain: of(['street'], staff) })
})
