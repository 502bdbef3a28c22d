import { expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { agreedByBoth } from '../inspection-plan/testing.ts'
import { tale, whoMay, whoMayStart } from '../testing.ts'
import { streetInspectionApproval } from './kind.ts'
import { applicant, applied, place } from './testing.ts'

const kinds = [streetInspectionApproval]

test('the declaration is sound, and approval is due in ten working days', () => {
  expect(problemsIn(streetInspectionApproval)).toEqual([])
  const limits = Object.values(streetInspectionApproval.parameters).map(({ default: value }) => {
    const limit = asLimit(value)
    return limit && limitText(limit)
  })
  expect(limits).toEqual(['10 个工作日'])
})

test('R013 one application has exactly one matter; a second needs its own', () => {
  const told = tale(kinds)
  expect(() => applied(told, { matters: ['台账', '现场'] })).toThrow('oneMatter')
  expect(() => applied(told, { matters: [] })).toThrow('oneMatter')
  const first = applied(told, { matters: ['台账'] })
  expect([first, applied(told, { matters: ['现场'] })].map(told.state)).toEqual([
    'review',
    'review',
  ])
})

test('R013 approval is by the district’s Party committee and government together', () => {
  const told = tale(kinds)
  const id = applied(told, {}, post('clerk', unit.cityBureau))
  expect(told.record(id).parties.map((party) => party.unit)).toEqual([
    unit.committee,
    unit.government,
  ])
  told.step(id, `approver/${unit.committee}/agree`, [post('leader', unit.committee), '08-03 10:00'])
  expect(told.state(id)).toBe('review')
  agreedByBoth(told, applied(told))
  const both = applied(told)
  agreedByBoth(told, both)
  expect(told.state(both)).toBe('inForce')
})

test('what was approved has its time, and its result is handed in', () => {
  const told = tale(kinds)
  const id = applied(told)
  agreedByBoth(told, id)
  told.step(id, 'submitResult', [applicant, '08-10 09:00', { result: '总体达标' }])
  expect(told.state(id)).toBe('reported')
  const other = applied(told)
  agreedByBoth(told, other)
  const third = applied(told)
  told.city.until(at('08-31 17:00'))
  expect([other, third].map(told.state)).toEqual(['expired', 'expired'])
})

test('an application keeps to streets of one district and its days in order', () => {
  const told = tale(kinds)
  expect(() => applied(told, { streets: [unit.foreignStreet] })).toThrow('streetsAreWithin')
  const two = { streets: [unit.street, unit.foreignStreet] }
  expect(() => applied(told, two, post('clerk', unit.cityBureau))).toThrow('streetsOfOneDistrict')
  expect(() => applied(told, { endsOn: '2026-07-01' })).toThrow('daysInOrder')
})

test('an approval that takes too long is told, and one may be withdrawn', () => {
  const told = tale(kinds)
  const id = applied(told)
  const types = (until: string) => told.city.until(at(until)).map(({ event }) => event.type)
  expect(types('08-17 16:59')).toEqual([])
  expect(types('08-17 17:00')).toEqual(['ApprovalOverdue', 'ApprovalOverdue'])
  told.step(id, 'withdraw', [applicant, '08-18 09:00', { reason: '不再需要' }])
  expect(told.state(id)).toBe('withdrawn')
})

test('who may do what', () => {
  const told = tale(kinds)
  const id = applied(told)
  const may = () => whoMay(streetInspectionApproval, { world: told.world, record: told.record(id) })
  const staff = ['市城管局', '东区城管局', '东区交警'].map((one) => `${one} dispatcher clerk head`)
  expect(whoMayStart(streetInspectionApproval, { world: told.world, place })).toEqual({
    apply: staff,
  })
  const own = ['东区城管局 dispatcher clerk head leader secretary']
  const [committee, government] = [['东区区委 leader secretary'], ['东区政府 leader secretary']]
  expect(may()).toEqual({
    see: ['everyone'],
    withdraw: own,
    'approver/15/agree': committee,
    'approver/15/disagree': committee,
    'approver/16/agree': government,
    'approver/16/disagree': government,
  })
  agreedByBoth(told, id)
  expect(may()).toEqual({ see: ['everyone'], submitResult: own })
})
