import { expect, test } from 'vitest'
import { todosOf } from '../../../kernel/derive.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, townWorld, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { practiceIsOn } from '../../../kernel/world.ts'
import { counts, offered, readers } from '../grid-finding/testing.ts'
import { countTermsOf } from '../../../kernel/indicator.ts'
import { demandIndicators } from './indicators.ts'
import { frequentDemandProject } from './kind.ts'
import {
  bureau,
  demands,
  desk,
  july,
  measured,
  plan,
  proposed,
  secretary,
  territory,
} from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(frequentDemandProject)).toEqual([])
})

test('the limits and the threshold a city begins with', () => {
  const texts = Object.entries(frequentDemandProject.parameters).map(
    ([name, { default: value }]) => {
      const limit = asLimit(value)
      return [name, limit === undefined ? value : limitText(limit)]
    },
  )
  expect(Object.fromEntries(texts)).toEqual({
    'demand.threshold': 10,
    'demand.take': '10 个工作日',
    'demand.plan': '20 个工作日',
    'demand.close': '10 个工作日',
  })
})

test('one project per area, kind of demand and period', () => {
  const { told } = proposed()
  expect(told.proposes(territory)).toMatchObject({ refused: 'claimTaken' })
  expect(told.proposes(desk, { leader: unit.committee }, town.district).ok).toBe(true)
  expect(told.proposes(desk, { from: '2026-04-01', to: '2026-06-30' })).toMatchObject({
    refused: 'demandIsHigh',
  })
})

test('a period is whole and over', () => {
  const told = demands(1)
  told.appeals(['07-10'])
  expect(told.proposes(desk, { from: '2026-07-02' })).toMatchObject({ refused: 'periodIsWhole' })
  expect(told.proposes(desk, { from: '2026-08-01', to: '2026-08-31' })).toMatchObject({
    refused: 'periodIsWhole',
  })
})

test('the secretary named is the area’s own, and the leading unit serves it', () => {
  const told = demands(1)
  told.appeals(['07-10'])
  for (const leader of [unit.committee, unit.otherStreet, unit.bureau, unit.community, 9999])
    expect(told.proposes(desk, { leader })).toMatchObject({ refused: 'leaderLeadsHere' })
  const { told: own, id } = proposed()
  own.step(id, ['takeOn', secretary, '08-04 09:00'])
  expect(own.refused(id, ['setPlan', secretary, '08-04 10:00'], { ...plan, lead: 21 })).toBe(
    'leadServesHere',
  )
})

test('a committee’s head or secretary takes on what is the district’s', () => {
  for (const role of ['head', 'secretary'] as const) {
    const told = demands(1)
    told.appeals(['07-10'])
    const done = told.proposes(desk, { leader: unit.committee }, town.district)
    const id = done.ok ? done.record.id : ''
    expect(told.refused(id, ['takeOn', post(role, unit.committee), '08-04 09:00'])).toBeUndefined()
  }
})

test('what nobody takes on, plans or signs off runs late; who is expected follows the count', () => {
  const { told, id } = proposed()
  const expected = () => {
    const record = told.city.record(id)
    return record === undefined
      ? []
      : todosOf(frequentDemandProject, told.world, record).map((one) => [
          one.unit,
          one.command,
          one.due,
        ])
  }
  const events = (until: string) =>
    told.city
      .until(at(until))
      .filter((step) => step.after.id === id)
      .map((step) => step.event.type)
  expect(expected()).toEqual([[unit.street, 'takeOn', at('08-17 17:00')]])
  expect(events('08-17 17:00')).toEqual(['DemandTakeRanLate'])
  told.step(id, ['takeOn', secretary, '08-18 09:00'])
  expect(expected()).toEqual([[unit.street, 'setPlan', at('09-15 17:00')]])
  expect(events('09-15 17:00')).toEqual(['DemandPlanRanLate'])
  const late = { ...plan, compareFrom: '2026-10-01', compareTo: '2026-10-31' }
  told.step(id, ['setPlan', secretary, '09-16 09:00'], late)
  expect(expected()).toEqual([[unit.bureau, 'progress', at('11-01 17:00')]])
  expect(events('11-01 17:00')).toEqual(['DemandMeasured'])
  expect(expected()).toEqual([[unit.street, 'close', at('11-13 17:00')]])
  expect(events('11-13 17:00')).toEqual(['DemandCloseRanLate'])
  const stands = measured(['09-10', '09-11', '09-12'])
  const record = stands.told.city.record(stands.id)
  const todos = record && todosOf(frequentDemandProject, stands.told.world, record)
  expect(todos?.map((one) => one.command)).toEqual(['again'])
})

test('who proposes, leads, works on it and reads it', () => {
  const start = demands(1)
  start.appeals(['07-10'])
  for (const [role, by] of [
    ['dispatcher', unit.desk],
    ['head', unit.desk],
    ['dispatcher', unit.street],
    ['head', unit.street],
  ] as const) {
    const told = demands(1)
    told.appeals(['07-10'])
    expect(told.proposes(post(role, by)).ok).toBe(true)
  }
  for (const by of [
    bureau,
    secretary,
    post('supervisor', unit.supervision),
    post('agent', unit.desk),
  ])
    expect(start.proposes(by)).toMatchObject({ refused: 'notAllowed' })
  const { told, id } = proposed()
  const own = (...roles: readonly string[]) => [`${unit.street}: ${roles.join(' ')}`]
  expect(offered(told, id, frequentDemandProject)).toEqual({
    takeOn: own('secretary'),
    decline: own('secretary'),
  })
  told.step(id, ['takeOn', secretary, '08-04 09:00'])
  expect(offered(told, id, frequentDemandProject)).toEqual({
    setPlan: own('secretary'),
  })
  told.step(id, ['setPlan', secretary, '08-04 10:00'], plan)
  expect(offered(told, id, frequentDemandProject)).toEqual({
    progress: [`${unit.bureau}: clerk dispatcher head secretary`, ...own('head', 'secretary')],
  })
  told.step(id, ['progress', bureau, '08-05 10:00'], { words: '已划定疏导区' })
  const seen = [
    '1: dispatcher head',
    '3: head supervisor',
    '10: dispatcher head',
    '11: head supervisor',
    '13: clerk dispatcher head secretary',
    '30: dispatcher head secretary',
  ]
  expect(readers(told, id)).toEqual(seen)
  const { told: done, id: fell } = measured(['09-10'])
  expect(offered(done, fell, frequentDemandProject)).toEqual({
    close: own('secretary'),
    again: own('secretary'),
    giveUp: own('secretary'),
  })
})

test('a street that leads for its district sees what it leads', () => {
  const told = demands(1)
  told.appeals(['07-10'])
  const done = told.proposes(desk, { leader: unit.committee }, town.district)
  expect(readers(told, done.ok ? done.record.id : '')).toContain('15: head secretary')
})

test('both counts enter the comparison together, and a closed project counts', () => {
  const told = demands(1)
  told.appeals(['07-10'])
  expect(counts(told, frequentDemandProject, told.proposes(desk))).toEqual(['+proposed@08-03'])
  const { told: one, id } = proposed()
  one.step(id, ['takeOn', secretary, '08-04 09:00'])
  one.step(id, ['setPlan', secretary, '08-04 10:00'], plan)
  one.appeals(['09-10'])
  const steps = one.city.until(at('10-01 17:00'))
  const last = steps.filter((step) => step.after.id === id).at(-1)
  const asDone = last && { ok: true as const, record: last.after, steps: [last] }
  expect(asDone && counts(one, frequentDemandProject, asDone)).toEqual([
    '+before@08-03',
    '+after@08-03',
  ])
  expect(one.city.record(id)?.counted).toEqual({ before: 3, after: 1 })
  const closed = one.does(id, 'close', {
    by: secretary,
    at: '10-08 09:00',
    data: { result: '同类诉求下降' },
  })
  expect(counts(one, frequentDemandProject, closed)).toEqual(['+closed@08-03'])
  const [rate] = demandIndicators
  const named = (rate === undefined ? [] : countTermsOf(rate)).map((term) => term.measure)
  expect(named.filter((name) => !(name in frequentDemandProject.counters))).toEqual([])
})

test('a declined project is over, and with the practice off nothing is proposed', () => {
  const { told, id } = proposed()
  told.step(id, ['decline', secretary, '08-04 09:00'], { reason: '已有专项' })
  expect(told.state(id)).toBe('declined')
  const world = townWorld([frequentDemandProject])
  expect(practiceIsOn(world, 'frequent-demand-project', at('08-03 09:00'))).toBe(true)
  const off = demands(1)
  off.appeals(['07-10'])
  off.city.setWorld({
    ...off.world,
    practices: off.world.practices.filter((one) => one.name !== 'frequent-demand-project'),
  })
  expect(off.proposes(desk, july)).toMatchObject({ refused: 'practiceIsOn' })
})
