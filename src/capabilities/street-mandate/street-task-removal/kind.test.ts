import { expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { tale, type Told, whoMay, whoMayStart } from '../testing.ts'
import { streetTaskRemoval } from './kind.ts'
import { isStreet, mustBeRemoved, removalStanding } from './standing.ts'

const organiser = post('clerk', unit.organisation)
const street = post('clerk', unit.street)
const verifier = post('supervisor', unit.supervision)
const removed = { documentNumber: '东发〔2026〕3号', removedOn: '2026-08-04' }

function register(told: Told, data: object = {}, by = street): string {
  return told.begin({
    kind: 'street-task-removal',
    command: 'register',
    area: town.street,
    by,
    at: '08-03 09:00',
    data: { name: '年度招商指标', taskKind: 'investment', street: unit.street, ...data },
  })
}

function registered(data: object = {}): { readonly told: Told; readonly id: string } {
  const told = tale([streetTaskRemoval])
  return { told, id: register(told, data) }
}

test('the declaration is sound, and its limits are 15 and 10 working days', () => {
  expect(problemsIn(streetTaskRemoval)).toEqual([])
  const limits = Object.values(streetTaskRemoval.parameters).map(({ default: value }) => {
    const limit = asLimit(value)
    return limit && limitText(limit)
  })
  expect(limits).toEqual(['15 个工作日', '10 个工作日'])
})

test('a task is planned away, removed by a document, verified; what comes back is told and answered', () => {
  const { told, id } = registered()
  told.step(id, 'plan', [organiser, '08-03 10:00', { dueOn: '2026-08-10' }])
  expect(told.city.until(at('08-10 17:00')).map(({ event }) => event.type)).toEqual([
    'RemovalOverdue',
  ])
  told.step(id, 'remove', [organiser, '08-11 10:00', removed])
  told.step(id, 'doubt', [verifier, '08-12 10:00', { note: '仍有指标' }])
  expect(told.state(id)).toBe('carrying')
  told.step(id, 'remove', [organiser, '08-13 10:00', removed])
  told.step(id, 'verify', [verifier, '08-14 10:00'])
  told.step(id, 'reportRelapse', [street, '08-17 10:00', { note: '改叫营商服务' }])
  expect(told.state(id)).toBe('relapsed')
  told.step(id, 'settle', [organiser, '08-18 10:00', { note: '已责令收回' }])
  expect(told.state(id)).toBe('verified')
})

test('who verifies and who answers is reminded when it takes too long', () => {
  const { told, id } = registered()
  told.step(id, 'remove', [organiser, '08-03 10:00', removed])
  expect(told.city.until(at('08-24 16:59')).length).toBe(0)
  expect(told.city.until(at('08-24 17:00')).map(({ event }) => event.type)).toEqual([
    'VerificationOverdue',
  ])
  told.step(id, 'verify', [verifier, '08-25 10:00'])
  told.step(id, 'reportRelapse', [street, '08-26 10:00', { note: '变相下派' }])
  expect(told.city.until(at('09-09 16:59')).length).toBe(0)
  expect(told.city.until(at('09-09 17:00')).map(({ event }) => event.type)).toEqual([
    'RelapseOverdue',
  ])
})

test('other tasks are lifted without a verification', () => {
  const { told, id } = registered({ taskKind: 'other', name: '代征' })
  expect(told.state(id)).toBe('otherCarried')
  told.step(id, 'lift', [organiser, '08-04 10:00', removed])
  expect(told.state(id)).toBe('lifted')
})

test('a street has one record of each of the two tasks, and as many other ones as have names', () => {
  const { told } = registered()
  expect(() => register(told, { name: '招商小组' })).toThrow('claimTaken')
  register(told, { taskKind: 'tax' })
  register(told, { taskKind: 'other', name: '甲' })
  register(told, { taskKind: 'other', name: '乙' })
  expect(() => register(told, { taskKind: 'other', name: '甲' })).toThrow('claimTaken')
})

test('a record lies in its street, and nobody registers for a street beyond their own area', () => {
  const told = tale([streetTaskRemoval])
  const id = register(told, {}, organiser)
  expect(told.record(id).place).toEqual({
    city: 1,
    district: 11,
    street: 111,
    community: undefined,
  })
  expect(() => register(told, { street: unit.otherStreet })).toThrow('streetsAreWithin')
  expect(() => register(told, { street: unit.foreignStreet }, organiser)).toThrow(
    'streetsAreWithin',
  )
  expect(() => register(told, { street: unit.bureau }, organiser)).toThrow('streetsAreWithin')
})

test('R001 the class of the city decides where the tasks must be gone, or else the centre', () => {
  const area = { code: 111, level: 'street', type: '街道', name: '前街' } as const
  const central = { ...area, flags: ['central'] }
  const now = at('08-03 09:00')
  const other = governedWorld([streetTaskRemoval])
  for (const value of ['municipality', 'subprovincial', 'capital', 'developed']) {
    const dated = [{ from: 0, version: '1', value }]
    const world = { ...other, parameters: { ...other.parameters, 'city.class': dated } }
    expect(removalStanding(area, true, { world, at: now })).toBe('未取消（应取消）')
  }
  expect(removalStanding(area, true, { world: other, at: now })).toBe('逐步推开')
  expect(removalStanding(central, true, { world: other, at: now })).toBe('未取消（应取消）')
  expect(removalStanding(central, false, { world: other, at: now })).toBe('已取消')
  expect(mustBeRemoved({ ...central, type: '镇' }, other, now)).toBe(false)
  expect([isStreet({ area }), isStreet({ area: { ...area, type: '镇' } })]).toEqual([true, false])
})

test('who may do what', () => {
  const { told, id } = registered()
  const may = () => whoMay(streetTaskRemoval, { world: told.world, record: told.record(id) })
  const everyone = { see: ['everyone'] }
  const organisers = ['市委组织部 clerk head', '东区区委组织部 clerk head']
  const verifiers = ['市督查室 head supervisor', '东区督查室 head supervisor']
  const { place } = told.record(id)
  expect(whoMayStart(streetTaskRemoval, { world: told.world, place })).toEqual({
    register: [organisers[0], organisers[1], '前街街道 dispatcher clerk head'],
  })
  expect(may()).toEqual({ ...everyone, plan: organisers, remove: organisers })
  told.step(id, 'plan', [organiser, '08-03 10:00', { dueOn: '2026-08-10' }])
  expect(may()).toEqual({ ...everyone, remove: organisers })
  told.step(id, 'remove', [organiser, '08-03 11:00', removed])
  expect(may()).toEqual({ ...everyone, verify: verifiers, doubt: verifiers })
  told.step(id, 'verify', [verifier, '08-03 12:00'])
  const streets = ['前街街道 dispatcher clerk head leader secretary']
  expect(may()).toEqual({ ...everyone, reportRelapse: streets })
  told.step(id, 'reportRelapse', [street, '08-03 13:00', { note: '变相' }])
  expect(may()).toEqual({ ...everyone, settle: organisers })
  const other = register(told, { taskKind: 'other' })
  expect(whoMay(streetTaskRemoval, { world: told.world, record: told.record(other) })).toEqual({
    ...everyone,
    lift: organisers,
  })
})
