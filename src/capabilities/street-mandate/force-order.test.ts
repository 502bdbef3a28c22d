import { expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { town, unit } from '../../kernel/testing.ts'
import { forceOrder } from './force-order.ts'
import { askers, of, seers, starters } from './testing/access-table.ts'
import { otherStreet, street, takenOn } from './testing/empowered.ts'
import { bureau, stationed } from './testing/forces.ts'
import { limitsOf } from './testing/told.ts'

const start = 'force-order/order'

function ordered(urgency = 'urgent') {
  const told = stationed([forceOrder])
  told.delegates({ commands: true })
  const data = { force: told.force, matter: '占道经营集中整治', urgency }
  const id = told.begin(start, town.street, [street, '08-04 09:00', data])
  const orders = (by = street, area: number = town.street, when = '08-04 10:00') =>
    told.tries(start, area, [by, when, data])
  return { ...told, id, orders }
}

test('the declaration is sound', () => {
  expect(problemsIn(forceOrder)).toEqual([])
  expect(limitsOf(forceOrder)).toEqual({
    'forceOrder.arrive.urgent': '30 minute',
    'forceOrder.arrive.normal': '4 working-hour',
    'forceOrder.handle': '3 working-day',
    'forceOrder.accept': '2 working-day',
  })
})

test('R011 a street orders a stationed body only while its command is delegated to it', () => {
  const told = stationed([forceOrder])
  const data = { force: told.force, matter: '占道经营集中整治', urgency: 'normal' }
  const orders = (when: string, by = street, area: number = town.street) =>
    told.tries(start, area, [by, when, data])
  expect(orders('08-03 09:30')).toBe('commandIsDelegated')
  told.delegates({ assesses: true })
  expect(orders('08-03 10:30')).toBe('commandIsDelegated')
  told.delegates({ commands: true, until: '2026-08-05' }, '08-03 11:00')
  expect(orders('08-03 11:30', otherStreet, town.otherStreet)).toBe('commandIsDelegated')
  expect(orders('08-03 11:30')).toBeUndefined()
  expect(orders('08-06 09:00')).toBe('commandIsDelegated')
})

test('ordered, there, handled, released', () => {
  const told = ordered()
  expect(told.record(told.id).fields).toMatchObject({
    holder: unit.street,
    department: unit.bureau,
  })
  told.does(told.id, 'arrive', [bureau, '08-04 09:20'])
  told.does(told.id, 'finish', [bureau, '08-04 11:00', { result: '已清理' }])
  told.does(told.id, 'again', [street, '08-04 11:30', { matter: '北侧还有两处' }])
  expect(told.state(told.id)).toBe('arrived')
  told.does(told.id, 'finish', [bureau, '08-04 14:00', { result: '已清理' }])
  told.does(told.id, 'accept', [street, '08-04 15:00'])
  expect(told.state(told.id)).toBe('released')
  expect(told.counted('force-order')).toEqual({ ordered: 1, released: 1 })
})

test('every step has its time, an urgent one half an hour to arrive', () => {
  const urgent = ordered()
  expect(urgent.until('08-04 09:30')).toEqual(['ForceArrivedLate'])
  expect(urgent.counted('force-order')).toEqual({ ordered: 1, arrivedLate: 1 })
  const normal = ordered('normal')
  expect(normal.until('08-04 13:30')).toEqual([])
  expect(normal.until('08-04 14:00')).toEqual(['ForceArrivedLate'])
  normal.does(normal.id, 'arrive', [bureau, '08-04 14:30'])
  expect(normal.until('08-07 17:00')).toEqual(['ForceHandledLate'])
  normal.does(normal.id, 'finish', [bureau, '08-10 09:00', { result: '已清理' }])
  expect(normal.until('08-12 17:00')).toEqual(['ForceReleasedInTime'])
  expect(normal.state(normal.id)).toBe('released')
})

test('an order is an exercise of the power', () => {
  const told = stationed([forceOrder])
  const grant = takenOn(told, 'stationedForce')
  told.delegates({ commands: true }, '08-03 11:30')
  const data = { force: told.force, matter: '占道经营集中整治', urgency: 'normal' }
  told.begin(start, town.street, [street, '08-04 09:00', data])
  expect(told.record(grant).fields['uses']).toBe(1)
})

test('the street orders and accepts, the department carries it out', () => {
  const told = ordered()
  const { world, record, id } = told
  const [own, department] = [of(['street']), of(['bureau'])]
  const may = () => askers(forceOrder, world, record(id))
  const looking = (names: string[]) => of(names, ['leader', 'supervisor', 'secretary'])
  expect(starters(forceOrder, world, town.street)).toEqual({ order: own })
  expect(seers(forceOrder, world, record(id))).toEqual([
    ...looking(['citySupervision', 'cityCommittee', 'cityGovernment', 'supervision']),
    ...department,
    ...looking(['committee', 'government']),
    ...own,
  ])
  expect(may()).toEqual({ arrive: department })
  told.does(id, 'arrive', [bureau, '08-04 09:20'])
  expect(may()).toEqual({ finish: department })
  told.does(id, 'finish', [bureau, '08-04 11:00', { result: '已清理' }])
  expect(may()).toEqual({ accept: own, again: own })
})
