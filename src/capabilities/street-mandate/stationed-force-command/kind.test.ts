import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../testing/access-table.ts'
import { bureau, stationed } from '../testing/forces.ts'
import { stationedForceCommand } from './kind.ts'

const kind = 'stationed-force-command'
const why = { reason: '机构调整' }

test('the declaration is sound, and has no place for a person', () => {
  expect(problemsIn(stationedForceCommand)).toEqual([])
  const types = Object.values(stationedForceCommand.fields).map(({ type }) => type)
  expect(types).not.toContain('contact')
  expect(types).not.toContain('post')
})

test('a body is stationed in a street, once', () => {
  const { tries, record, force } = stationed()
  const data = { body: '城管前街中队', people: 2 }
  const start = `${kind}/station`
  expect(tries(start, town.district, [bureau, '08-03 09:00', data])).toBe('isInAStreet')
  expect(tries(start, town.street, [bureau, '08-03 09:00', data])).toBe('claimTaken')
  expect(tries(start, town.otherStreet, [bureau, '08-03 09:00', data])).toBeUndefined()
  expect(record(force).fields).toMatchObject({ holder: unit.street, department: unit.bureau })
})

test('a delegation says what it gives, until when, and lapses or is revoked', () => {
  const told = stationed()
  expect(told.delegates({})).toBe('delegatesSomething')
  expect(told.delegates({ commands: true, until: '2026-08-03' })).toBe('endsLater')
  expect(told.delegates({ commands: true, assesses: true, until: '2026-08-05' })).toBeUndefined()
  expect(told.delegates({ commands: true, until: '2026-08-07' }, '08-04 10:00')).toBeUndefined()
  expect(told.record(told.force).fields).toMatchObject({ commands: true, assesses: false })
  expect(told.until('08-06 10:00')).toEqual([])
  expect(told.until('08-07 18:00')).toEqual(['DelegationExpired'])
  expect(told.record(told.force)).toMatchObject({ state: 'stationed' })
  expect(told.record(told.force).fields).not.toHaveProperty('commands')
  told.delegates({ assesses: true }, '08-10 09:00')
  expect(told.record(told.force).fields).not.toHaveProperty('until')
  told.does(told.force, 'revoke', [bureau, '08-11 09:00', why])
  expect(told.record(told.force).fields).not.toHaveProperty('assesses')
  told.does(told.force, 'update', [bureau, '08-11 10:00', { people: 16 }])
  told.does(told.force, 'withdraw', [bureau, '08-12 09:00', why])
  expect(told.state(told.force)).toBe('withdrawn')
  expect(told.counted(kind)).toEqual({ stationed: 1, delegated: 2 })
})

test('the department stations, delegates and takes back; both keep the roster; all read', () => {
  const { world, record, force, delegates } = stationed()
  const departments = of(['cityBureau', 'bureau', 'traffic'])
  expect(starters(stationedForceCommand, world, town.street)).toEqual({ station: departments })
  const [own, both] = [of(['bureau']), of(['bureau', 'street'])]
  const may = () => askers(stationedForceCommand, world, record(force))
  expect(seers(stationedForceCommand, world, record(force))).toEqual(everyone.slice(0, -2))
  expect(may()).toEqual({ update: both, delegate: own, withdraw: own })
  delegates({ commands: true })
  expect(may()).toEqual({ update: both, delegate: own, revoke: own, withdraw: own })
})
