import { expect, test } from 'vitest'
import { post, unit } from '../../../kernel/testing.ts'
import { tale, whoMay, whoMayStart } from '../testing.ts'
import { streetDutyAdmission } from './kind.ts'
import { applicant, apply, approved, money, reviewers, submitted } from './testing.ts'

const begun = () => {
  const told = tale([streetDutyAdmission])
  return { told, id: apply(told) }
}

test('who may do what', () => {
  const { told, id } = begun()
  const may = () => whoMay(streetDutyAdmission, { world: told.world, record: told.record(id) })
  const everyone = { see: ['everyone'] }
  const own = ['东区城管局 dispatcher clerk head leader secretary']
  const staff = ['市城管局', '东区城管局', '东区交警'].map((one) => `${one} dispatcher clerk head`)
  const { place } = told.record(id)
  expect(whoMayStart(streetDutyAdmission, { world: told.world, place })).toEqual({ apply: staff })
  const answer = ['前街街道 dispatcher clerk head leader secretary']
  expect(may()).toEqual({ ...everyone, submit: own, withdraw: own, 'heard/30/answer': answer })
  told.step(id, 'heard/30/answer', [
    post('head', unit.street),
    '08-03 09:10',
    {
      conclusion: 'agree',
    },
  ])
  expect(may()).toMatchObject({ 'heard/30/weigh': own })
  told.step(id, 'heard/30/weigh', [applicant, '08-03 09:20', { outcome: 'adopted' }])
  told.step(id, 'submit', [applicant, '08-03 09:30'])
  const names = { 6: '市委', 7: '市政府', 15: '东区区委', 16: '东区政府' }
  const signing = Object.entries(names).flatMap(([one, name]) =>
    ['agree', 'disagree'].map((command) => [
      `approver/${one}/${command}`,
      [`${name} leader secretary`],
    ]),
  )
  const reviewing = Object.values(names).map((name) => `${name} leader secretary`)
  expect(may()).toEqual({
    ...everyone,
    withdraw: own,
    sendBack: reviewing,
    ...Object.fromEntries(signing),
  })
  approved(told, id)
  expect(may()).toEqual({ ...everyone, recordMoney: own, withdraw: own })
  told.step(id, 'recordMoney', [applicant, '08-04 09:00', money])
  expect(may()).toEqual({ ...everyone, renew: own, leave: own })
})

test('who may mend what was sent back, and leave or withdraw', () => {
  const { told, id } = begun()
  submitted(told, id)
  const reviewer = reviewers[unit.government]
  told.step(id, 'sendBack', [reviewer, '08-03 11:00', { note: '补正' }])
  const own = ['东区城管局 dispatcher clerk head leader secretary']
  expect(whoMay(streetDutyAdmission, { world: told.world, record: told.record(id) })).toEqual({
    see: ['everyone'],
    reapply: own,
    withdraw: own,
  })
  told.step(id, 'withdraw', [applicant, '08-03 12:00', { note: '不再需要' }])
  expect(told.state(id)).toBe('withdrawn')
})
