import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, limitsOf, starters } from '../../four-level-linkage/testing.ts'
import {
  everyUnit,
  bureau,
  community,
  here,
  market,
  reportedIn,
  street,
} from '../testing/market.ts'
import { unitReportIn } from './kind.ts'

const report = { kind: 'unit-report-in', command: 'report', ...here }
const words: Data = { community: unit.community, promise1: '每月一次城管开放日', members: 40 }
const progress = { promise: '1', progress: '八月开放日来了三十人' }

const tries = (data: Data = {}, by = bureau) =>
  market().tries(report, [by, '08-03 09:00'], { ...words, ...data })

test('the declaration is sound', () => {
  expect(problemsIn(unitReportIn)).toEqual([])
})

test('R051 a report-in counts only when the community confirmed it', () => {
  const { told, id } = reportedIn(market(), {}, false)
  expect(told.state(id)).toBe('reported')
  expect(told.expected(id)).toEqual([`${unit.community} confirm`])
  expect(told.refused(id, ['tellProgress', bureau, '08-03 10:00'], progress)).toBe('notOffered')
  const done = told.step(id, ['confirm', community, '08-04 09:00'])
  expect(told.counts(done)).toEqual([`+confirmed ${unit.bureau}`, `+members ${unit.bureau}`])
})

test('R052 it counts with a promise that has progress', () => {
  const { told, id } = reportedIn()
  expect(
    told.refused(id, ['tellProgress', bureau, '08-05 09:00'], { ...progress, promise: '2' }),
  ).toBe('promiseExists')
  const done = told.step(id, ['tellProgress', bureau, '08-05 09:00'], progress)
  expect(told.counts(done)).toEqual([`+counts ${unit.bureau}`])
  expect(told.fields(id)).toMatchObject({ progress1: '八月开放日来了三十人', told: 1 })
  expect(told.fields(id)['kept1']).toBeUndefined()
  const kept = told.step(id, ['tellProgress', bureau, '08-06 09:00'], { ...progress, isKept: true })
  expect(told.counts(kept)).toEqual([`+kept ${unit.bureau}`])
  expect(told.fields(id)).toMatchObject({ kept1: true, told: 2 })
})

test('R052 a report-in has a promise, and is evaluated on what became of it', () => {
  expect(unitReportIn.starts.report.input.promise1.required).toBe(true)
  const { told, id } = reportedIn()
  expect(told.refused(id, ['evaluate', community, '12-01 09:00'], { rating: 'good' })).toBe(
    'progressWasTold',
  )
  told.step(id, ['tellProgress', bureau, '12-01 10:00'], progress)
  told.step(id, ['evaluate', community, '12-02 09:00'], { rating: 'good', words: '说到做到' })
  expect(told.state(id)).toBe('evaluated')
  expect(told.fields(id)).toMatchObject({ rating: 'good', words: '说到做到' })
  told.step(id, ['tellProgress', bureau, '12-10 09:00'], { ...progress, isKept: true })
  expect(told.fields(id)['told']).toBe(2)
})

test('an organ reports in to a community, which is neither its own nor below it', () => {
  expect(tries()).toMatchObject({
    record: {
      title: '东区城管局到一社区报到',
      place: { community: town.community },
      fields: { unit: unit.bureau, superior: unit.cityBureau, year: 2026, members: 40 },
    },
  })
  expect(tries({ community: unit.street })).toMatchObject({ refused: 'isACommunity' })
  expect(tries({}, community)).toMatchObject({ refused: 'isNotItself' })
  expect(tries({}, street)).toMatchObject({ refused: 'isNotItself' })
  expect(tries({}, post('clerk', unit.office))).toMatchObject({ refused: 'isNotItself' })
  expect(tries({}, post('worker', unit.otherCommunity))).toMatchObject({ refused: 'isNotItself' })
})

test('a unit reports in to a community once at a time, and its members are counted once', () => {
  const { told, id } = reportedIn()
  const again = (data: Data = {}) =>
    told.tries(report, [bureau, '08-05 09:00'], { ...words, ...data })
  expect(again()).toMatchObject({ refused: 'claimTaken' })
  const other = again({ community: unit.otherCommunity })
  expect(other.ok).toBe(true)
  expect(other.ok ? other.record.fields['members'] : 0).toBeUndefined()
  told.step(id, ['leave', bureau, '08-06 09:00'], { reason: '单位搬迁' })
  expect(told.state(id)).toBe('left')
  expect(told.tries(report, [bureau, '08-07 09:00'], words)).toMatchObject({
    record: { fields: { members: 40 } },
  })
})

test('members of a report-in that was declined are counted with the next', () => {
  const { told, id } = reportedIn(market(), {}, false)
  told.step(id, ['decline', community, '08-04 09:00'], { reason: '已有结对单位' })
  expect(told.state(id)).toBe('declined')
  expect(told.tries(report, [bureau, '08-05 09:00'], words)).toMatchObject({
    record: { fields: { members: 40 } },
  })
})

test('a standstill is noted, and progress begins it anew', () => {
  const { told, id } = reportedIn(market(), {}, false)
  expect(told.until('08-10 17:00', id)).toEqual(['ReportInUnconfirmed'])
  told.step(id, ['confirm', community, '08-11 09:00'])
  expect(told.expected(id)).toEqual([`${unit.bureau} tellProgress`])
  told.step(id, ['tellProgress', bureau, '09-11 09:00'], progress)
  expect(told.until('12-10 08:59', id)).toEqual([])
  expect(told.until('12-10 09:00', id)).toEqual(['ReportInStoodStill'])
  expect(limitsOf(unitReportIn)).toEqual({
    'reportIn.confirming': '5 个工作日',
    'reportIn.keeping': '90 个自然日',
  })
})

test('what is counted of a report-in', () => {
  const told = market()
  const done = told.tries(report, [bureau, '08-03 09:00'], { ...words, promise2: '清运两次' })
  expect(told.counts(done)).toEqual([`+reported ${unit.bureau}`, `+promised ${unit.bureau}`])
})

test('the unit tells, the community confirms and evaluates, those above both read', () => {
  expect(starters((by) => tries({}, by)).toSorted()).toEqual(everyUnit)
  const { told, id } = reportedIn(market(), {}, false)
  const own = all(unit.community)
  expect(told.offered(id)).toEqual({ confirm: own, decline: own })
  const readers = all(
    unit.cityCommittee,
    unit.cityOrganisation,
    unit.committee,
    unit.organisation,
    unit.street,
    unit.community,
    unit.bureau,
    unit.cityBureau,
  )
  expect(told.readers(id).toSorted()).toEqual([...readers].toSorted())
  told.step(id, ['confirm', community, '08-04 09:00'])
  const both = all(unit.bureau, unit.community)
  expect(told.offered(id)).toEqual({ tellProgress: all(unit.bureau), leave: both })
  told.step(id, ['tellProgress', bureau, '08-05 09:00'], progress)
  expect(told.offered(id)).toEqual({
    tellProgress: all(unit.bureau),
    evaluate: own,
    leave: both,
  })
  told.step(id, ['evaluate', community, '08-06 09:00'], { rating: 'good' })
  expect(told.offered(id)).toEqual({ tellProgress: all(unit.bureau) })
})
