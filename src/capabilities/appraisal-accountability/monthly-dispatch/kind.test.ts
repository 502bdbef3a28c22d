import { expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { askers, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, tell } from '../../street-mandate/testing/told.ts'
import { all, ofCommunity, ownAndAbove, secretary } from '../testing/owned.ts'
import { monthlyDispatchIndicators } from './indicators.ts'
import { monthlyDispatch } from './kind.ts'
import { monthNames } from './months.ts'

const kind = 'monthly-dispatch'
const plan: Data = {
  unit: unit.street,
  year: 2026,
  title: '2026 年党建要点',
  plan: '三件事逐月推进',
}
const words = { words: '两个小区已成立自管会' }

function planned(moment = '01-06 09:00', world = governedWorld([monthlyDispatch])) {
  const told = tell([monthlyDispatch], world)
  const id = told.begin(`${kind}/plan`, town.street, [secretary, moment, plan])
  return { told, id }
}

test('the declaration is sound', () => {
  expect(problemsIn(monthlyDispatch)).toEqual([])
})

test('a unit plans its own year, once', () => {
  const { told } = planned()
  const tries = (data: Data, by = secretary) =>
    told.tries(`${kind}/plan`, town.community, [by, '01-06 10:00', { ...plan, ...data }])
  expect(tries({})).toBe('claimTaken')
  expect(tries({ unit: unit.otherStreet })).toBe('isOwnUnit')
  expect(tries({ year: 2027 })).toBe('isThisYear')
  const bureau = { unit: unit.bureau }
  const department = told.begin(`${kind}/plan`, town.community, [
    post('head', unit.bureau),
    '01-06 10:00',
    { ...plan, ...bureau },
  ])
  expect(told.record(department)).toMatchObject({
    place: { district: town.district },
    fields: { superior: unit.committee, office: unit.organisation },
  })
})

test('R046 a month without a dispatch says so for good, and all twelve can be quoted', () => {
  const { told, id } = planned()
  told.does(id, 'dispatch', [secretary, '01-20 09:00', words])
  expect(told.state(id)).toBe('noted')
  told.does(id, 'dispatch', [secretary, '01-28 09:00', { words: '再添一个' }])
  expect(told.until('01-31 17:00')).toEqual(['MonthPassed'])
  expect(told.record(id).fields).toMatchObject({
    month1: '两个小区已成立自管会；再添一个',
    passed: 1,
    dueOn: '2026-02-28',
  })
  expect(told.until('02-28 17:00')).toEqual(['MonthPassed'])
  told.does(id, 'dispatch', [secretary, '03-02 09:00', words])
  expect(told.record(id).fields).toMatchObject({ month2: '未调度', month3: words.words })
  expect(told.counted(kind)).toEqual({ elapsed: 2, dispatched: 1 })
  expect(told.until('12-31 16:00').length).toBe(9)
  expect(told.until('12-31 17:00')).toEqual(['MonthPassed'])
  expect(told.state(id)).toBe('over')
  const { fields } = told.record(id)
  expect(monthNames.map((name) => fields[name])).toEqual([
    '两个小区已成立自管会；再添一个',
    '未调度',
    words.words,
    ...Array.from({ length: 9 }, () => '未调度'),
  ])
  expect(fields['dueOn']).toBeUndefined()
  expect(told.counted(kind)).toEqual({ elapsed: 12, dispatched: 2 })
})

test('R046 begun late, the months before are without one, but not those before the practice', () => {
  const { told, id } = planned('04-10 09:00')
  expect(told.record(id).fields).toMatchObject({
    month1: '未调度',
    month3: '未调度',
    passed: 3,
    dueOn: '2026-04-30',
  })
  expect(told.counted(kind)).toEqual({ elapsed: 3 })
  const practices = [{ name: kind, from: at('03-01 00:00'), parameters: {} }]
  const fresh = planned('04-10 09:00', governedWorld([monthlyDispatch], { practices }))
  expect(fresh.told.record(fresh.id).fields).toMatchObject({
    month2: '尚未实行',
    month3: '未调度',
  })
  expect(fresh.told.counted(kind)).toEqual({ elapsed: 1 })
  const off = tell([monthlyDispatch], governedWorld([monthlyDispatch], { practices: [] }))
  expect(off.tries(`${kind}/plan`, town.street, [secretary, '04-10 09:00', plan])).toBe(
    'practiceIsOn',
  )
})

test('F73 is months with a dispatch over months that are over; the present one is not counted', () => {
  const { told, id } = planned()
  told.until('02-28 17:00')
  told.does(id, 'dispatch', [secretary, '03-02 09:00', words])
  const value = () =>
    monthlyDispatchIndicators.map(
      (one) =>
        figureOf(
          one,
          ofCounts(({ measure }) => told.counted(kind)[measure] ?? 0),
        ).value,
    )
  expect(value()).toEqual([0])
  told.until('04-30 17:00')
  expect(value()).toEqual([0.25])
})

test('who begins, who sees, who may ask what', () => {
  const { told, id } = planned()
  expect(starters(monthlyDispatch, told.world, town.community)).toEqual({
    plan: all(
      'cityBureau',
      'cityCommittee',
      'bureau',
      'traffic',
      'committee',
      'street',
      'community',
    ),
  })
  expect(seers(monthlyDispatch, told.world, told.record(id))).toEqual(ownAndAbove)
  const below = told.begin(`${kind}/plan`, town.community, [
    post('secretary', unit.community),
    '01-06 10:00',
    { ...plan, unit: unit.community },
  ])
  expect(seers(monthlyDispatch, told.world, told.record(below))).toEqual(ofCommunity)
  expect(askers(monthlyDispatch, told.world, told.record(id))).toEqual({ dispatch: all('street') })
  told.does(id, 'dispatch', [secretary, '01-20 09:00', words])
  expect(askers(monthlyDispatch, told.world, told.record(id))).toEqual({ dispatch: all('street') })
})
