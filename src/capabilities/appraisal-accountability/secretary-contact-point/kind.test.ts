import { expect, test } from 'vitest'
import { coveringOf } from '../../../kernel/cover.ts'
import { isCover } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { askers, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { all, ofCommunity, office, secretary } from '../testing/owned.ts'
import { publicCommitment } from '../public-commitment/kind.ts'
import { secretaryProject } from '../secretary-project/kind.ts'
import { threeOnesIndicators } from './indicators.ts'
import { secretaryContactPoint } from './kind.ts'

const kind = 'secretary-contact-point'
const point: Data = { unit: unit.street, year: 2026, title: '一社区党委', point: unit.community }
const community = post('secretary', unit.community)

function built() {
  const told = tell([secretaryContactPoint])
  const id = told.begin(`${kind}/build`, town.street, [secretary, '08-03 09:00', point])
  return { told, id }
}

test('the declaration is sound, and the limits a city begins with', () => {
  expect(problemsIn(secretaryContactPoint)).toEqual([])
  expect(limitsOf(secretaryContactPoint)).toEqual({ 'contact-point.visit': '90 day' })
})

test('a point lies below the secretary; the same one is built once a year', () => {
  const { told } = built()
  const tries = (data: Data, by = secretary) =>
    told.tries(`${kind}/build`, town.community, [by, '08-03 10:00', { ...point, ...data }])
  expect(tries({})).toBe('claimTaken')
  expect(tries({ point: unit.otherCommunity })).toBeUndefined()
  expect(tries({ point: unit.otherStreet })).toBe('pointLiesBelow')
  expect(tries({ point: null })).toBe('pointLiesBelow')
  expect(tries({ unit: unit.community, point: null })).toBe('isOwnUnit')
  expect(tries({ unit: unit.community, point: null }, community)).toBeUndefined()
  expect(tries({ year: 2025 })).toBe('isThisYear')
})

test('visits are noted, and a long time without one is told', () => {
  const { told, id } = built()
  expect(
    told.refused(id, 'visit', [secretary, '08-04 09:00', { day: '2026-08-05', did: '看' }]),
  ).toBe('isNotAhead')
  told.does(id, 'visit', [secretary, '08-04 09:00', { day: '2026-08-04', did: '听党员意见' }])
  expect(told.until('11-02 08:00')).toEqual([])
  expect(told.until('11-02 09:00')).toEqual(['PointFellQuiet'])
  expect(told.record(id).fields).toMatchObject({ quiet: 'quiet', visits: 1 })
  told.does(id, 'visit', [secretary, '11-03 09:00', { day: '2026-11-03', did: '再看' }])
  expect(told.record(id).fields).toMatchObject({ visits: 2 })
  expect(told.record(id).fields['quiet']).toBeUndefined()
})

test('that a problem is solved is said by whoever had it', () => {
  const { told, id } = built()
  const how = { how: '腾出一间活动室' }
  expect(told.refused(id, 'confirmSolved', [community, '08-04 09:00', how])).toBe('someAreOpen')
  told.does(id, 'raiseProblem', [community, '08-04 09:00', { problem: '没有活动场所' }])
  told.does(id, 'confirmSolved', [community, '08-20 09:00', how])
  expect(told.refused(id, 'confirmSolved', [office, '08-20 10:00', how])).toBe('someAreOpen')
  told.does(id, 'visit', [secretary, '08-21 09:00', { day: '2026-08-21', did: '看场所' }])
  expect(told.counted(kind)).toEqual({ built: 1, visited: 1, solved: 1 })
  told.does(id, 'conclude', [secretary, '12-01 09:00', { result: '活动室用起来了' }])
  expect(told.state(id)).toBe('concluded')
})

test('who begins, who sees, who may ask what', () => {
  const { told, id } = built()
  expect(starters(secretaryContactPoint, told.world, town.community)).toEqual({
    build: all('cityCommittee', 'committee', 'street', 'community'),
  })
  expect(seers(secretaryContactPoint, told.world, told.record(id))).toEqual(ofCommunity)
  const below = told.begin(`${kind}/build`, town.community, [
    community,
    '08-03 10:00',
    { ...point, unit: unit.community, point: null },
  ])
  expect(seers(secretaryContactPoint, told.world, told.record(below))).toEqual(ofCommunity)
  expect(askers(secretaryContactPoint, told.world, told.record(id))).toEqual({
    visit: all('street'),
    conclude: all('street'),
    raiseProblem: all('street', 'community'),
    confirmSolved: all('committee', 'organisation', 'community'),
  })
})

const kinds = [secretaryContactPoint, secretaryProject, publicCommitment]

/** Streets with and without all three. */
function covered(world = governedWorld(kinds)) {
  const of = threeOnesIndicators.find(({ part }) => part === 'street')
  const [term] = (of?.numerator ?? []).filter(isCover)
  if (term === undefined) throw new Error('nothing is covered')
  const held: Readonly<Record<string, readonly number[]>> = {
    'public-commitment made': [unit.street, unit.otherStreet],
    'secretary-project key': [unit.street, unit.otherStreet],
    'secretary-contact-point built': [unit.street],
  }
  const has = (where: object, name: string, measure: string) =>
    'unit' in where && (held[`${name} ${measure}`] ?? []).some((one) => one === where.unit) ? 1 : 0
  return coveringOf(term.covered, { world, area: town.city, at: at('12-01 09:00') }, has).map(
    (one) => [one.unit?.id, one.has, one.held.filter(({ enough }) => !enough).length],
  )
}

test('F72 R044 whoever lacks a commitment, a key project or a contact point is listed', () => {
  expect(covered()).toEqual([
    [unit.street, true, 0],
    [unit.otherStreet, false, 1],
    [unit.foreignStreet, false, 3],
  ])
  expect(threeOnesIndicators.filter(({ id }) => id === 'F72').map(({ part }) => part)).toEqual([
    'committee',
    'street',
    'community',
  ])
})

test('R044 where the practice is off nobody owes any of the three', () => {
  expect(covered(governedWorld(kinds, { practices: [] }))).toEqual([])
})
