import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, limitsOf, starters } from '../../four-level-linkage/testing.ts'
import {
  community,
  here,
  listNeed,
  market,
  otherCommunity,
  proposed,
  street,
} from '../testing/market.ts'
import { communityNeed } from './kind.ts'

const list = { kind: 'community-need', command: 'list', ...here }
const words = { title: '老人缺一处活动室', topic: 'elderly', form: 'venue' }

test('the declaration is sound', () => {
  expect(problemsIn(communityNeed)).toEqual([])
})

test('a need belongs to the community that lists it, and lies there', () => {
  const told = market()
  const what = { ...list, area: town.district }
  const done = told.tries(what, [community, '08-03 09:00'], words)
  expect(done.ok).toBe(false)
  const own = told.tries(list, [community, '08-03 09:00'], words)
  expect(own).toMatchObject({
    record: {
      state: 'open',
      place: { community: town.community },
      fields: { community: unit.community, street: unit.street },
    },
  })
  expect(told.counts(own)).toEqual([`+listing ${unit.community}`, `+listed ${unit.community}`])
})

test('a day by which it is wanted lies ahead', () => {
  const told = market()
  const on = (neededBy: string) =>
    told.tries(list, [community, '08-03 09:00'], { ...words, neededBy })
  expect(on('2026-08-02')).toMatchObject({ refused: 'isWantedAhead' })
  expect(on('2026-08-03').ok).toBe(true)
})

test('what nobody takes up grows old in sight, and the street brokers it', () => {
  const told = market()
  const id = listNeed(told)
  expect(told.expected(id)).toEqual([])
  expect(told.until('09-02 08:59', id)).toEqual([])
  expect(told.until('09-02 09:00', id)).toEqual(['NeedStayedUnmatched'])
  expect(told.state(id)).toBe('ageing')
  expect(told.fields(id)['aged']).toBe('aged')
  expect(told.expected(id)).toEqual([`${unit.street} broker`])
  expect(told.until('09-16 17:00', id)).toEqual(['BrokeringRanLate'])
  told.step(id, ['broker', street, '09-17 09:00'], { advice: '请城管局腾一间' })
  expect(told.state(id)).toBe('open')
  expect(told.fields(id)).toMatchObject({ aged: 'aged', advice: '请城管局腾一间' })
  expect(told.until('10-17 09:00', id)).toEqual(['NeedStayedUnmatched'])
})

test('growing old is counted where it happens', () => {
  const told = market()
  listNeed(told)
  expect(told.countedBy('09-02 09:00')).toEqual([`+aged ${unit.community}`])
})

test('a need that a unit has come forward for is not withdrawn before the project is declined', () => {
  const { told, need, id } = proposed()
  const withdraws = (moment: string) =>
    told.refused(need, ['withdraw', community, moment], { reason: '自己解决了' })
  expect(withdraws('08-03 10:00')).toBe('nobodyWaits')
  told.step(id, ['decline', community, '08-03 11:00'], { reason: '场地太远' })
  expect(withdraws('08-03 12:00')).toBeUndefined()
  expect(told.state(need)).toBe('withdrawn')
})

test('the limits a city begins with', () => {
  expect(limitsOf(communityNeed)).toEqual({
    'need.matching': '30 个自然日',
    'need.brokering': '10 个工作日',
  })
})

test('communities list, the community withdraws, its street brokers, everybody reads', () => {
  const told = market()
  expect(starters((by) => told.tries(list, [by, '08-03 09:00'], words))).toEqual(
    all(unit.community),
  )
  const id = listNeed(told)
  expect(told.readers(id)).toHaveLength(24)
  expect(told.offered(id)).toEqual({ withdraw: all(unit.community) })
  told.until('09-02 09:00')
  expect(told.offered(id, '09-02 09:30')).toEqual({
    withdraw: all(unit.community),
    broker: all(unit.street),
  })
  expect(told.refused(id, ['withdraw', otherCommunity, '09-02 10:00'], { reason: '不要了' })).toBe(
    'notAllowed',
  )
  told.step(id, ['withdraw', community, '09-02 10:00'], { reason: '自己解决了' })
  expect(told.state(id)).toBe('withdrawn')
  expect(told.offered(id)).toEqual({})
  expect(told.refused(id, ['noteMet', post('clerk', unit.street), '09-02 11:00'])).toBe(
    'notOffered',
  )
})
