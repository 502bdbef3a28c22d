import { describe, expect, test } from 'vitest'
import { deltasOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { inspectionPlan } from '../inspection-plan/kind.ts'
import { agreedByBoth, proposed } from '../inspection-plan/testing.ts'
import { streetInspectionApproval } from '../street-inspection-approval/kind.ts'
import { applied } from '../street-inspection-approval/testing.ts'
import { tale, type Told, whoMay, whoMayStart } from '../testing.ts'
import { streetInspection } from './kind.ts'

const bureau = post('clerk', unit.bureau)
const street = post('head', unit.street)
const answerer = post('leader', unit.organisation)
const stage = () => tale([streetInspection, inspectionPlan, streetInspectionApproval])
const place = { city: 1, district: 11, street: 111, community: undefined }

function announced(told: Told, data: object = {}, by = bureau): string {
  return told.begin({
    kind: 'street-inspection',
    command: 'announce',
    area: town.street,
    by,
    at: '08-04 09:00',
    data: { matter: '摊区秩序', street: unit.street, visitOn: '2026-08-10', ...data },
  })
}

function reported(told: Told, data: object = {}): string {
  return told.begin({
    kind: 'street-inspection',
    command: 'report',
    area: town.street,
    by: post('clerk', unit.street),
    at: '08-04 09:00',
    data: {
      matter: '突击检查台账',
      street: unit.street,
      department: unit.bureau,
      visitOn: '2026-08-04',
      account: '没有通知就来了',
      ...data,
    },
  })
}

function planned(told: Told, data: object = {}): string {
  const plan = proposed(told, data)
  agreedByBoth(told, plan)
  return plan
}

test('the declaration is sound, with its limits', () => {
  expect(problemsIn(streetInspection)).toEqual([])
  const limits = Object.values(streetInspection.parameters).map(({ default: value }) =>
    asLimit(value),
  )
  expect(limits.map((one) => one && limitText(one))).toEqual(['3 个工作日', '10 个工作日'])
})

describe('R013 what was planned or approved', () => {
  test('R013 an inspection in the plan, or with its own approval, is to be carried out', () => {
    const told = stage()
    const id = announced(told, { plan: planned(told) })
    expect(told.record(id)).toMatchObject({ state: 'announced', place })
    told.step(id, 'carryOut', [bureau, '08-10 09:00', { result: '达标' }])
    expect(told.state(id)).toBe('done')
    const approval = applied(told)
    agreedByBoth(told, approval)
    expect(told.state(announced(told, { approval }))).toBe('announced')
  })

  test('R013 anything else is shown to the street as not approved', () => {
    const told = stage()
    const plan = planned(told)
    const unapproved = [
      announced(told),
      announced(told, { approval: applied(told) }),
      announced(told, { plan: proposed(told, { matter: '另一件' }) }),
      announced(told, { plan }, post('clerk', unit.traffic)),
      announced(told, { plan, street: unit.otherStreet }),
      announced(told, { plan, visitOn: '2027-01-01' }),
      announced(told, { plan: planned(told, { matter: '秋季', beginsOn: '2026-08-11' }) }),
    ]
    expect(new Set(unapproved.map(told.state))).toEqual(new Set(['unapproved']))
  })
})

describe('what nobody approved', () => {
  test('may be declined, or received', () => {
    const told = stage()
    const id = announced(told)
    told.step(id, 'decline', [street, '08-04 10:00'])
    expect(told.state(id)).toBe('declined')
    const other = announced(told)
    told.step(other, 'receive', [street, '08-04 10:00'])
    expect(told.state(other)).toBe('announced')
    told.step(other, 'cancel', [bureau, '08-04 11:00', { reason: '改期' }])
    expect(told.state(other)).toBe('cancelled')
  })

  test('is referred to the district, which answers', () => {
    const told = stage()
    const id = announced(told)
    told.step(id, 'refer', [street, '08-04 10:00', { account: '一周三次' }])
    told.step(id, 'answer', [answerer, '08-05 10:00', { answer: '已要求停止' }])
    expect(told.state(id)).toBe('answered')
  })

  test('is reported by the street when it came without a word', () => {
    const told = stage()
    const id = reported(told)
    expect(told.record(id)).toMatchObject({ state: 'reported', place })
    told.step(id, 'answer', [answerer, '08-05 10:00', { answer: '已要求停止' }])
    expect(() => reported(told, { street: unit.otherStreet })).toThrow('streetsAreWithin')
  })
})

test('nobody inspects beyond their own area', () => {
  expect(() => announced(stage(), { street: unit.foreignStreet })).toThrow('streetsAreWithin')
})

test('who is late is reminded', () => {
  const told = stage()
  announced(told)
  reported(told)
  announced(told, { plan: planned(told) })
  const types = (until: string) => told.city.until(at(until)).map(({ event }) => event.type)
  expect(types('08-07 16:59')).toEqual([])
  expect(types('08-07 17:00')).toEqual(['ChoiceOverdue'])
  expect(types('08-10 17:00')).toEqual(['VisitOverdue'])
  expect(types('08-18 16:59')).toEqual([])
  expect(types('08-18 17:00')).toEqual(['AnswerOverdue'])
})

test('visits are counted under the street, approved or not', () => {
  const told = stage()
  const plan = planned(told)
  const measures = (data: object) => {
    const asked = told.city.ask({
      kind: 'street-inspection',
      command: 'announce',
      actor: bureau,
      at: at('08-04 09:00'),
      place,
      data: { matter: '摊区', street: unit.street, visitOn: '2026-08-10', ...data },
    })
    return (asked.ok ? asked.steps : [])
      .flatMap((step) => deltasOf(streetInspection, told.world, step))
      .filter(({ measure }) => !measure.startsWith('state:'))
      .map(({ measure, unit: own }) => `${measure} ${own}`)
  }
  expect(measures({ plan })).toEqual(['visits 30', 'approved 30'])
  expect(measures({})).toEqual(['visits 30', 'unapproved 30'])
})

test('who may do what', () => {
  const told = stage()
  const id = announced(told)
  const may = () => whoMay(streetInspection, { world: told.world, record: told.record(id) })
  expect(whoMayStart(streetInspection, { world: told.world, place })).toEqual({
    announce: ['市城管局', '东区城管局', '东区交警'].map((one) => `${one} dispatcher clerk head`),
    report: ['前街街道 dispatcher clerk head'],
  })
  const sees = {
    see: [
      '市委',
      '市政府',
      '市委组织部',
      '东区城管局',
      '东区区委',
      '东区政府',
      '东区区委组织部',
      '前街街道',
    ],
  }
  const streets = ['前街街道 dispatcher clerk head leader secretary']
  const own = ['东区城管局 dispatcher clerk head']
  expect(may()).toEqual({
    ...sees,
    decline: streets,
    receive: streets,
    refer: streets,
    cancel: own,
  })
  told.step(id, 'receive', [street, '08-04 10:00'])
  expect(may()).toEqual({ ...sees, carryOut: own, cancel: own })
  const other = reported(told)
  expect(whoMay(streetInspection, { world: told.world, record: told.record(other) })).toEqual({
    ...sees,
    answer: ['东区区委组织部 clerk head leader'],
  })
})
