import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import {
  all,
  type Data,
  districtLine,
  limitsOf,
  linked,
  starters,
} from '../../four-level-linkage/testing.ts'
import { implementationItem } from './kind.ts'

const office = post('clerk', unit.organisation)
const head = post('head', unit.organisation)
const street = post('clerk', unit.street)
const community = post('worker', unit.community)
const deploy = { kind: 'implementation-item', command: 'deploy', area: town.district }
const ordered: Data = {
  title: '夜间值守',
  order: '各街道夜间有人接件',
  unit: unit.street,
  dueOn: '2026-08-20',
}
const steps = { steps: '排班、公示电话、按周抽查' }
const result = { result: '已排班并公示' }

/** Deployed to the front street on Monday 3 August at nine. */
function deployed(data: Data = {}) {
  const told = linked([implementationItem])
  return { told, id: told.begin(deploy, [office, '08-03 09:00'], { ...ordered, ...data }) }
}

function doing(data: Data = {}) {
  const one = deployed()
  one.told.step(one.id, ['breakDown', street, '08-04 09:00'], { ...steps, ...data })
  return one
}

function reported() {
  const one = doing()
  one.told.step(one.id, ['report', street, '08-10 09:00'], result)
  return one
}

/** Closed on Tuesday 11 August, looked at again on the first of September. */
function closed(data: Data = { lookOn: '2026-09-01' }) {
  const one = reported()
  one.told.step(one.id, ['close', office, '08-11 09:00'], data)
  return one
}

test('the declaration is sound', () => {
  expect(problemsIn(implementationItem)).toEqual([])
  expect(limitsOf(implementationItem)).toEqual({
    'item.breakDown': '5 个工作日',
    'item.check': '5 个工作日',
  })
  expect(implementationItem.parameters['item.lookAfter'].default).toBe(90)
})

test('it is deployed to those below, for a day to come', () => {
  const told = linked([implementationItem])
  const tries = (by: number, data: Data) =>
    told.tries(deploy, [post('clerk', by), '08-03 09:00'], { ...ordered, ...data })
  const refused = { refused: 'unitIsBelow' }
  expect(tries(unit.committee, { unit: unit.foreignStreet })).toMatchObject(refused)
  expect(tries(unit.committee, { unit: unit.committee })).toMatchObject(refused)
  expect(tries(unit.committee, { unit: unit.bureau })).toMatchObject(refused)
  expect(tries(unit.committee, { dueOn: '2026-08-03' })).toMatchObject({ refused: 'dueIsAhead' })
  const done = tries(unit.organisation, { unit: unit.community })
  expect(done).toMatchObject({ record: { fields: { superior: unit.committee } } })
  expect(told.counts(done)).toEqual([`+deployed ${unit.community}`])
})

test('it is broken down among those in the unit’s area, who are all done before it reports', () => {
  const { told, id } = deployed()
  const breaks = (units: readonly number[]) =>
    told.refused(id, ['breakDown', street, '08-04 09:00'], { ...steps, units })
  expect(told.expected(id)).toEqual([`${unit.street} breakDown`])
  expect(breaks([unit.otherStreet])).toBe('doersAreBelow')
  expect(breaks([unit.street])).toBe('doersAreBelow')
  expect(breaks([unit.community, unit.otherCommunity])).toBeUndefined()
  const report = (by = street) => told.refused(id, ['report', by, '08-05 09:00'], result)
  expect(report()).toBe('doersAreDone')
  for (const one of [unit.community, unit.otherCommunity])
    told.step(id, [`doer/${one}/finish`, post('worker', one), '08-05 08:00'], { done: '已排班' })
  expect(told.party(id, unit.community).state).toBe('done')
  expect(told.party(id, unit.community).fields['done']).toBeDefined()
  expect(told.expected(id)).toEqual([`${unit.street} report`])
  expect(report()).toBeUndefined()
})

test('what lies still is noted: breaking down, carrying out, each part, the check', () => {
  const { told, id } = deployed()
  expect(told.until('08-10 17:00', id)).toEqual(['ItemBreakdownRanLate'])
  told.step(id, ['breakDown', street, '08-11 09:00'], { ...steps, units: [unit.community] })
  expect(told.until('08-20 17:00', id).toSorted()).toEqual(['ItemRanLate', 'PartRanLate'])
  expect(told.fields(id)['late']).toBe('late')
  told.step(id, [`doer/${unit.community}/finish`, community, '08-21 08:00'], { done: '已排班' })
  told.step(id, ['report', street, '08-21 09:00'], result)
  expect(told.until('08-28 17:00', id)).toEqual(['ItemCheckRanLate'])
})

test('it is sent back for another day, never to one that has passed', () => {
  const { told, id } = reported()
  const back = (dueOn: string) =>
    told.refused(id, ['sendBack', office, '08-11 09:00'], { reason: '没有公示', dueOn })
  expect(back('2026-08-11')).toBe('dueIsAhead')
  expect(back('2026-08-25')).toBeUndefined()
  expect(told.state(id)).toBe('doing')
  expect(told.fields(id)['dueOn']).toBe('2026-08-25')
})

test('whoever reported neither closes it nor looks back at it in another post', () => {
  const { told, id } = reported()
  const person = street.by === 'post' ? street.post.person : ''
  const same = {
    by: 'post',
    post: { id: 'second', person, unit: unit.organisation, role: 'clerk' },
  } as const
  expect(told.refused(id, ['close', same, '08-11 09:00'])).toBe('byAnother')
  told.step(id, ['close', office, '08-11 09:00'], { lookOn: '2026-09-01' })
  const finding = { finding: '抽查三晚有人接件', dueOn: '2026-09-20' }
  for (const command of ['stands', 'fails'])
    expect(told.refused(id, [command, same, '09-01 09:00'], finding)).toBe('byAnother')
})

test('R047 what is closed has a day on which it is looked at again, whoever closed it', () => {
  const { told, id } = reported()
  const close = (lookOn: string) => told.refused(id, ['close', head, '08-11 09:00'], { lookOn })
  expect(close('2026-08-11')).toBe('lookIsAhead')
  expect(close('2026-08-12')).toBeUndefined()
  expect(told.until('08-12 17:00', id)).toEqual(['ItemLookCameDue'])
  const unnamed = closed({})
  expect(unnamed.told.fields(unnamed.id)['lookOn']).toBe('2026-11-09')
  expect(unnamed.told.expected(unnamed.id)).toEqual([`${unit.organisation} stands`])
  const early = unnamed.told.refused(unnamed.id, ['stands', office, '11-08 09:00'], {
    finding: '有人接件',
  })
  expect(early).toBe('lookDayCame')
})

test('R047 a look back that finds it undone opens it again, and it is closed and looked at anew', () => {
  const { told, id } = closed()
  const fails = (dueOn: string) =>
    told.asks(id, ['fails', office, '08-25 09:00'], { finding: '两晚无人接件', dueOn })
  expect(fails('2026-08-25')).toMatchObject({ refused: 'dueIsAhead' })
  expect(told.counts(fails('2026-09-20'))).toEqual([`+failed ${unit.street}`])
  expect(told.state(id)).toBe('doing')
  expect(told.fields(id)).toMatchObject({ failures: 1, dueOn: '2026-09-20' })
  expect(told.fields(id)['result']).toBeUndefined()
  expect(told.fields(id)['lookOn']).toBeUndefined()
  told.step(id, ['report', street, '09-10 09:00'], result)
  const again = told.step(id, ['close', office, '09-11 09:00'], { lookOn: '2026-10-09' })
  expect(told.counts(again)).toEqual([`+closed ${unit.street}`])
  const stood = told.step(id, ['stands', head, '10-09 09:00'], { finding: '一个月都有人接件' })
  expect(told.counts(stood)).toEqual([`+stood ${unit.street}`])
  expect(told.state(id)).toBe('settled')
})

test('the superior and its department deploy and look back; the unit and its doers do their own', () => {
  const told = linked([implementationItem])
  expect(
    starters((by) => told.tries({ ...deploy, area: town.street }, [by, '08-03 09:00'], ordered)),
  ).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const one = doing({ units: [unit.community] })
  const doer = `doer/${unit.community}/finish`
  expect(deployedOffers()).toEqual({ breakDown: all(unit.street) })
  expect(one.told.offered(one.id)).toEqual({ [doer]: all(unit.community) })
  expect(one.told.readers(one.id)).toEqual(all(...districtLine, unit.street, unit.community))
  one.told.step(one.id, [doer, community, '08-05 08:00'], { done: '已排班' })
  expect(one.told.offered(one.id)).toEqual({ report: all(unit.street) })
  const checkers = all(unit.committee, unit.organisation)
  const told2 = reported()
  expect(told2.told.offered(told2.id, '08-10 10:00')).toEqual({
    close: checkers,
    sendBack: checkers,
  })
  const told3 = closed()
  expect(told3.told.offered(told3.id, '09-01 10:00')).toEqual({ stands: checkers, fails: checkers })
  const lower = linked([implementationItem])
  const ofStreet = lower.begin({ ...deploy, area: town.street }, [street, '08-03 09:00'], {
    ...ordered,
    unit: unit.community,
  })
  expect(lower.readers(ofStreet)).toEqual(all(...districtLine, unit.street, unit.community))
})

function deployedOffers() {
  const { told, id } = deployed()
  return told.offered(id, '08-03 10:00')
}
