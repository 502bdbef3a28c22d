import { expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { tale, whoMay, whoMayStart } from '../testing.ts'
import { inspectionPlan } from './kind.ts'
import { planned, proposed } from './testing.ts'

const planner = post('clerk', unit.government)

test('the declaration is sound, and approval is due in ten working days', () => {
  expect(problemsIn(inspectionPlan)).toEqual([])
  const limits = Object.values(inspectionPlan.parameters).map(({ default: value }) =>
    asLimit(value),
  )
  expect(limits.map((one) => one && limitText(one))).toEqual(['10 个工作日'])
})

test('a matter is in the year’s plan once the district’s committee and government both agreed', () => {
  const told = tale([inspectionPlan])
  const id = proposed(told)
  told.step(id, `approver/${unit.committee}/agree`, [post('leader', unit.committee), '08-03 10:00'])
  expect(told.state(id)).toBe('review')
  told.step(id, `approver/${unit.government}/agree`, [
    post('secretary', unit.government),
    '08-03 11:00',
  ])
  expect(told.state(id)).toBe('inForce')
  expect(told.record(id).place).toMatchObject({ city: 1, district: 11, street: undefined })
  told.city.until(at('12-31 17:00'))
  expect(told.state(id)).toBe('expired')
})

test('what nobody decided by its last day is no plan', () => {
  const told = tale([inspectionPlan])
  const id = proposed(told)
  told.city.until(at('12-31 17:00'))
  expect(told.state(id)).toBe('expired')
})

test('a matter keeps its days in order and to streets of one district, and is planned once', () => {
  const told = tale([inspectionPlan])
  proposed(told)
  expect(() => proposed(told)).toThrow('claimTaken')
  expect(() => proposed(told, { matter: '甲', endsOn: '2026-07-01' })).toThrow('daysInOrder')
  expect(() => proposed(told, { matter: '甲', streets: [unit.foreignStreet] })).toThrow(
    'streetsAreWithin',
  )
  const start = { kind: 'inspection-plan', command: 'propose', area: town.city, at: '08-03 09:00' }
  const data = { ...planned, streets: [unit.street, unit.foreignStreet] }
  expect(() => told.begin({ ...start, by: post('clerk', unit.cityGovernment), data })).toThrow(
    'streetsOfOneDistrict',
  )
})

test('one refusal keeps a matter out, and so does the planner', () => {
  const told = tale([inspectionPlan])
  const id = proposed(told)
  const note = { note: '与专项检查重复' }
  const government = post('leader', unit.government)
  told.step(id, `approver/${unit.government}/disagree`, [government, '08-03 10:00', note])
  expect(told.state(id)).toBe('refused')
  const other = proposed(told, { matter: '乙' })
  told.step(other, 'drop', [planner, '08-03 11:00', { reason: '合并' }])
  expect(told.state(other)).toBe('refused')
})

test('an approval that takes too long is told', () => {
  const told = tale([inspectionPlan])
  proposed(told)
  const types = (until: string) => told.city.until(at(until)).map(({ event }) => event.type)
  expect(types('08-17 16:59')).toEqual([])
  expect(types('08-17 17:00')).toEqual(['ApprovalOverdue', 'ApprovalOverdue'])
})

test('who may do what', () => {
  const told = tale([inspectionPlan])
  const id = proposed(told)
  const planners = ['市政府', '东区政府'].map((name) => `${name} dispatcher clerk head`)
  const { place } = told.record(id)
  expect(whoMayStart(inspectionPlan, { world: told.world, place })).toEqual({ propose: planners })
  const signing = { 15: '东区区委 leader secretary', 16: '东区政府 leader secretary' }
  expect(whoMay(inspectionPlan, { world: told.world, record: told.record(id) })).toEqual({
    see: ['everyone'],
    drop: planners,
    'approver/15/agree': [signing[15]],
    'approver/15/disagree': [signing[15]],
    'approver/16/agree': [signing[16]],
    'approver/16/disagree': [signing[16]],
  })
})
