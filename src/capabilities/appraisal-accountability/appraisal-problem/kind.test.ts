import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import {
  cityOrganisation,
  organisation,
  organiser,
  secretary,
  street,
  streetClerk,
} from '../testing/reviewing.ts'
import { appraisalProblemIndicators } from './indicators.ts'
import { appraisalProblem } from './kind.ts'

const staff = ['clerk', 'head', 'leader', 'worker', 'secretary'] as const
const raising = {
  title: '社区党组织书记后备力量不足',
  source: 'inspection',
  year: 2026,
  unit: unit.street,
}
const claiming = { measures: '建立后备人选库', lead: '党工委副书记', dueOn: '2026-09-30' }
const evidence = { evidence: '已选配后备人选二十名，名单已备案' }

function raised(data: Data = {}) {
  const told = tell([appraisalProblem])
  const id = told.begin('appraisal-problem/raise', town.district, [
    organiser,
    '08-03 09:00',
    { ...raising, ...data },
  ])
  return { told, id }
}

function submitted() {
  const told = raised()
  told.told.does(told.id, 'claim', [streetClerk, '08-04 09:00', claiming])
  told.told.does(told.id, 'submit', [streetClerk, '09-01 09:00', evidence])
  return told
}

function closed(data: Data = {}) {
  const told = submitted()
  told.told.does(told.id, 'accept', [organiser, '09-02 09:00', data])
  return told
}

test('the declaration is sound, and the limits are those a city begins with', () => {
  expect(problemsIn(appraisalProblem)).toEqual([])
  expect(limitsOf(appraisalProblem)).toEqual({
    'problem.claim': '5 working-day',
    'problem.check': '5 working-day',
    'problem.lookBackDays': '90',
  })
})

test('a committee raises problems with those below it and its departments, never its equals', () => {
  const tries = (one: number) =>
    tell([appraisalProblem]).tries('appraisal-problem/raise', town.district, [
      organiser,
      '08-03 09:00',
      { ...raising, unit: one },
    ])
  expect(tries(unit.otherStreet)).toBeUndefined()
  expect(tries(unit.community)).toBeUndefined()
  expect(tries(unit.bureau)).toBeUndefined()
  for (const one of [unit.committee, unit.foreignStreet, unit.cityBureau, unit.government])
    expect(tries(one)).toBe('answersToAsker')
})

test('it lies where its unit is, and stands in the year it was raised in', () => {
  const { told, id } = raised()
  expect(told.record(id).place).toMatchObject({ street: town.street })
  expect(told.record(id).fields).toMatchObject({
    host: unit.committee,
    office: unit.organisation,
    firstYear: 2026,
    rounds: 1,
    carried: 0,
  })
})

test('claimed with measures, a person and a day to come; put right; accepted; looked at again', () => {
  const { told, id } = raised()
  const past = { ...claiming, dueOn: '2026-08-04' }
  expect(told.refused(id, 'claim', [street, '08-04 09:00', past])).toBe('dueIsAhead')
  told.does(id, 'claim', [street, '08-04 09:00', claiming])
  expect(told.record(id).fields).toMatchObject({ dueOn: '2026-09-30' })
  told.does(id, 'progress', [street, '08-20 09:00', { words: '已摸底' }])
  told.does(id, 'submit', [street, '09-01 09:00', evidence])
  told.does(id, 'accept', [organisation, '09-02 09:00', { reason: '属实' }])
  expect(told.state(id)).toBe('closed')
  told.does(id, 'settle', [organisation, '12-01 09:00', { summary: '形成后备人选选育办法' }])
  expect(told.state(id)).toBe('settled')
  expect(told.counted('appraisal-problem')).toEqual({ raised: 1, open: 0, closed: 1 })
})

test('R042 nobody accepts what they or their own unit handed in, in whatever post', () => {
  const { told, id } = submitted()
  const moved = post('head', unit.organisation, 'clerk-30')
  expect(told.refused(id, 'accept', [moved, '09-02 09:00'])).toBe('acceptedByAnother')
  expect(told.refused(id, 'accept', [streetClerk, '09-02 09:00'])).toBe('notAllowed')
  told.does(id, 'accept', [organiser, '09-02 09:00'])
  const bare = raised()
  expect(bare.told.refused(bare.id, 'accept', [organiser, '08-04 09:00'])).toBe('notOffered')
})

test('R042 what a year leaves open stands in the next one, as often as it takes', () => {
  const { told, id } = raised()
  told.does(id, 'claim', [street, '08-04 09:00', { ...claiming, dueOn: '2027-03-01' }])
  expect(told.until('12-31 17:00')).toEqual(['ProblemCarriedOver'])
  expect(told.record(id).fields).toMatchObject({ year: 2027, firstYear: 2026, carried: 1 })
  told.does(id, 'submit', [street, '2027-02-01 09:00', evidence])
  expect(told.until('2027-12-31 17:00')).toContain('ProblemCarriedOver')
  expect(told.record(id).fields).toMatchObject({ year: 2028, carried: 2 })
  expect(told.state(id)).toBe('submitted')
  expect(told.counted('appraisal-problem')).toMatchObject({ carriedOver: 2 })
  const unclaimed = raised()
  unclaimed.told.until('12-31 17:00')
  expect(unclaimed.told.record(unclaimed.id).fields['carried']).toBe(1)
})

test('R042 what is pointed out after its year has ended has the whole of the year at hand', () => {
  const { told, id } = raised({ year: 2025 })
  expect(told.record(id).fields).toMatchObject({ year: 2025, firstYear: 2025, carried: 0 })
  expect(told.until('12-31 16:59')).not.toContain('ProblemCarriedOver')
  expect(told.until('12-31 17:00')).toEqual(['ProblemCarriedOver'])
  expect(told.record(id).fields).toMatchObject({ year: 2027, yearEnd: '2027-12-31', carried: 1 })
})

test('R042 what is for a year to come is not carried over before that year has ended', () => {
  const { told, id } = raised({ year: 2027 })
  expect(told.record(id).fields['yearEnd']).toBe('2027-12-31')
  expect(told.until('2027-01-04 09:00')).not.toContain('ProblemCarriedOver')
})

test('R047 opened again years later it is not carried over for the years gone by', () => {
  const { told, id } = closed()
  const again = { reason: '名单上的人已调离', dueOn: '2029-03-30' }
  told.does(id, 'reopen', [organiser, '2029-01-10 09:00', again])
  expect(told.record(id).fields).toMatchObject({ year: 2026, yearEnd: '2029-12-31' })
  expect(told.until('2029-12-31 16:59')).not.toContain('ProblemCarriedOver')
  expect(told.until('2029-12-31 17:00')).toContain('ProblemCarriedOver')
  expect(told.record(id).fields).toMatchObject({ year: 2030, carried: 1 })
})

test('closed before the year ends nothing is carried over', () => {
  const { told, id } = closed()
  told.until('2027-12-31 18:00')
  expect(told.record(id).fields).toMatchObject({ year: 2026, carried: 0 })
})

test('R047 what is closed gets a day on which it is looked at again', () => {
  const { told, id } = closed()
  expect(told.record(id).fields['lookBackOn']).toBe('2026-12-01')
  expect(told.refused(id, 'settle', [organiser, '11-30 09:00', { summary: '没有反弹' }])).toBe(
    'lookBackHasCome',
  )
  expect(told.until('12-01 16:59')).toEqual([])
  expect(told.until('12-01 17:00')).toEqual(['ProblemLookBackRanLate'])
  const own = closed({ lookBackOn: '2026-10-12' })
  expect(own.told.record(own.id).fields['lookBackOn']).toBe('2026-10-12')
  const other = submitted()
  const past = { lookBackOn: '2026-09-02' }
  expect(other.told.refused(other.id, 'accept', [organiser, '09-02 09:00', past])).toBe(
    'lookBackIsAhead',
  )
})

test('R047 a look back that finds it again opens it for another round', () => {
  const { told, id } = closed()
  const again = { reason: '名单上的人已调离', dueOn: '2026-11-30' }
  const past = { ...again, dueOn: '2026-10-08' }
  expect(told.refused(id, 'reopen', [organiser, '10-08 09:00', past])).toBe('dueIsAhead')
  told.does(id, 'reopen', [organiser, '10-08 09:00', again])
  expect(told.state(id)).toBe('rectifying')
  expect(told.record(id).fields).toMatchObject({ rounds: 2, dueOn: '2026-11-30' })
  expect(told.record(id).fields['lookBackOn']).toBeUndefined()
  expect(told.until('11-30 17:00')).toEqual(['ProblemRanLate'])
  expect(told.counted('appraisal-problem')).toMatchObject({ reopened: 1, closed: 0, open: 1 })
})

test('sent back it is put right again by another day', () => {
  const { told, id } = submitted()
  const again = { reason: '名单没有备案', dueOn: '2026-09-02' }
  expect(told.refused(id, 'sendBack', [organiser, '09-02 09:00', again])).toBe('dueIsAhead')
  told.does(id, 'sendBack', [organiser, '09-02 09:00', { ...again, dueOn: '2026-10-20' }])
  expect(told.record(id).fields).toMatchObject({ rounds: 2, dueOn: '2026-10-20' })
  expect(told.until('10-20 17:00')).toEqual(['ProblemRanLate'])
})

test('each step has its limit', () => {
  const { told, id } = raised()
  expect(told.until('08-10 16:59')).toEqual([])
  expect(told.until('08-10 17:00')).toEqual(['ProblemStayedUnclaimed'])
  told.does(id, 'claim', [street, '08-11 09:00', claiming])
  expect(told.until('09-30 16:59')).toEqual([])
  expect(told.until('09-30 17:00')).toEqual(['ProblemRanLate'])
  expect(told.counted('appraisal-problem')).toMatchObject({ open: 1, overdue: 1 })
  told.does(id, 'submit', [street, '10-08 09:00', evidence])
  expect(told.until('10-15 16:59')).toEqual([])
  expect(told.until('10-15 17:00')).toEqual(['ProblemCheckRanLate'])
  told.does(id, 'accept', [organiser, '10-16 09:00'])
  expect(told.counted('appraisal-problem')).toMatchObject({ closed: 1, overdue: 0 })
  expect(told.record(id).fields['late']).toBeUndefined()
})

test('one raised by mistake is withdrawn with a reason and counts nowhere', () => {
  const { told, id } = raised()
  told.does(id, 'withdraw', [organiser, '08-04 09:00', { reason: '与另一条重复' }])
  expect(told.state(id)).toBe('withdrawn')
  expect(told.counted('appraisal-problem')).toEqual({ raised: 0, open: 0 })
})

test('N24 is closed over raised, and overdue over open', () => {
  const told = appraisalProblemIndicators.map(({ id, part, numerator, denominator }) => [
    `${id}#${part}`,
    ...[...numerator, ...denominator].map((term) => ('measure' in term ? term.measure : '')),
  ])
  expect(told).toEqual([
    ['N24#closed', 'closed', 'raised'],
    ['N24#overdue', 'overdue', 'open'],
  ])
})

test('the unit puts right, the committee above and its department judge, those above see', () => {
  const world = tell([appraisalProblem]).world
  const superiors = of(['cityCommittee', 'cityOrganisation', 'committee', 'organisation'], staff)
  expect(starters(appraisalProblem, world, town.street)).toEqual({
    raise: [...superiors, ...of(['street'], staff)].toSorted(byUnit),
  })
  const judges = of(['committee', 'organisation'], staff)
  const own = of(['street'], staff)
  const { told, id } = raised()
  const table = () => askers(appraisalProblem, told.world, told.record(id))
  expect(seers(appraisalProblem, told.world, told.record(id))).toEqual(
    [...superiors, ...own].toSorted(byUnit),
  )
  expect(table()).toEqual({ claim: own, withdraw: judges })
  told.does(id, 'claim', [street, '08-04 09:00', claiming])
  expect(table()).toEqual({ progress: own, submit: own, withdraw: judges })
  told.does(id, 'submit', [street, '09-01 09:00', evidence])
  expect(table()).toEqual({ accept: judges, sendBack: judges })
  told.does(id, 'accept', [secretary, '09-02 09:00'])
  expect(table()).toEqual({ settle: judges, reopen: judges })
})

test('what the city raised with a street is judged by the city', () => {
  const told = tell([appraisalProblem])
  const id = told.begin('appraisal-problem/raise', town.city, [
    cityOrganisation,
    '08-03 09:00',
    raising,
  ])
  expect(askers(appraisalProblem, told.world, told.record(id))['withdraw']).toEqual(
    of(['cityCommittee', 'cityOrganisation'], staff),
  )
})

/** Tables name units in the order of their ids. */
function byUnit(a: string, b: string): number {
  return idOf(a) - idOf(b)
}
function idOf(line: string): number {
  const name = line.split(' ')[0] ?? ''
  return Object.entries(unit).find(([one]) => one === name)?.[1] ?? 0
}
