import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { internalBody } from '../internal-body.ts'
import { askers, everyone, of, seers, starters } from '../testing/access-table.ts'
import { street, withDuty } from '../testing/empowered.ts'
import { type Data, limitsOf } from '../testing/told.ts'
import { setupIndicators } from './indicators.ts'
import { streetOrgSetup } from './kind.ts'

const kind = 'street-org-setup'
const keeper = post('arbiter', unit.arbiter)
const completed = { document: '东编〔2026〕5号', setUpOn: '2026-08-10' }

function planned(template: string) {
  const told = withDuty([streetOrgSetup, internalBody])
  const setup = told.begin(`${kind}/plan`, town.street, [keeper, '08-03 10:00', { template }])
  const adds = (name: string, data: Data = {}) =>
    told.tries('internal-body/add', town.street, [
      street,
      '08-03 11:00',
      { setup, name, sort: 'office', area: 'party', duty: told.duty, ...data },
    ])
  const completes = (when = '08-10 09:00') =>
    told.refused(setup, 'complete', [keeper, when, completed])
  return { ...told, setup, adds, completes }
}

function fiveThree() {
  const told = planned('fiveThree')
  for (const name of ['一办', '二办', '三办', '四办', '五办']) told.adds(name)
  for (const name of ['一中心', '二中心']) told.adds(name, { sort: 'centre' })
  return told
}

test('the declaration is sound', () => {
  expect(problemsIn(streetOrgSetup)).toEqual([])
  expect(limitsOf(streetOrgSetup)).toEqual({ 'setup.complete': '90 working-day' })
})

test('a street has one set-up at a time', () => {
  const told = planned('custom')
  const again = (area: number) =>
    told.tries(`${kind}/plan`, area, [keeper, '08-03 11:00', { template: 'custom' }])
  expect(again(town.street)).toBe('claimTaken')
  expect(again(town.district)).toBe('isAStreet')
  expect(told.record(told.setup)).toMatchObject({
    title: '前街街道内设机构',
    fields: { holder: unit.street },
  })
  told.does(told.setup, 'dissolve', [keeper, '08-03 12:00', { reason: '方案重拟' }])
  expect(again(town.street)).toBeUndefined()
})

describe('completing', () => {
  test('R111 it is not done while a body serves no duty of the street', () => {
    const told = planned('custom')
    told.adds('综合办', { duty: '' })
    expect(told.completes()).toBe('everyBodyServesADuty')
    const [body] = told.all('internal-body')
    told.does(body?.id ?? '', 'map', [street, '08-04 09:00', { duty: told.duty }])
    expect(told.completes()).toBeUndefined()
    expect(told.all('internal-body')[0]?.state).toBe('inPlace')
  })

  test('the pattern of five offices and three centres is kept', () => {
    const told = fiveThree()
    expect(told.completes()).toBe('fitsTheTemplate')
    told.adds('三中心', { sort: 'centre' })
    expect(told.completes()).toBeUndefined()
    expect(told.counted(kind)).toEqual({ setUp: 1, fiveThree: 1 })
    expect(told.counted('internal-body')).toEqual({
      inPlace: 8,
      fiveThreeOffices: 5,
      fiveThreeCentres: 3,
    })
    const four = planned('fiveThree')
    for (const name of ['一', '二', '三', '四']) four.adds(name)
    for (const name of ['甲', '乙', '丙']) four.adds(name, { sort: 'centre' })
    expect(four.completes()).toBe('fitsTheTemplate')
  })

  test('comprehensive bodies cover four areas; a pattern of the city’s own has some body', () => {
    const told = planned('comprehensive')
    for (const area of ['party', 'management', 'service']) told.adds(area, { area })
    expect(told.completes()).toBe('fitsTheTemplate')
    told.adds('平安办', { area: 'safety' })
    expect(told.completes()).toBeUndefined()
    expect(told.counted(kind)).toEqual({ setUp: 1 })
    expect(planned('custom').completes()).toBe('fitsTheTemplate')
  })

  test('the pattern is changed only before bodies are listed', () => {
    const told = planned('custom')
    const change = () =>
      told.refused(told.setup, 'changeTemplate', [
        keeper,
        '08-03 12:00',
        { template: 'comprehensive' },
      ])
    expect(change()).toBeUndefined()
    told.adds('综合办')
    expect(change()).toBe('hasNoBodies')
  })

  test('it has ninety working days', () => {
    expect(planned('custom').until('12-31 17:00')).toEqual(['SetupRanLate'])
  })
})

test('F05 counts streets set up, F64 offices and centres of the pattern', () => {
  expect(
    setupIndicators.map(({ id, part, references }) => [id, part, references?.[0]?.value]),
  ).toEqual([
    ['F05', undefined, 0.953],
    ['F64', 'offices', 5],
    ['F64', 'centres', 3],
  ])
})

test('the organ for posts and the street plan, the organ completes, all read', () => {
  const { world, record, setup, adds, completes } = planned('custom')
  const keepers = of(['cityArbiter', 'arbiter'], ['clerk', 'head', 'arbiter'])
  const both = [...keepers, ...of(['street'])]
  const may = () => askers(streetOrgSetup, world, record(setup))
  expect(starters(streetOrgSetup, world, town.street)).toEqual({ plan: both })
  expect(seers(streetOrgSetup, world, record(setup))).toEqual(everyone.slice(0, -2))
  expect(may()).toEqual({ complete: keepers, changeTemplate: both, dissolve: keepers })
  adds('综合办')
  completes()
  expect(may()).toEqual({ dissolve: keepers })
})
