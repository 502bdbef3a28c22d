import { expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { at, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { parameters } from './clocks.ts'
import {
  dispatched,
  finding,
  type FindingStory,
  handled,
  handling,
  office,
  street,
} from './testing.ts'
import { verified, walker, worker } from './testing.ts'

test('the limits a city begins with are those usual in the field', () => {
  const texts = Object.entries(parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(texts)).toEqual({
    'finding.verify': '4 个工作时',
    'finding.dispatch': '4 个工作时',
    'finding.sign': '4 个工作时',
    'finding.control.urgent': '30 分钟',
    'finding.control.complex': '4 个工作时',
    'finding.limit.urgent': '4 小时',
    'finding.limit.hours': '5 个工作时',
    'finding.limit.day': '1 个工作日',
    'finding.limit.ordinary': '5 个工作日',
    'finding.limit.complex': '20 个工作日',
    'finding.task': '3 个工作日',
    'finding.feedback': '3 个工作日',
    'finding.archive': '2 个工作日',
  })
})

const events = (told: FindingStory, until: string) =>
  told.city.until(at(until)).map((step) => step.event.type)

test('a report nobody looks into, and a verified one nobody gives to a unit, run late', () => {
  const told = finding()
  expect(told.due('verify')).toBe(at('08-03 14:00'))
  expect(events(told, '08-03 14:00')).toEqual(['FindingVerifyRanLate'])
  told.step('verify', [worker, '08-03 15:00'], { limitClass: 'day' })
  expect(told.due('dispatch')).toBe(at('08-04 11:00'))
  told.step('passUp', [worker, '08-04 10:00'], { reason: '需要执法' })
  expect(told.due('dispatch')).toBe(at('08-04 15:00'))
  expect(events(told, '08-04 15:00')).toEqual(['FindingDispatchRanLate'])
})

test('the handling limit of its class begins when it is given to a unit, not when it was found', () => {
  const ends = ['urgent', 'hours', 'day', 'ordinary', 'complex'].map((limitClass) => {
    const told = verified({}, limitClass)
    expect(told.due('limit')).toBeUndefined()
    told.step('dispatch', [worker, '08-03 10:00'], { handler: unit.community })
    return told.due('limit')
  })
  expect(ends).toEqual([
    at('08-03 14:00'),
    at('08-03 16:00'),
    at('08-04 17:00'),
    at('08-10 17:00'),
    at('08-31 17:00'),
  ])
})

test('an unsigned matter runs late, and so does an unhandled one, once', () => {
  const told = dispatched()
  expect(told.due('sign')).toBe(at('08-03 15:00'))
  expect(events(told, '08-10 17:00')).toEqual(['FindingSignRanLate', 'FindingRanLate'])
  expect(told.fields()['lateAt']).toBe(at('08-10 17:00'))
  told.step('sign', [office, '08-11 09:00'])
  told.step('giveBack', [office, '08-11 10:00'], { reason: '不归我们' })
  told.step('dispatch', [street, '08-11 11:00'], { handler: unit.street })
  expect(events(told, '08-20 17:00')).toContain('FindingRanLate')
  expect(told.fields()['lateAt']).toBe(at('08-10 17:00'))
})

test('a grave or hard matter has a first stage of its own, which ends when it is under control', () => {
  const urgent = handling({}, 'complex')
  expect(urgent.due('control')).toBe(at('08-03 15:00'))
  expect(events(urgent, '08-03 15:00')).toEqual(['FindingControlRanLate'])
  const hard = handling({}, 'complex')
  hard.step('control', [office, '08-03 11:00'], { words: '已停工' })
  expect(hard.due('control')).toBeUndefined()
  expect(hard.refused('control', [office, '08-03 11:30'])).toBe('awaitsControl')
  expect(events(hard, '08-31 16:59')).toEqual([])
  const plain = handling()
  expect(plain.due('control')).toBeUndefined()
  expect(plain.refused('control', [office, '08-03 11:00'])).toBe('awaitsControl')
  expect(dispatched({}, 'urgent').due('control')).toBe(at('08-03 10:30'))
})

test('a matter sent back to work starts its limit anew but is not controlled twice', () => {
  const told = handling({}, 'complex')
  told.step('control', [office, '08-03 11:00'])
  told.step('finish', [office, '08-04 11:00'], { result: '已拆除' })
  told.step('deny', [walker, '08-05 09:00'], { reason: '还在' })
  expect(told.due('control')).toBeUndefined()
  expect(told.due('limit')).toBe(at('09-02 17:00'))
})

test('a finder who says nothing is taken to have been told, and then it must be filed away', () => {
  const told = handled()
  expect(told.due('feedback')).toBe(at('08-07 17:00'))
  expect(told.due('archive')).toBeUndefined()
  expect(events(told, '08-07 17:00')).toEqual(['FindingLapsed'])
  expect(told.fields()['heard']).toBe('lapsed')
  expect(told.state(told.id)).toBe('feedback')
  expect(told.due('feedback')).toBeUndefined()
  expect(told.due('archive')).toBe(at('08-11 17:00'))
  expect(events(told, '08-11 17:00')).toEqual(['FindingArchiveRanLate'])
})

test('once the finder has spoken, filing away has its limit and feedback has none', () => {
  const told = handled()
  told.step('confirm', [walker, '08-05 09:00'])
  expect(told.due('feedback')).toBeUndefined()
  expect(told.due('archive')).toBe(at('08-07 17:00'))
})

test('each unit called has its own clock, signed or not', () => {
  const told = handling()
  told.step('call', [office, '08-03 11:00'], { units: [unit.community], task: '劝导商户' })
  const ran = events(told, '08-06 17:00')
  expect(ran).toEqual(['FindingPartyRanLate'])
  told.step(`department/${unit.community}/join`, [worker, '08-06 17:30'])
  const late = handling()
  late.step('call', [office, '08-03 11:00'], { units: [unit.community], task: '劝导商户' })
  late.step(`department/${unit.community}/join`, [worker, '08-03 12:00'])
  expect(events(late, '08-06 17:00')).toEqual(['FindingPartyRanLate'])
})
