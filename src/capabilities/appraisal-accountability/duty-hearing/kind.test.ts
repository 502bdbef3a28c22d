import { expect, test } from 'vitest'
import { coveringOf } from '../../../kernel/cover.ts'
import { figureOf, isCover, ofCounts } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, tell } from '../../street-mandate/testing/told.ts'
import { all, office } from '../testing/owned.ts'
import { hearingIndicators } from './indicators.ts'
import { dutyHearing } from './kind.ts'

const kind = 'duty-hearing'
const member = post('leader', unit.government)
const head = post('head', unit.bureau)
const hearing: Data = {
  year: 2026,
  department: unit.bureau,
  memberUnit: unit.government,
}
const said = { comment: '台账清楚，二级支部偏弱' }

function assigned() {
  const told = tell([dutyHearing])
  const id = told.begin(`${kind}/assign`, town.district, [office, '08-03 09:00', hearing])
  return { told, id }
}

function reported() {
  const { told, id } = assigned()
  told.does(id, 'undertake', [member, '08-04 09:00'])
  told.does(id, 'report', [head, '08-10 09:00', { report: '党建和业务一起抓的情况' }])
  return { told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(dutyHearing)).toEqual([])
})

test('a department of the place is heard by somebody who leads there, once a year', () => {
  const { told, id } = assigned()
  expect(told.record(id)).toMatchObject({
    title: '2026 年 东区城管局述职',
    place: { district: town.district },
    fields: { dueOn: '2026-12-31', office: unit.organisation },
  })
  const tries = (data: Data) =>
    told.tries(`${kind}/assign`, town.district, [office, '08-03 10:00', { ...hearing, ...data }])
  expect(tries({})).toBe('claimTaken')
  expect(tries({ year: 2025 })).toBe('isThisYear')
  expect(tries({ department: unit.cityBureau })).toBe('departmentIsOfHere')
  expect(tries({ department: unit.otherBureau })).toBe('departmentIsOfHere')
  expect(tries({ department: unit.government })).toBe('departmentIsOfHere')
  expect(tries({ memberUnit: unit.cityGovernment })).toBe('memberLeadsHere')
  expect(tries({ memberUnit: unit.traffic })).toBe('memberLeadsHere')
  expect(tries({ department: unit.street })).toBeUndefined()
  expect(tries({ memberUnit: unit.committee })).toBeUndefined()
})

test('the member hears in person; whoever was given other work is replaced', () => {
  const { told, id } = reported()
  const other = post('leader', unit.government, 'other')
  expect(told.refused(id, 'hear', [other, '08-11 09:00', said])).toBe('isTheMember')
  expect(told.refused(id, 'undertake', [other, '08-11 09:00'])).toBe('noMemberYet')
  const change = { memberUnit: unit.government, reason: '分工调整' }
  expect(
    told.refused(id, 'reassign', [office, '08-11 09:00', { ...change, memberUnit: unit.street }]),
  ).toBe('memberLeadsHere')
  told.does(id, 'reassign', [office, '08-11 09:00', change])
  expect(told.refused(id, 'hear', [other, '08-11 10:00', said])).toBe('isTheMember')
  told.does(id, 'undertake', [other, '08-11 11:00'])
  expect(told.refused(id, 'hear', [member, '08-11 12:00', said])).toBe('isTheMember')
  told.does(id, 'hear', [other, '08-12 09:00', said])
  expect(told.record(id)).toMatchObject({ state: 'heard' })
})

test('a member keeps to a few concrete matters, before and after the hearing', () => {
  const { told, id } = assigned()
  told.does(id, 'undertake', [member, '08-03 10:00'])
  const matter = { matter: '补齐窗口党员先锋岗' }
  const other = post('head', unit.government)
  expect(told.refused(id, 'listMatter', [other, '08-04 09:00', matter])).toBe('isTheMember')
  told.does(id, 'listMatter', [member, '08-04 09:00', matter])
  expect(told.refused(id, 'finishMatter', [other, '08-05 09:00', matter])).toBe('isTheMember')
  told.does(id, 'finishMatter', [member, '08-05 09:00', matter])
  expect(told.refused(id, 'finishMatter', [member, '08-05 10:00', matter])).toBe('someMatterIsOpen')
  told.does(id, 'report', [head, '08-10 09:00', { report: '党建和业务一起抓的情况' }])
  told.does(id, 'hear', [member, '08-12 09:00', said])
  told.does(id, 'listMatter', [member, '08-13 09:00', matter])
  expect(told.counted(kind)).toEqual({ assigned: 1, heard: 1, matters: 2, finished: 1 })
})

test('R045 what was not heard by the end of the year is late', () => {
  const never = assigned()
  expect(never.told.until('12-31 16:59')).toEqual([])
  expect(never.told.until('12-31 17:00')).toEqual(['HearingRanLate'])
  expect(never.told.record(never.id).fields['late']).toBe('late')
  const { told, id } = reported()
  expect(told.until('12-31 17:00')).toEqual(['HearingRanLate'])
  told.does(id, 'hear', [member, '2027-01-05 09:00', said])
  expect(told.record(id).fields['late']).toBeUndefined()
})

test('R045 N25 coverage is departments heard over all departments of the city', () => {
  const { world } = assigned().told
  const has = (where: object) => ('unit' in where && where.unit === unit.bureau ? 1 : 0)
  const covered = (part: string) => {
    const one = hearingIndicators.find((found) => found.id === 'N25' && found.part === part)
    const [term] = (one?.numerator ?? []).filter(isCover)
    if (term === undefined) throw new Error('nothing is covered')
    return coveringOf(
      term.covered,
      { world, area: town.city, at: at('12-01 09:00') },
      (where, name, measure) => (name === kind && measure === 'heard' ? has(where) : 0),
    ).map((found) => [found.unit?.id, found.has])
  }
  expect(covered('city')).toEqual([[unit.cityBureau, false]])
  expect(covered('district')).toEqual([
    [unit.bureau, true],
    [unit.traffic, false],
    [unit.otherBureau, false],
  ])
  const done = hearingIndicators.find(({ id }) => id === 'duty-hearing-done')
  const counts: Readonly<Record<string, number>> = { heard: 3, assigned: 4 }
  expect(
    done &&
      figureOf(
        done,
        ofCounts(({ measure }) => counts[measure] ?? 0),
      ).value,
  ).toBe(0.75)
})

test('who begins, who sees, who may ask what where', () => {
  const { told, id } = assigned()
  const led = of(['government'], ['head', 'leader', 'secretary'])
  const heard = of(['bureau'], ['clerk', 'head', 'leader', 'secretary'])
  const organisation = all('organisation')
  const table = (one: string) => askers(dutyHearing, told.world, told.record(one))
  expect(starters(dutyHearing, told.world, town.community)).toEqual({
    assign: all('cityOrganisation', 'organisation'),
  })
  expect(seers(dutyHearing, told.world, told.record(id))).toEqual([
    ...heard,
    ...led,
    ...organisation,
  ])
  const always = { listMatter: led, finishMatter: led }
  expect(table(id)).toEqual({
    report: heard,
    undertake: led,
    ...always,
    reassign: organisation,
  })
  told.does(id, 'report', [head, '08-10 09:00', { report: '党建和业务一起抓的情况' }])
  told.does(id, 'undertake', [member, '08-11 09:00'])
  expect(table(id)).toEqual({ hear: led, undertake: led, ...always, reassign: organisation })
  told.does(id, 'hear', [member, '08-12 09:00', said])
  expect(table(id)).toEqual(always)
})
