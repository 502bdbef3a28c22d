import { expect, test } from 'vitest'
import { intakeOf, missingFromIntake, registerData } from './intake.ts'

test('an empty form comes in by telephone and lacks what happened and where', () => {
  const intake = intakeOf({})
  expect(intake.channel).toBe('phone')
  expect(Object.keys(missingFromIntake(intake))).toEqual(['detail', 'area'])
})

test('only what the caller said is sent, without blanks around it', () => {
  const intake = intakeOf({
    detail: ' 路灯不亮三天了 ',
    area: 1,
    reporter: { name: ' ', phone: '' },
  })
  expect(registerData(intake, { byHand: [] })).toEqual({
    channel: 'phone',
    detail: '路灯不亮三天了',
  })
})

test('a caller without a name can be called back', () => {
  const intake = intakeOf({ detail: '路灯不亮', area: 1, reporter: { phone: '15400000001' } })
  expect(registerData(intake, { byHand: [] })['reporter']).toEqual({ phone: '15400000001' })
})

test('a spoiled draft is read as far as it can be', () => {
  const intake = intakeOf({ detail: 7, area: '1', photos: ['a', 2], keepSecret: 'yes' })
  expect(intake).toMatchObject({ detail: '', area: undefined, photos: ['a'], keepSecret: false })
})
