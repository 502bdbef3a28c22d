import { describe, expect, test } from 'vitest'
import { deltasOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { at, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { parameters } from './clocks.ts'
import { streetWhistle } from './kind.ts'
import {
  arbiter,
  arrives,
  bureau,
  clerk,
  finishes,
  of,
  otherStreet,
  submitted,
  traffic,
  whistle,
  type WhistleStory,
} from './testing.ts'

test('the limits a city begins with are those usual in the field', () => {
  const texts = Object.entries(parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(texts)).toEqual({
    'whistle.sign': '4 个工作时',
    'whistle.arrive.demand': '2 个工作日',
    'whistle.arrive.keyWork': '2 个工作日',
    'whistle.arrive.enforcement': '24 小时',
    'whistle.arrive.emergency': '30 分钟',
    'whistle.handle.demand': '10 个工作日',
    'whistle.handle.keyWork': '60 个自然日',
    'whistle.handle.enforcement': '7 个自然日',
    'whistle.handle.emergency': '24 小时',
    'whistle.ruling': '24 小时',
    'whistle.accept': '2 个工作日',
  })
})

const dueOf = (told: WhistleStory, member: number, clock: string) =>
  told.party(member).clocks[clock]?.stages[0]?.due

describe('each unit on its own clocks', () => {
  test('every occasion has its own limits to arrive and to handle, counted from the call', () => {
    const limits = (occasion: string) => {
      const told = whistle({ occasion, called: [] })
      return [
        dueOf(told, unit.bureau, 'sign'),
        dueOf(told, unit.bureau, 'arrive'),
        dueOf(told, unit.bureau, 'task'),
        told.record().clocks['handling']?.stages[0]?.due,
      ]
    }
    const sign = at('08-03 14:00')
    const [weeks, month] = [at('08-17 17:00'), at('10-02 09:00')]
    expect(limits('emergency')).toEqual([
      sign,
      at('08-03 09:30'),
      at('08-04 09:00'),
      at('08-04 09:00'),
    ])
    expect(limits('enforcement')).toEqual([
      sign,
      at('08-04 09:00'),
      at('08-10 09:00'),
      at('08-10 09:00'),
    ])
    expect(limits('demand')).toEqual([sign, at('08-05 17:00'), weeks, weeks])
    expect(limits('keyWork')).toEqual([sign, at('08-05 17:00'), month, month])
  })

  test('who is called later has its limits from then, the others keep theirs', () => {
    const told = whistle({ called: [], occasion: 'emergency' })
    told.step('call', [clerk, '08-03 09:20'], { called: [unit.traffic], peers: [unit.otherStreet] })
    expect(dueOf(told, unit.traffic, 'arrive')).toBe(at('08-03 09:50'))
    expect(dueOf(told, unit.otherStreet, 'arrive')).toBe(at('08-03 09:50'))
    expect(dueOf(told, unit.bureau, 'arrive')).toBe(at('08-03 09:30'))
  })

  test('one late, one on time: each is noted for itself', () => {
    const told = whistle({
      occasion: 'emergency',
      called: [unit.traffic],
      peers: [unit.otherStreet],
    })
    told.step(`${of(unit.traffic)}sign`, [traffic, '08-03 09:05'])
    told.step(`${of(unit.traffic)}arrive`, [traffic, '08-03 09:20'], { how: 'onSite' })
    expect(told.until('08-03 14:00')).toEqual([
      'DepartmentArrivedLate',
      'DepartmentArrivedInTime',
      'PeerArrivedLate',
      'DepartmentSignedLate',
      'PeerSignedLate',
    ])
    arrives2(told)
    expect(told.party(unit.traffic).fields['inTime']).toBe(true)
    expect(told.party(unit.bureau).fields['inTime']).toBe(false)
    expect(told.record().fields['lateUnits']).toEqual([unit.bureau, unit.otherStreet])
  })

  test('a dispute stops no clock: an upheld department is late by the limit it had', () => {
    const told = whistle({ occasion: 'emergency', called: [unit.traffic] })
    told.step(`${of(unit.traffic)}dispute`, [traffic, '08-03 09:10'], { reason: '不属本单位职责' })
    told.step(`${of(unit.traffic)}uphold`, [arbiter, '08-03 09:20'], { reason: '应当参加' })
    expect(dueOf(told, unit.traffic, 'arrive')).toBe(at('08-03 09:30'))
    expect(told.until('08-03 09:30')).toContain('DepartmentArrivedLate')
    told.step(`${of(unit.traffic)}arrive`, [traffic, '08-03 09:40'], { how: 'onSite' })
    expect(told.party(unit.traffic).fields['inTime']).toBe(false)
  })

  test('a disputed arrival falls back on the limit it had, and the later one is late', () => {
    const told = whistle({ occasion: 'emergency', called: [] })
    told.step(`${of(unit.bureau)}sign`, [bureau, '08-03 09:05'])
    told.step(`${of(unit.bureau)}arrive`, [bureau, '08-03 09:20'], { how: 'online' })
    told.step(`${of(unit.bureau)}disputeArrival`, [clerk, '08-03 09:40'], { reason: '没有人到场' })
    expect(dueOf(told, unit.bureau, 'arrive')).toBe(at('08-03 09:30'))
    told.step(`${of(unit.bureau)}arrive`, [bureau, '08-03 10:00'], { how: 'onSite' })
    expect(told.party(unit.bureau).fields['inTime']).toBe(false)
  })

  test('a dispute not ruled on in a day, and a task not finished in time, are noted', () => {
    const told = whistle({ called: [unit.traffic], peers: [unit.otherStreet] })
    const reason = { reason: '不属本单位职责' }
    told.step(`${of(unit.traffic)}dispute`, [traffic, '08-03 10:00'], reason)
    told.step(`${of(unit.otherStreet, 'peer')}dispute`, [otherStreet, '08-03 10:00'], reason)
    arrives(told, bureau)
    const events = told.until('08-10 09:00')
    for (const event of ['DepartmentRulingRanLate', 'PeerRulingRanLate'])
      expect(events).toContain(event)
    for (const event of ['DepartmentRanLate', 'PeerRanLate', 'WhistleRanLate'])
      expect(events).toContain(event)
  })
})

function arrives2(told: WhistleStory): void {
  told.step(`${of(unit.bureau)}sign`, [bureau, '08-03 15:00'])
  told.step(`${of(unit.bureau)}arrive`, [bureau, '08-03 15:05'], { how: 'meeting' })
}

describe('the whistle’s own limits', () => {
  test('what was handed in before its limit is not late however long the street takes', () => {
    const told = submitted()
    expect(told.until('08-10 09:00')).toEqual(['AcceptanceRanLate', 'LimitPassedInAcceptance'])
    told.step('accept', [clerk, '08-11 09:00'])
    expect(told.record().fields['lateAt']).toBeUndefined()
  })

  test('sent back after its limit it is late; waiting for acceptance stopped nothing', () => {
    const told = submitted()
    told.step('sendBack', [clerk, '08-11 09:00'], { reason: '还有一处' })
    expect(told.record().fields['lateAt']).toBe(at('08-11 09:00'))
    expect(told.record().clocks['handling']?.stages[0]?.due).toBe(at('08-10 09:00'))
  })

  test('sent back before its limit it is late only when that passes', () => {
    const told = submitted()
    told.step('sendBack', [clerk, '08-05 09:00'], { reason: '还有一处' })
    expect(told.record().fields['lateAt']).toBeUndefined()
    told.until('08-10 09:00')
    expect(told.record().fields).toMatchObject({
      lateAt: at('08-10 09:00'),
      lateUnits: [unit.bureau],
    })
  })
})

describe('what is counted', () => {
  const deltas = (told: WhistleStory, steps: ReturnType<WhistleStory['step']>) =>
    steps.flatMap((step) =>
      step.kind === streetWhistle
        ? deltasOf(streetWhistle, told.world, step)
            .filter(({ measure }) => !measure.startsWith('state:'))
            .map(({ measure, n, unit: by, day }) => `${n} ${measure} ${by} ${day.slice(5)}`)
        : [],
    )

  test('N14 called departments count each under itself, the released and peer streets do not', () => {
    const told = whistle({ called: [] })
    const steps = told.city.ask({
      kind: 'street-whistle',
      command: 'whistle',
      actor: clerk,
      at: at('08-03 09:30'),
      place: { city: 1, district: 11, street: 111 },
      data: {
        matter: '夜市占道',
        occasion: 'enforcement',
        lead: unit.bureau,
        called: [unit.traffic],
        peers: [unit.otherStreet],
      },
    })
    expect(deltas(told, steps.ok ? steps.steps : [])).toEqual([
      '1 blown 30 08-03',
      '1 called 13 08-03',
      '1 called 14 08-03',
    ])
  })

  test('N14 one of two: on time counts, late does not, released leaves the count', () => {
    const told = whistle({ called: [unit.traffic, unit.cityBureau] })
    told.step(`${of(unit.traffic)}dispute`, [traffic, '08-03 09:20'], { reason: '不属本单位职责' })
    expect(
      deltas(
        told,
        told.step(`${of(unit.traffic)}release`, [arbiter, '08-03 09:40'], { reason: '由城管牵头' }),
      ),
    ).toEqual(['-1 called 14 08-03'])
    const own = of(unit.bureau)
    told.step(`${own}sign`, [bureau, '08-03 10:00'])
    expect(
      deltas(told, told.step(`${own}arrive`, [bureau, '08-03 11:00'], { how: 'onSite' })),
    ).toEqual(['1 arrivedInTime 13 08-03'])
    expect(
      deltas(
        told,
        told.step(`${own}disputeArrival`, [clerk, '08-03 11:30'], { reason: '没有到场' }),
      ),
    ).toEqual(['-1 arrivedInTime 13 08-03'])
  })

  test('N14 closed in time and closed late are told apart, by the day of the whistle', () => {
    const inTime = submitted()
    expect(deltas(inTime, inTime.step('accept', [clerk, '08-06 09:00']))).toEqual([
      '1 closed 30 08-03',
      '1 closedInTime 30 08-03',
    ])
    const late = whistle({ called: [] })
    arrives(late, bureau)
    finishes(late, bureau, '08-11 09:00')
    late.step('submit', [bureau, '08-11 10:00'], { result: '已清理' })
    expect(deltas(late, late.step('accept', [clerk, '08-11 11:00']))).toEqual(['1 closed 30 08-03'])
  })
})
