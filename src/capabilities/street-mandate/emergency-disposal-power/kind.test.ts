import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../testing/access-table.ts'
import { proposed, takenOn, withDuty } from '../testing/empowered.ts'
import { type Data, limitsOf } from '../testing/told.ts'
import { emergencyDisposalPower } from './kind.ts'

const start = 'emergency-disposal-power/order'
const head = post('head', unit.street)
const bureau = post('clerk', unit.bureau)
const traffic = post('clerk', unit.traffic)
const order = {
  matter: '主管道爆裂，路面塌陷',
  grounds: '区应急预案',
  scope: '前街 12 号至 30 号',
  startsAt: at('08-04 09:00'),
  endsAt: at('08-06 20:00'),
  called: [unit.bureau, unit.traffic],
}
const words = { words: '已封闭路段' }
const respond = (one: number) => `department/${one}/respond`

function held(power = 'emergency') {
  const told = withDuty([emergencyDisposalPower])
  const grant = takenOn(told, power)
  const orders = (data: Data = {}, when = '08-04 09:00') =>
    told.tries(start, town.street, [head, when, { ...order, ...data }])
  return { ...told, grant, orders }
}

function inForce() {
  const told = held()
  const id = told.begin(start, town.street, [head, '08-04 09:00', order])
  return { ...told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(emergencyDisposalPower)).toEqual([])
  expect(limitsOf(emergencyDisposalPower)).toEqual({
    'emergency.respond': '30 minute',
    'emergency.review': '10 working-day',
  })
})

describe('ordering', () => {
  test('R015 only a street that holds the power in force orders', () => {
    expect(held('planning').orders()).toBe('streetHoldsThePower')
    const waiting = withDuty([emergencyDisposalPower])
    proposed(waiting, 'emergency')
    expect(waiting.tries(start, town.street, [head, '08-04 09:00', order])).toBe(
      'streetHoldsThePower',
    )
    const told = held()
    expect(told.orders()).toBeUndefined()
    expect(told.record(told.grant).fields['uses']).toBe(1)
    const district = post('leader', unit.government)
    const recall = { document: '东政发〔2026〕9号', reason: '应急结束' }
    told.does(told.grant, 'recall', [district, '08-05 09:00', recall])
    expect(told.orders({}, '08-05 10:00')).toBe('streetHoldsThePower')
  })

  test('R015 an order has a scope, a start and an end that is still to come', () => {
    const { orders } = held()
    for (const missing of ['scope', 'startsAt', 'endsAt'])
      expect(orders({ [missing]: null })).toBe('hasStartScopeAndEnd')
    expect(orders({ endsAt: order.startsAt })).toBe('hasStartScopeAndEnd')
    expect(orders({}, '08-07 09:00')).toBe('hasStartScopeAndEnd')
    expect(orders()).toBeUndefined()
  })
})

describe('the course of it', () => {
  test('R015 after its end nothing is added, whoever asks', () => {
    const told = inForce()
    const late = '08-06 20:00'
    const more = { called: [unit.cityBureau] }
    expect(told.refused(told.id, 'act', [head, '08-06 19:59', words])).toBeUndefined()
    expect(told.refused(told.id, 'act', [head, late, words])).toBe('hasNotEnded')
    expect(told.refused(told.id, 'call', [head, late, more])).toBe('hasNotEnded')
    expect(told.refused(told.id, respond(unit.bureau), [bureau, late, words])).toBe('hasNotEnded')
    expect(told.until('08-07 17:00')).toContain('EmergencyRanOut')
    expect(told.state(told.id)).toBe('reviewing')
  })

  test('departments respond, each for itself, within half an hour; more are called once', () => {
    const told = inForce()
    const own = respond(unit.bureau)
    expect(told.refused(told.id, own, [traffic, '08-04 09:10', words])).toBe('notAllowed')
    told.does(told.id, own, [bureau, '08-04 09:10', words])
    expect(told.until('08-04 09:30')).toEqual(['ResponseRanLate'])
    told.does(told.id, 'call', [head, '08-04 10:00', { called: [unit.bureau, unit.cityBureau] }])
    const { parties } = told.record(told.id)
    expect(Object.fromEntries(parties.map((one) => [one.unit, one.state]))).toEqual({
      [unit.bureau]: 'responded',
      [unit.traffic]: 'called',
      [unit.cityBureau]: 'called',
    })
  })

  test('it is lifted early, looked back on, and counted', () => {
    const told = inForce()
    told.does(told.id, respond(unit.bureau), [bureau, '08-04 09:10', words])
    told.does(told.id, 'lift', [head, '08-05 09:00'])
    expect(told.until('08-19 17:00')).toContain('EmergencyReviewRanLate')
    told.does(told.id, 'review', [head, '08-20 09:00', { lessons: '阀门位置要上图' }])
    expect(told.state(told.id)).toBe('reviewed')
    expect(told.counted('emergency-disposal-power')).toEqual({
      ordered: 1,
      responded: 1,
      reviewed: 1,
    })
  })
})

test('who orders, who responds, and who is told above', () => {
  const told = inForce()
  const { world, record, id } = told
  const may = () => askers(emergencyDisposalPower, world, record(id))
  const own = of(['street'])
  expect(starters(emergencyDisposalPower, world, town.street)).toEqual({
    order: of(['street'], ['head', 'leader', 'secretary']),
  })
  const above = (names: string[]) =>
    of(names, ['clerk', 'head', 'leader', 'supervisor', 'secretary'])
  expect(seers(emergencyDisposalPower, world, record(id))).toEqual([
    ...above(['citySupervision', 'cityCommittee', 'cityGovernment', 'supervision']),
    ...of(['bureau', 'traffic']),
    ...above(['committee', 'government']),
    ...own,
  ])
  expect(may()).toEqual({
    act: own,
    call: own,
    lift: own,
    [respond(unit.bureau)]: of(['bureau']),
    [respond(unit.traffic)]: of(['traffic']),
  })
  const { tells } = emergencyDisposalPower.starts.order
  expect(tells).toEqual(expect.arrayContaining(['government', 'committee']))
  told.does(id, 'lift', [head, '08-05 09:00'])
  expect(may()).toMatchObject({ review: own })
})
