import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { working } from '../testing/roles.ts'
import { organisationEntry } from './kind.ts'

const kind = 'organisation-entry'
const street = post('clerk', unit.street)
const firm = { title: '前街百货有限公司', sort: 'private', code: '91530102MA6K000001' }
const party = { partyOrg: '前街商圈联合党支部', liaison: true }

function registered(data: Data = {}) {
  const told = tell([organisationEntry])
  const register = (given: Data = {}) =>
    told.tries(`${kind}/register`, town.community, [street, '08-03 09:00', { ...firm, ...given }])
  register(data)
  return { ...told, register, id: told.all(kind)[0]?.id ?? '' }
}

test('the declaration is sound, and nothing in it holds members or how many there are', () => {
  expect(problemsIn(organisationEntry)).toEqual([])
  expect(limitsOf(organisationEntry)).toEqual({ 'organisation.blank': '20 working-day' })
  expect(Object.keys(organisationEntry.fields).filter((name) => /member/i.test(name))).toEqual([])
})

describe('R110', () => {
  test('R110 every organisation has a link to Party work or is a blank', () => {
    const states = [{}, { partyOrg: party.partyOrg }, { liaison: true }, party].map((given) => {
      const told = registered(given)
      return told.state(told.id)
    })
    expect(states).toEqual(['blank', 'blank', 'blank', 'linked'])
  })

  test('R110 a blank is seen to: planned, linked, and blank again when the link is gone', () => {
    const told = registered()
    expect(told.until('08-31 17:00')).toEqual(['BlankStayed'])
    const plans = (planOn: string) =>
      told.refused(told.id, 'plan', [street, '09-01 09:00', { plan: '联合组建', planOn }])
    expect(plans('2026-08-31')).toBe('plansAhead')
    expect(plans('2026-09-10')).toBeUndefined()
    expect(told.until('09-10 17:00')).toEqual(['BlankPlanRanLate'])
    told.does(told.id, 'link', [street, '09-11 09:00', party])
    expect(told.state(told.id)).toBe('linked')
    expect(told.counted(kind)).toEqual({ registered: 1, firms: 1, linked: 1 })
    told.does(told.id, 'link', [street, '09-12 09:00', { ...party, liaison: false }])
    expect(told.state(told.id)).toBe('blank')
  })

  test('an organisation that does not want it is left in peace', () => {
    const told = registered()
    told.does(told.id, 'respect', [street, '08-04 09:00', { reason: '暂不考虑' }])
    expect(told.state(told.id)).toBe('respected')
    expect(told.until('12-31 17:00')).toEqual([])
    expect(Object.keys(askers(organisationEntry, told.world, told.record(told.id)))).toEqual([
      'link',
      'leave',
    ])
  })
})

test('one organisation stands in the registry once while it is here', () => {
  const told = registered()
  expect(told.register()).toBe('claimTaken')
  told.does(told.id, 'leave', [street, '08-04 09:00', { reason: '迁出' }])
  expect(told.counted(kind)).toEqual({ registered: 0, firms: 0 })
  expect(told.register({ sort: 'social' })).toBeUndefined()
  expect(told.counted(kind)).toEqual({ registered: 1, firms: 0 })
})

test('streets and communities keep the registry, committees look on', () => {
  const told = registered()
  const order = ['dispatcher', 'clerk', 'head', 'leader', 'worker', 'secretary'] as const
  const keeping = of(['street'], order)
  const { world, id } = told
  expect(starters(organisationEntry, world, town.community)).toEqual({
    register: of(['street', 'community'], order),
  })
  const may = () => askers(organisationEntry, world, told.record(id))
  expect(may()).toEqual({ link: keeping, leave: keeping, respect: keeping, plan: keeping })
  told.does(id, 'plan', [street, '08-04 09:00', { plan: '联合组建', planOn: '2026-09-10' }])
  expect(may()).toEqual({ link: keeping, leave: keeping, respect: keeping })
  expect(seers(organisationEntry, world, told.record(id))).toEqual([
    ...of(['cityCommittee', 'cityOrganisation', 'committee', 'organisation'], working),
    ...of(['street', 'community'], order),
  ])
})
