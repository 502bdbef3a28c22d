import { expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { town } from '../../kernel/testing.ts'
import { enforcementTeam } from './enforcement-team.ts'
import { askers, everyone, of, seers, starters } from './testing/access-table.ts'
import { city, clerk, registersTeam } from './testing/penalties.ts'

test('the declaration is sound, and has no place for a person', () => {
  expect(problemsIn(enforcementTeam)).toEqual([])
  const types = Object.values(enforcementTeam.fields).map(({ type }) => type)
  for (const type of ['contact', 'post', 'text']) expect(types).not.toContain(type)
})

test('a street has one team', () => {
  const told = city()
  const team = registersTeam(told)
  expect(() => registersTeam(told)).toThrow('claimTaken')
  told.does(team, 'update', [clerk, '08-04 09:00', { officers: 8 }])
  told.does(team, 'disband', [clerk, '08-05 09:00', { reason: '机构改革' }])
  expect(told.state(team)).toBe('disbanded')
})

test('the street keeps its team, all read', () => {
  const told = city()
  const record = told.record(registersTeam(told))
  const own = of(['street'])
  expect(starters(enforcementTeam, told.world, town.street)).toEqual({ register: own })
  expect(seers(enforcementTeam, told.world, record)).toEqual(everyone.slice(0, -2))
  expect(askers(enforcementTeam, told.world, record)).toEqual({ update: own, disband: own })
})
