import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { governedWorld, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { warZoneCommand } from './kind.ts'
import { bureau, deputy, district, formed, secretary, traffic } from './testing.ts'

const start = 'war-zone-command/form'
const why = { reason: '防汛应急' }

test('the declaration is sound', () => {
  expect(problemsIn(warZoneCommand)).toEqual([])
  expect(limitsOf(warZoneCommand)).toEqual({ 'zone.emergency': '72 hour' })
})

test('only where the city works this way is a zone formed: one for each street', () => {
  const data = { title: '前街战区', forces: [unit.bureau] }
  const off = tell([warZoneCommand], governedWorld([warZoneCommand], { practices: [] }))
  expect(off.tries(start, town.street, [district, '08-03 09:00', data])).toBe('practiceIsOn')
  const told = formed()
  expect(told.tries(start, town.street, [district, '08-03 10:00', data])).toBe('claimTaken')
  expect(told.tries(start, town.district, [district, '08-03 10:00', data])).toBe('isAStreet')
  expect(told.tries(start, town.otherStreet, [district, '08-03 10:00', data])).toBeUndefined()
})

test('its forces are departments of the city or the district', () => {
  const told = formed()
  const assign = (one: number) =>
    told.refused(told.zone, 'assign', [district, '08-03 10:00', { forces: [one] }])
  for (const one of [unit.otherBureau, unit.office])
    expect(assign(one)).toBe('forcesAreDepartmentsHere')
  const foreign = { title: '前街战区', forces: [unit.otherBureau] }
  expect(told.tries(start, town.otherStreet, [district, '08-03 10:00', foreign])).toBe(
    'forcesAreDepartmentsHere',
  )
  expect(assign(unit.cityBureau)).toBeUndefined()
  expect(assign(unit.cityBureau)).toBeUndefined()
  told.does(told.zone, 'release', [district, '08-03 11:00', { forces: [unit.traffic] }])
  const { fields, parties } = told.record(told.zone)
  expect(fields['forces']).toEqual([unit.bureau, unit.cityBureau])
  expect(parties.map((one) => one.unit)).toEqual([unit.bureau, unit.cityBureau])
  const own = `force/${unit.bureau}/report`
  const team = { team: '执法 6' }
  expect(told.refused(told.zone, own, [traffic, '08-03 12:00', team])).toBe('notVisible')
  told.does(told.zone, own, [bureau, '08-03 12:00', team])
  expect(told.record(told.zone).parties[0]?.fields).toEqual(team)
})

test('R018 the secretary alone names a delegate, for days to come', () => {
  const told = formed()
  const named = { delegate: 'x', delegateUntil: '2026-08-05' }
  expect(told.refused(told.zone, 'delegate', [deputy, '08-03 09:30', named])).toBe(
    'onlyTheSecretary',
  )
  expect(told.delegates('2026-08-02')).toBe('endsLater')
  expect(told.delegates('2026-08-03')).toBeUndefined()
})

test('R018 only the commander or the delegate, while that lasts, turns the zone', () => {
  const told = formed()
  const turns = (command: string, by: typeof deputy, when: string) =>
    told.refused(told.zone, command, [by, when, why])
  expect(turns('toEmergency', deputy, '08-03 10:00')).toBe('isCommanderHere')
  told.delegates('2026-08-03', '08-03 10:30')
  expect(turns('toEmergency', post('head', unit.street), '08-03 11:00')).toBe('isCommanderHere')
  expect(turns('toEmergency', deputy, '08-03 11:00')).toBeUndefined()
  expect(turns('toDaily', deputy, '08-04 09:00')).toBe('isCommanderHere')
  expect(turns('toDaily', secretary, '08-04 09:00')).toBeUndefined()
  expect(told.state(told.zone)).toBe('daily')
})

test('an emergency that lasts is asked after, and a zone may be dissolved', () => {
  const told = formed()
  told.does(told.zone, 'toEmergency', [secretary, '08-03 10:00', why])
  expect(told.until('08-06 10:00')).toEqual(['EmergencyRanLong'])
  told.does(told.zone, 'dissolve', [district, '08-07 10:00', why])
  expect(told.state(told.zone)).toBe('dissolved')
  expect(told.counted('war-zone-command')).toEqual({ formed: 1, emergencies: 1 })
})

test('who forms, keeps, turns and sees a zone', () => {
  const told = formed()
  const { world, record, zone } = told
  const above = of(['cityCommittee', 'cityGovernment', 'committee', 'government'])
  const own = of(['street'])
  const both = [...above, ...own]
  const may = () => askers(warZoneCommand, world, record(zone))
  expect(starters(warZoneCommand, world, town.street)).toEqual({ form: above })
  expect(seers(warZoneCommand, world, record(zone))).toEqual([
    ...of(['cityCommittee', 'cityGovernment', 'bureau', 'traffic', 'committee', 'government']),
    ...own,
  ])
  const common = {
    assign: both,
    release: both,
    delegate: own,
    dissolve: above,
    [`force/${unit.bureau}/report`]: of(['bureau']),
    [`force/${unit.traffic}/report`]: of(['traffic']),
  }
  expect(may()).toEqual({ ...common, toEmergency: own })
  told.does(zone, 'toEmergency', [secretary, '08-03 10:00', why])
  expect(may()).toEqual({ ...common, toDaily: own })
})
