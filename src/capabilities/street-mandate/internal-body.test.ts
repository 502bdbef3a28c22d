import { expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { post, town, unit } from '../../kernel/testing.ts'
import { internalBody } from './internal-body.ts'
import { streetOrgSetup } from './street-org-setup/kind.ts'
import { askers, everyone, of, seers, starters } from './testing/access-table.ts'
import { listDuty, otherStreet, street, withDuty } from './testing/empowered.ts'
import type { Data } from './testing/told.ts'

const keeper = post('arbiter', unit.arbiter)

function planned(template = 'custom') {
  const told = withDuty([streetOrgSetup, internalBody])
  const plan = { template }
  const setup = told.begin('street-org-setup/plan', town.street, [keeper, '08-03 10:00', plan])
  const body = { setup, name: '综合办', sort: 'office', area: 'party', duty: told.duty }
  const adds = (data: Data = {}, by = street, area: number = town.street) =>
    told.tries('internal-body/add', area, [by, '08-03 11:00', { ...body, ...data }])
  const completes = () =>
    told.does(setup, 'complete', [
      keeper,
      '08-03 12:00',
      { document: '东编〔2026〕5号', setUpOn: '2026-08-03' },
    ])
  return { ...told, setup, adds, completes }
}

test('the declaration is sound', () => {
  expect(problemsIn(internalBody)).toEqual([])
})

test('a body belongs to the set-up of its own street, under one name', () => {
  const told = planned()
  expect(told.adds({}, otherStreet, town.otherStreet)).toBe('belongsToTheStreet')
  expect(told.adds({ setup: 'none' })).toBe('belongsToTheStreet')
  expect(told.adds()).toBeUndefined()
  expect(told.adds()).toBe('claimTaken')
  told.does(told.setup, 'dissolve', [keeper, '08-03 12:00', { reason: '方案重拟' }])
  expect(told.adds({ name: '平安办' })).toBe('belongsToTheStreet')
})

test('R111 once a street is set up, a body is added only with a duty it serves', () => {
  const told = planned()
  told.adds()
  told.completes()
  const withdrawn = listDuty(told, { number: '1.2', type: 'withdrawn', lead: '城市管理' })
  for (const duty of ['', withdrawn])
    expect(told.adds({ name: '平安办', duty })).toBe('servesADutyOnceSetUp')
  expect(told.adds({ name: '平安办' })).toBeUndefined()
  expect(told.all('internal-body').map(({ state }) => state)).toEqual(['inPlace', 'inPlace'])
})

test('R111 a body is mapped to a duty in force, never to none', () => {
  const told = planned()
  told.adds({ duty: '' })
  const [body] = told.all('internal-body')
  expect(body?.state).toBe('planned')
  const maps = (duty: string) =>
    told.refused(body?.id ?? '', 'map', [street, '08-03 12:00', { duty }])
  expect(maps('')).toBe('servesADuty')
  expect(maps(told.duty)).toBeUndefined()
  told.does(body?.id ?? '', 'abolish', [keeper, '08-03 13:00', { reason: '并入党群办' }])
  expect(told.state(body?.id ?? '')).toBe('abolished')
})

test('the organ for posts and the street list bodies, the organ abolishes, all read', () => {
  const told = planned()
  told.adds()
  const [body] = told.all('internal-body')
  if (body === undefined) throw new Error('no body')
  const keepers = of(['cityArbiter', 'arbiter'], ['clerk', 'head', 'arbiter'])
  const both = [...keepers, ...of(['street'])]
  expect(starters(internalBody, told.world, town.street)).toEqual({ add: both })
  expect(seers(internalBody, told.world, body)).toEqual(everyone.slice(0, -2))
  expect(askers(internalBody, told.world, body)).toEqual({ map: both, abolish: keepers })
  told.completes()
  expect(told.counted('internal-body')).toEqual({ inPlace: 1 })
})

test('offices and centres of the pattern are counted apart', () => {
  const told = planned('fiveThree')
  for (const name of ['一办', '二办', '三办', '四办', '五办']) told.adds({ name })
  for (const name of ['一中心', '二中心', '三中心']) told.adds({ name, sort: 'centre' })
  told.completes()
  expect(told.counted('internal-body')).toEqual({
    inPlace: 8,
    fiveThreeOffices: 5,
    fiveThreeCentres: 3,
  })
})
