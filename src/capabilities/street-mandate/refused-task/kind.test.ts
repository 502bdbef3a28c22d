import { expect, test } from 'vitest'
import { deltasOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { tale, type Told, whoMay, whoMayStart } from '../testing.ts'
import { refusedTask } from './kind.ts'

const street = post('clerk', unit.street)
const answerer = post('clerk', unit.organisation)
const about = { title: '代收材料', street: unit.street, department: unit.bureau }
const place = { city: 1, district: 11, street: 111 }
const answered = { outcome: 'toAdmission', answer: '请城管局按程序申请' }

function noted(told: Told): string {
  const asked = told.city.ask({
    kind: 'refused-task',
    command: 'note',
    actor: { by: 'effect', of: 'x' },
    at: at('08-03 09:00'),
    place,
    data: { ...about, ground: 'uncovered' },
  })
  if (!asked.ok) throw new Error(asked.refused)
  return asked.record.id
}

function reported(told: Told, data: object = {}): string {
  return told.begin({
    kind: 'refused-task',
    command: 'report',
    area: town.street,
    by: street,
    at: '08-03 09:00',
    data: { ...about, account: '群里直接派活', ...data },
  })
}

test('the declaration is sound, and an answer is due in ten working days', () => {
  expect(problemsIn(refusedTask)).toEqual([])
  const limits = Object.values(refusedTask.parameters).map(({ default: value }) => asLimit(value))
  expect(limits.map((one) => one && limitText(one))).toEqual(['10 个工作日'])
})

test('what a street reports is answered by its district', () => {
  const told = tale([refusedTask])
  const id = reported(told)
  expect(told.record(id)).toMatchObject({ state: 'reported', fields: { ground: 'outside' }, place })
  told.step(id, 'answer', [answerer, '08-04 09:00', answered])
  expect(told.state(id)).toBe('answered')
})

test('an attempt that was refused may be raised with the district', () => {
  const told = tale([refusedTask])
  const id = noted(told)
  told.step(id, 'raise', [street, '08-04 09:00', { account: '一再要求' }])
  expect(told.state(id)).toBe('reported')
})

test('an answer that is late is told', () => {
  const told = tale([refusedTask])
  reported(told)
  expect(told.city.until(at('08-17 16:59'))).toEqual([])
  expect(told.city.until(at('08-17 17:00')).map(({ event }) => event.type)).toEqual([
    'AnswerOverdue',
  ])
})

test('a street reports for itself', () => {
  const told = tale([refusedTask])
  expect(() => reported(told, { street: unit.otherStreet })).toThrow('streetsAreWithin')
})

test('attempts and reports are counted under the street', () => {
  const told = tale([refusedTask])
  const measures = (asked: ReturnType<Told['does']>) =>
    (asked.ok ? asked.steps : [])
      .flatMap((step) => deltasOf(refusedTask, told.world, step))
      .filter(({ measure }) => !measure.startsWith('state:'))
      .map(({ measure, unit: own }) => [measure, own])
  const actor = { by: 'effect', of: 'x' } as const
  const noting = told.city.ask({
    kind: 'refused-task',
    command: 'note',
    actor,
    at: at('08-03 09:00'),
    place,
    data: { ...about, ground: 'uncovered' },
  })
  expect(measures(noting)).toEqual([['noted', unit.street]])
  const id = noting.ok ? noting.record.id : ''
  const data = { account: '一再要求' }
  const raising = told.does(id, 'raise', { by: street, at: '08-04 09:00', data })
  expect(measures(raising)).toEqual([['reported', unit.street]])
})

test('who may do what', () => {
  const told = tale([refusedTask])
  const id = noted(told)
  const may = () => whoMay(refusedTask, { world: told.world, record: told.record(id) })
  expect(whoMayStart(refusedTask, { world: told.world, place })).toEqual({
    report: ['前街街道 dispatcher clerk head'],
  })
  const own = '前街街道 dispatcher clerk head leader secretary'
  const sees = {
    see: [
      '市委',
      '市政府',
      '市委组织部',
      '东区城管局',
      '东区区委',
      '东区政府',
      '东区区委组织部',
      own,
    ],
  }
  expect(may()).toEqual({ ...sees, raise: [own] })
  told.step(id, 'raise', [street, '08-04 09:00', { account: '一再要求' }])
  expect(may()).toEqual({ ...sees, answer: ['东区区委组织部 clerk head leader'] })
})
