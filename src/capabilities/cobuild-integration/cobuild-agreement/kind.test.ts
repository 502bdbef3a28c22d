import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { town, unit } from '../../../kernel/testing.ts'
import { all, type Data, limitsOf, starters } from '../../four-level-linkage/testing.ts'
import {
  everyUnit,
  bureau,
  community,
  here,
  market,
  street,
  traffic,
  underway,
} from '../testing/market.ts'
import { cobuildAgreement } from './kind.ts'

const draft = { kind: 'cobuild-agreement', command: 'draft', ...here }
const words: Data = {
  title: '城管局与一社区',
  other: unit.community,
  clause1: '每月开放一次会议室',
  clause2: '每季度一次开放日',
  until: '2026-10-30',
}
const assessment = '各条都有记录'

function drafted(data: Data = {}, by = bureau) {
  const told = market()
  const done = told.tries(draft, [by, '08-03 09:00'], { ...words, ...data })
  return { told, done, id: done.ok ? done.record.id : '' }
}

function signed(data: Data = {}) {
  const begun = drafted(data)
  begun.told.step(begun.id, ['sign', community, '08-04 09:00'])
  return begun
}

function toldClauses(data: Data = {}) {
  const begun = signed(data)
  for (const [clause, outcome] of [
    ['1', 'fulfilled'],
    ['2', 'missed'],
  ])
    begun.told.step(begun.id, ['noteClause', community, '08-20 09:00'], {
      clause: clause ?? '',
      outcome: outcome ?? '',
    })
  return begun
}

test('the declaration is sound', () => {
  expect(problemsIn(cobuildAgreement)).toEqual([])
})

test('R127 two organisations sign it', () => {
  const own = { kind: 'cobuild-agreement', command: 'draft', ...here }
  const told = market()
  expect(told.tries(own, [community, '08-03 09:00'], words)).toMatchObject({
    refused: 'hasTwoSides',
  })
  const { told: other, id } = drafted()
  expect(other.state(id)).toBe('drafted')
  expect(other.expected(id)).toEqual([`${unit.community} sign`])
  const done = other.step(id, ['sign', community, '08-04 09:00'])
  expect(other.state(id)).toBe('inForce')
  expect(other.fields(id)['signedOn']).toBe('2026-08-04')
  expect(other.counts(done)).toEqual([`+signed ${unit.community}`])
})

test('R127 one of them is a street or a community', () => {
  expect(drafted({ other: unit.traffic }).done).toMatchObject({ refused: 'oneSideIsTerritorial' })
  expect(drafted({ other: unit.street }).done).toMatchObject({
    record: { fields: { territory: unit.street }, place: { street: town.street } },
  })
  expect(drafted({ other: unit.traffic }, street).done).toMatchObject({
    record: { fields: { drafter: unit.street, territory: unit.street } },
  })
  const { told, id } = underway()
  const opened = told.step(id, ['draftAgreement', bureau, '08-04 09:00'])
  const [agreement = ''] = told.opened(opened, 'cobuild-agreement')
  told.step(agreement, ['sign', community, '08-05 09:00'])
  expect(told.fields(agreement)).toMatchObject({ is1: 'open', is2: 'open', terms: 1 })
  const { requires } = cobuildAgreement.starts.draftFor
  expect(requires).toEqual(['hasTwoSides', 'oneSideIsTerritorial'])
})

test('R127 each clause shows whether it was fulfilled before it is renewed or ended', () => {
  const { told, id } = signed()
  expect(told.fields(id)).toMatchObject({ is1: 'open', is2: 'open' })
  expect(told.fields(id)['is3']).toBeUndefined()
  expect(told.expected(id)).toEqual([`${unit.community} noteClause`])
  const note = (clause: string, outcome: string) =>
    told.refused(id, ['noteClause', bureau, '08-20 09:00'], { clause, outcome, words: '已办' })
  expect(note('3', 'fulfilled')).toBe('clauseExists')
  expect(note('1', 'fulfilled')).toBeUndefined()
  expect(told.refused(id, ['end', bureau, '08-20 10:00'], { assessment })).toBe('everyClauseIsTold')
  const longer = { assessment, until: '2027-10-30' }
  expect(told.refused(id, ['renew', bureau, '08-20 10:00'], longer)).toBe('everyClauseIsTold')
  expect(note('2', 'missed')).toBeUndefined()
  expect(told.fields(id)).toMatchObject({ is1: 'fulfilled', is2: 'missed' })
  expect(told.expected(id)).toEqual([`${unit.community} renew`])
  told.step(id, ['end', bureau, '08-20 10:00'], { assessment })
  expect(told.state(id)).toBe('ended')
})

test('both hear of its end a month before, and then assess it', () => {
  const { told, id } = signed()
  expect(told.fields(id)['remindOn']).toBe('2026-09-30')
  expect(told.until('09-30 16:59', id)).toEqual([])
  expect(told.until('09-30 17:00', id)).toEqual(['TermReminded'])
  expect(told.until('10-30 17:00', id)).toEqual(['TermEnded'])
  expect(told.state(id)).toBe('due')
  expect(told.expected(id)).toEqual([`${unit.community} noteClause`])
  expect(told.until('11-20 17:00', id)).toEqual(['AssessmentRanLate'])
  for (const clause of ['1', '2'])
    told.step(id, ['noteClause', bureau, '11-21 09:00'], { clause, outcome: 'fulfilled' })
  expect(told.expected(id)).toEqual([`${unit.community} renew`])
})

test('a short one reminds at once', () => {
  expect(drafted({ until: '2026-08-20' }).done).toMatchObject({
    record: { fields: { remindOn: '2026-08-03' } },
  })
  expect(drafted({ until: '2026-08-02' }).done).toMatchObject({ refused: 'endsAhead' })
})

test('renewed, its clauses and its term begin anew', () => {
  const { told, id } = toldClauses()
  const renew = (until: string) =>
    told.refused(id, ['renew', community, '10-01 09:00'], { until, assessment })
  expect(renew('2026-09-30')).toBe('lastsLonger')
  expect(renew('2026-10-30')).toBe('lastsLonger')
  expect(renew('2026-12-20')).toBeUndefined()
  expect(told.fields(id)).toMatchObject({
    terms: 2,
    is1: 'open',
    is2: 'open',
    remindOn: '2026-11-20',
    until: '2026-12-20',
  })
  expect(told.until('11-20 17:00', id)).toEqual(['TermReminded'])
  expect(told.until('12-20 17:00', id)).toEqual(['TermEnded'])
})

test('an old term is not renewed into the past', () => {
  const { told, id } = toldClauses()
  told.until('11-10 09:00')
  const data = { until: '2026-11-05', assessment }
  expect(told.refused(id, ['renew', community, '11-10 09:00'], data)).toBe('lastsLonger')
})

test('clauses are counted, and those fulfilled', () => {
  const { told, id, done } = drafted()
  expect(told.counts(done)).toEqual([`+clauses ${unit.community}`])
  told.step(id, ['sign', community, '08-04 09:00'])
  const noted = told.step(id, ['noteClause', bureau, '08-20 09:00'], {
    clause: '1',
    outcome: 'fulfilled',
  })
  expect(told.counts(noted)).toEqual([`+fulfilled ${unit.community}`])
})

test('what is not signed is noted, and may be refused', () => {
  const { told, id } = drafted()
  expect(told.until('08-17 17:00', id)).toEqual(['SigningRanLate'])
  told.step(id, ['refuse', community, '08-18 09:00'], { reason: '条款要再商量' })
  expect(told.state(id)).toBe('refused')
  expect(limitsOf(cobuildAgreement)).toEqual({
    'agreement.signing': '10 个工作日',
    'agreement.deciding': '15 个工作日',
  })
})

test('any unit drafts, the other side signs, both carry it on, those above read', () => {
  const told = market()
  const attempt = (by: typeof bureau) => told.tries(draft, [by, '08-03 09:00'], words)
  expect(starters(attempt).toSorted()).toEqual(everyUnit)
  const { told: own, id } = drafted()
  expect(own.offered(id)).toEqual({ sign: all(unit.community), refuse: all(unit.community) })
  const readers = all(
    unit.cityCommittee,
    unit.cityOrganisation,
    unit.committee,
    unit.organisation,
    unit.street,
    unit.community,
    unit.bureau,
  )
  expect(own.readers(id).toSorted()).toEqual([...readers].toSorted())
  expect(own.refused(id, ['sign', traffic, '08-04 09:00'])).toBe('notVisible')
  const both = all(unit.bureau, unit.community)
  const inForce = signed()
  expect(inForce.told.offered(inForce.id)).toEqual({ noteClause: both })
  const ready = toldClauses()
  expect(ready.told.offered(ready.id)).toEqual({ noteClause: both, renew: both, end: both })
  ready.told.until('11-01 09:00')
  expect(ready.told.offered(ready.id)).toEqual({ noteClause: both, renew: both, end: both })
})
