import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { signing, working } from '../testing/roles.ts'
import { twoWayPair } from './kind.ts'
import { bureau, call, duty, paired, scores, street } from './testing.ts'

const kind = 'two-way-pair'
const data = { title: '城管前街双向结对', other: unit.street }
const traffic = post('head', unit.traffic)

const eight = [
  'responsibility-industry',
  'responsibility-territory',
  'consultation-industry',
  'consultation-territory',
  'appraisal-industry',
  'appraisal-territory',
  'cadre-industry',
  'cadre-territory',
]

function counted(told: ReturnType<typeof paired>) {
  return Object.entries(told.counted(kind))
    .filter(([, n]) => n !== 0)
    .map(([name, n]) => `${name} ${n}`)
}

test('the declaration is sound', () => {
  expect(problemsIn(twoWayPair)).toEqual([])
  expect(limitsOf(twoWayPair)).toEqual({ 'pair.reply': '10 working-day', 'pair.consult': '90 day' })
})

describe('becoming a pair', () => {
  test('either side proposes, the other confirms, and it lies where the territory lies', () => {
    const told = tell([twoWayPair])
    const other = { ...data, other: unit.bureau }
    const id = told.begin(`${kind}/propose`, town.street, [street, '08-03 09:00', other])
    expect(told.record(id)).toMatchObject({
      fields: { industry: unit.bureau, territory: unit.street, awaiting: unit.bureau },
      place: { street: town.street, community: undefined },
    })
    expect(told.until('08-17 17:00')).toEqual(['PairReplyRanLate'])
    told.does(id, 'accept', [bureau, '08-17 18:00'])
    expect(told.record(id)).toMatchObject({
      state: 'active',
      fields: { signedOn: '2026-08-17', year: 2026, yearEnd: '2026-12-31', verdict: 'oneWay' },
    })
  })

  test('one is an industry, the other a territory in its area', () => {
    const told = tell([twoWayPair])
    const tries = (other: number, by = bureau) =>
      told.tries(`${kind}/propose`, town.street, [by, '08-03 09:00', { ...data, other }])
    expect(tries(unit.traffic)).toBe('isIndustryAndTerritory')
    expect(tries(unit.foreignStreet)).toBe('isIndustryAndTerritory')
    expect(tries(unit.community, street)).toBe('isIndustryAndTerritory')
    expect(tries(unit.otherStreet, post('head', unit.cityBureau))).toBeUndefined()
    expect(tries(unit.community)).toBeUndefined()
    expect(tries(unit.community)).toBe('claimTaken')
  })

  test('nobody is paired against their will, and a pair that ended may begin anew', () => {
    const told = tell([twoWayPair])
    const begin = () => told.begin(`${kind}/propose`, town.street, [bureau, '08-03 09:00', data])
    const declined = begin()
    told.does(declined, 'decline', [street, '08-03 10:00', { reason: '已有对接机制' }])
    expect(told.state(declined)).toBe('declined')
    const id = begin()
    told.does(id, 'accept', [street, '08-03 11:00'])
    told.does(id, 'end', [street, '08-03 12:00', { reason: '职责划转' }])
    expect(told.state(id)).toBe('ended')
    expect(told.counted(kind)).toMatchObject({ paired: 0, 'cadre-industry': 0 })
  })
})

describe('two ways', () => {
  test('R054 it is two-way only with all four in both directions; what is missing is named', () => {
    const told = paired()
    const missing = () => told.record(told.pair).fields['missing']
    expect(missing()).toEqual(eight)
    expect(counted(told)).toEqual(['paired 1', ...eight.map((one) => `${one} 1`)])
    for (const by of [bureau, street]) {
      told.does(told.pair, 'owe', [by, '08-04 09:00', duty])
      const other = by === bureau ? street : bureau
      told.does(told.opened('two-way-duty'), 'sign', [other, '08-04 10:00'])
      told.does(told.pair, 'judge', [by, '08-04 11:00', scores])
      const asked = { pair: told.pair, matter: '年度考核', cadre: '某甲' }
      const id = told.begin('cadre-opinion/ask', town.street, [by, '08-04 13:00', asked])
      const opinion = { conclusion: 'good', opinion: '常来社区' }
      told.does(id, 'reply', [other, '08-04 14:00', opinion])
    }
    expect(missing()).toEqual(['consultation-industry', 'consultation-territory'])
    const meets = (moment: string) => {
      told.does(told.pair, 'consult', [bureau, moment, { ...call, startAt: at(moment) }])
      return told.opened('two-way-consultation')
    }
    const first = meets('08-05 09:00')
    told.does(first, 'hold', [street, '08-05 10:00', { outcome: '下月联合整治' }])
    expect(missing()).toEqual(['consultation-territory'])
    expect(told.record(told.pair).fields['verdict']).toBe('oneWay')
    const second = meets('08-06 09:00')
    told.does(second, 'addAgenda', [street, '08-06 09:30', { answer: '夜间噪声' }])
    told.does(second, 'hold', [street, '08-06 10:00', { outcome: '增加夜间巡查' }])
    expect(told.record(told.pair).fields).toMatchObject({ missing: [], verdict: 'twoWay' })
    expect(counted(told)).toEqual(['paired 1', 'twoWay 1'])
  })

  test('R054 each year is told for itself: a new one begins with everything missing', () => {
    const told = paired()
    told.does(told.pair, 'owe', [bureau, '08-04 09:00', { ...duty, dueOn: '2027-02-01' }])
    const owed = told.opened('two-way-duty')
    told.does(owed, 'sign', [street, '08-04 10:00'])
    expect(told.record(told.pair).fields['missing']).toEqual(eight.slice(1))
    expect(told.until('2027-01-01 00:00')).toContain('PairYearTurned')
    expect(told.record(told.pair).fields).toMatchObject({
      year: 2027,
      yearEnd: '2027-12-31',
      missing: eight,
    })
    told.does(owed, 'report', [bureau, '2027-01-05 09:00', { progress: '每周巡查' }])
    told.does(owed, 'confirm', [street, '2027-01-05 10:00'])
    expect(told.record(told.pair).fields['missing']).toEqual(eight.slice(1))
    expect(told.until('2028-01-01 00:00')).toContain('PairYearTurned')
  })

  test('what was recorded between two years does not count for the other', () => {
    const told = paired()
    told.until('2026-12-31 16:00')
    told.does(told.pair, 'owe', [bureau, '2026-12-31 16:10', { ...duty, dueOn: '2027-03-01' }])
    told.does(told.opened('two-way-duty'), 'sign', [street, '2026-12-31 18:00'])
    expect(told.record(told.pair).fields['missing']).toEqual(eight)
  })

  test('what a pair owed is still told when it has ended', () => {
    const told = paired()
    told.does(told.pair, 'owe', [street, '08-04 09:00', duty])
    told.does(told.pair, 'consult', [
      street,
      '08-04 09:10',
      { ...call, startAt: at('08-04 10:00') },
    ])
    told.does(told.pair, 'end', [bureau, '08-04 11:00', { reason: '机构调整' }])
    told.does(told.opened('two-way-duty'), 'sign', [bureau, '08-04 12:00'])
    const held = { outcome: '善后事项已议定' }
    told.does(told.opened('two-way-consultation'), 'hold', [bureau, '08-04 12:10', held])
    expect(told.record(told.pair).fields).toMatchObject({
      consultedOn: '2026-08-04',
      missing: eight.filter((one) => !/(responsibility|consultation)-territory/.test(one)),
    })
  })
})

test('R055 a period without consultation is overdue, until the next one is held', () => {
  const told = paired()
  expect(told.until('11-01 09:59')).toEqual([])
  expect(told.until('11-01 10:00')).toEqual(['PairConsultationOverdue'])
  expect(told.record(told.pair).fields['overdue']).toBe(true)
  expect(told.counted(kind)).toMatchObject({ overdue: 1 })
  told.does(told.pair, 'consult', [bureau, '11-02 08:00', { ...call, startAt: at('11-02 09:00') }])
  const held = { outcome: '补上三季度会商' }
  told.does(told.opened('two-way-consultation'), 'hold', [bureau, '11-02 10:00', held])
  expect(told.record(told.pair).fields).toMatchObject({
    overdue: false,
    consultedOn: '2026-11-02',
  })
  expect(told.counted(kind)).toMatchObject({ overdue: 0 })
  expect(told.until('2027-01-31 10:00')).toContain('PairConsultationOverdue')
})

test('no duty is owed to a day gone by', () => {
  const told = paired()
  const owes = (dueOn: string) =>
    told.refused(told.pair, 'owe', [bureau, '08-04 09:00', { ...duty, dueOn }])
  expect(owes('2026-08-03')).toBe('looksAhead')
  expect(owes('2026-08-04')).toBeUndefined()
})

test('both sides take part alike, and committees and organisation departments look on', () => {
  const told = paired()
  expect(starters(twoWayPair, told.world, town.street)).toEqual({
    propose: of(['cityBureau', 'bureau', 'traffic', 'street'], working),
  })
  const both = ['bureau', 'street']
  expect(askers(twoWayPair, told.world, told.record(told.pair))).toEqual({
    owe: of(both, working),
    consult: of(both, working),
    judge: of(both, signing),
    end: of(both, signing),
  })
  expect(seers(twoWayPair, told.world, told.record(told.pair))).toEqual(
    of(
      ['cityCommittee', 'cityOrganisation', 'bureau', 'committee', 'organisation', 'street'],
      working,
    ),
  )
  const id = told.begin(`${kind}/propose`, town.street, [
    traffic,
    '08-05 09:00',
    { title: '交警前街双向结对', other: unit.street },
  ])
  expect(askers(twoWayPair, told.world, told.record(id))).toEqual({
    accept: of(['street'], signing),
    decline: of(['street'], signing),
  })
})
