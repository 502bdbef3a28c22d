import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { streetEmpowerment } from '../../street-mandate/street-empowerment/kind.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { listDuty, takenOn } from '../../street-mandate/testing/empowered.ts'
import { dutyItem } from '../../street-mandate/duty-item.ts'
import { limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { departmentEvaluation } from '../department-evaluation/kind.ts'
import { graded } from '../department-evaluation/testing.ts'
import { bureau, deputy, formed, secretary, traffic } from '../war-zone-command/testing.ts'
import { zoneOrder } from './kind.ts'

const start = 'zone-order/order'
const order = { matter: '占道经营集中整治', forces: [unit.bureau, unit.traffic] }
const part = (one: number, command: string) => `force/${one}/${command}`
const done = { result: '已清理' }

function ordered(mode: 'daily' | 'emergency' = 'daily') {
  const told = formed([zoneOrder, departmentEvaluation])
  if (mode === 'emergency')
    told.does(told.zone, 'toEmergency', [secretary, '08-03 10:00', { reason: '防汛' }])
  const id = told.begin(start, town.street, [secretary, '08-04 09:00', order])
  const handles = (one: number, by: typeof bureau) => {
    told.does(id, part(one, 'arrive'), [by, '08-04 09:20'])
    told.does(id, part(one, 'handle'), [by, '08-04 11:00', done])
  }
  return { ...told, id, handles }
}

test('the declaration is sound', () => {
  expect(problemsIn(zoneOrder)).toEqual([])
  expect(limitsOf(zoneOrder)).toEqual({
    'zone.arrive.daily': '4 working-hour',
    'zone.arrive.emergency': '30 minute',
    'zone.handle': '3 working-day',
    'zone.whole': '7 working-day',
  })
})

test('no order is given where the city does not work this way', () => {
  const off = tell([zoneOrder], governedWorld([zoneOrder], { practices: [] }))
  expect(off.tries(start, town.street, [secretary, '08-04 09:00', order])).toBe('practiceIsOn')
})

describe('R018', () => {
  test('R018 only the commander of the zone or the delegate orders, reinforces and withdraws', () => {
    const told = formed([zoneOrder])
    const orders = (by: typeof deputy, when: string, area: number = town.street) =>
      told.tries(start, area, [by, when, order])
    for (const by of [deputy, post('leader', unit.street)])
      expect(orders(by, '08-03 10:00')).toBe('onlyTheCommander')
    const other = post('secretary', unit.otherStreet)
    expect(orders(other, '08-03 10:00', town.otherStreet)).toBe('onlyTheCommander')
    told.delegates('2026-08-03', '08-03 10:30')
    expect(orders(deputy, '08-03 11:00')).toBeUndefined()
    expect(orders(deputy, '08-04 11:00')).toBe('onlyTheCommander')
    expect(orders(secretary, '08-04 11:00')).toBeUndefined()
    const [first] = told.all('zone-order').map(({ id }) => id)
    const asks = (command: string) =>
      told.refused(first ?? '', command, [deputy, '08-04 12:00', { forces: [unit.bureau] }])
    expect(asks('reinforce')).toBe('onlyTheCommander')
    expect(asks('withdraw')).toBe('onlyTheCommander')
    told.does(told.zone, 'dissolve', [
      post('leader', unit.committee),
      '08-05 09:00',
      { reason: '改制' },
    ])
    expect(orders(secretary, '08-05 10:00')).toBe('onlyTheCommander')
  })
})

test('only forces that belong to the zone are ordered', () => {
  const told = formed([zoneOrder])
  const orders = (forces: number[]) =>
    told.tries(start, town.street, [secretary, '08-04 09:00', { ...order, forces }])
  expect(orders([])).toBe('namesForces')
  expect(orders([unit.bureau, unit.cityBureau])).toBe('namesForces')
  expect(orders([unit.bureau])).toBeUndefined()
  const [first] = told.all('zone-order').map(({ id }) => id)
  const more = (forces: number[]) =>
    told.refused(first ?? '', 'reinforce', [secretary, '08-04 10:00', { forces }])
  expect(more([unit.cityBureau])).toBe('namesForces')
  expect(more([unit.bureau, unit.traffic])).toBeUndefined()
  expect(told.record(first ?? '').parties.map((one) => one.unit)).toEqual([
    unit.bureau,
    unit.traffic,
  ])
})

describe('the course of it', () => {
  test('forces stay until all have finished; then the street judges each department', () => {
    const told = ordered()
    const arrive = part(unit.bureau, 'arrive')
    expect(told.refused(told.id, arrive, [traffic, '08-04 09:10'])).toBe('notAllowed')
    told.handles(unit.bureau, bureau)
    expect(told.refused(told.id, 'withdraw', [secretary, '08-04 12:00'])).toBe('allHandled')
    told.does(told.id, part(unit.traffic, 'arrive'), [traffic, '08-04 12:00'])
    expect(told.refused(told.id, 'withdraw', [secretary, '08-04 12:10'])).toBe('allHandled')
    told.does(told.id, part(unit.traffic, 'handle'), [traffic, '08-04 13:00', done])
    told.does(told.id, 'withdraw', [secretary, '08-04 14:00'])
    expect(told.state(told.id)).toBe('withdrawn')
    const evaluations = told.all('department-evaluation')
    expect(evaluations.map(({ fields }) => fields['department'])).toEqual([
      unit.bureau,
      unit.traffic,
    ])
    expect(told.counted('zone-order')).toEqual({ ordered: 1, called: 2, withdrawn: 1 })
  })

  test('R116 only the street whose zone it was judges, its commander too, and once', () => {
    const told = ordered()
    told.handles(unit.bureau, bureau)
    told.handles(unit.traffic, traffic)
    told.does(told.id, 'withdraw', [secretary, '08-04 14:00'])
    const [first] = told.all('department-evaluation')
    const judges = (by: typeof bureau, when = '08-05 09:00') =>
      told.refused(first?.id ?? '', 'judgeDepartment', [by, when, graded('department')])
    expect(judges(bureau)).toBe('notAllowed')
    expect(judges(post('secretary', unit.otherStreet))).toBe('notVisible')
    expect(judges(secretary)).toBeUndefined()
    expect(judges(secretary)).toBe('departmentUnjudged')
    const again = told.tries('department-evaluation/invite', town.street, [
      { by: 'effect', of: told.id },
      '08-05 10:00',
      { order: told.id, street: unit.street, department: unit.bureau },
    ])
    expect(again).toBe('claimTaken')
  })

  test('in an emergency forces have half an hour, otherwise four working hours', () => {
    expect(ordered('emergency').until('08-04 09:30')).toEqual([
      'ForceArrivedLate',
      'ForceArrivedLate',
    ])
    const daily = ordered()
    expect(daily.until('08-04 13:30')).toEqual([])
    expect(daily.until('08-04 14:00')).toHaveLength(2)
  })

  test('handling and the whole have their time', () => {
    const told = ordered()
    for (const [one, by] of [[unit.bureau, bureau] as const, [unit.traffic, traffic] as const])
      told.does(told.id, part(one, 'arrive'), [by, '08-04 09:20'])
    expect(told.until('08-07 17:00')).toEqual(['ForceHandledLate', 'ForceHandledLate'])
    expect(told.until('08-13 17:00')).toEqual(['OrderRanLate'])
    expect(told.counted('zone-order')).toEqual({ ordered: 1, called: 2, late: 1 })
  })
})

test('an order is an exercise of the power to dispatch', () => {
  const told = formed([zoneOrder, dutyItem, streetEmpowerment])
  const grant = takenOn({ ...told, duty: listDuty(told) }, 'dispatch')
  told.begin(start, town.street, [secretary, '08-04 09:00', order])
  expect(told.record(grant).fields['uses']).toBe(1)
})

test('who orders, who carries it out, who sees', () => {
  const { world, record, id } = ordered()
  const own = of(['street'])
  const looking = (names: string[]) => of(names, ['leader', 'supervisor', 'secretary'])
  expect(starters(zoneOrder, world, town.street)).toEqual({ order: own })
  expect(seers(zoneOrder, world, record(id))).toEqual([
    ...looking(['citySupervision', 'cityCommittee', 'cityGovernment', 'supervision']),
    ...of(['bureau', 'traffic']),
    ...looking(['committee', 'government']),
    ...own,
  ])
  expect(askers(zoneOrder, world, record(id))).toEqual({
    reinforce: own,
    withdraw: own,
    [part(unit.bureau, 'arrive')]: of(['bureau']),
    [part(unit.traffic, 'arrive')]: of(['traffic']),
  })
})

test('each force handles what it arrived for', () => {
  const told = ordered()
  told.does(told.id, part(unit.bureau, 'arrive'), [bureau, '08-04 09:20'])
  expect(askers(zoneOrder, told.world, told.record(told.id))).toMatchObject({
    [part(unit.bureau, 'handle')]: of(['bureau']),
  })
})
