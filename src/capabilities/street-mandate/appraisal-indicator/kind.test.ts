import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { dutyItem } from '../duty-item.ts'
import { item } from '../street-task/testing.ts'
import { streetAppraisal } from '../street-appraisal/kind.ts'
import { tale, type Told, whoMay, whoMayStart } from '../testing.ts'
import { appraisalIndicator } from './kind.ts'

const keeper = post('clerk', unit.organisation)
const stage = () => tale([appraisalIndicator, streetAppraisal, dutyItem])
const said = { name: '背街保洁', weight: 10, method: '查看办理情况' }
const period = { streets: [unit.street, unit.otherStreet], from: '2026-01-01', to: '2026-06-30' }

function set(told: Told, data: object): string {
  return told.begin({
    kind: 'appraisal-indicator',
    command: 'set',
    area: town.district,
    by: keeper,
    at: '08-03 10:00',
    data: { ...said, ...data },
  })
}

test('the declaration is sound', () => {
  expect(problemsIn(appraisalIndicator)).toEqual([])
})

test('R014 an indicator cites an item of the duty list in force', () => {
  const told = stage()
  expect(() => set(told, {})).toThrow('restsOnADuty')
  expect(() => set(told, { dutyItem: 'none' })).toThrow('restsOnADuty')
  expect(() => set(told, { dutyItem: item(told, 'withdrawn', ['城市管理']) })).toThrow(
    'restsOnADuty',
  )
  const ended = item(told, 'basic', ['street'])
  const reason = { endReason: '修订' }
  told.step(ended, 'end', [post('arbiter', unit.arbiter), '08-03 09:10', reason])
  expect(() => set(told, { dutyItem: ended })).toThrow('restsOnADuty')
  const id = set(told, { dutyItem: item(told, 'basic', ['street']) })
  expect(told.refused(id, 'change', [keeper, '08-03 11:00', said])).toBe('restsOnADuty')
})

test('R014 nothing is appraised by an indicator whose duty has ended', () => {
  const told = stage()
  const duty = item(told, 'basic', ['street'])
  const id = set(told, { dutyItem: duty })
  const reason = { endReason: '修订' }
  told.step(duty, 'end', [post('arbiter', unit.arbiter), '08-03 11:00', reason])
  expect(told.refused(id, 'appraise', [keeper, '08-03 12:00', period])).toBe('dutyStillHolds')
})

test('appraising opens one record for each street, and once for a period', () => {
  const told = stage()
  const duty = item(told, 'basic', ['street'])
  const id = set(told, { dutyItem: duty })
  told.step(id, 'appraise', [keeper, '08-03 12:00', period])
  const those = told.all('street-appraisal')
  expect(those.map(({ fields }) => fields['street'])).toEqual([unit.street, unit.otherStreet])
  expect(those[0]).toMatchObject({
    state: 'judging',
    title: '背街保洁',
    place: { district: 11, street: 111 },
    fields: { indicator: id, dutyItem: duty, weight: 10, from: '2026-01-01', to: '2026-06-30' },
  })
  expect(told.refused(id, 'appraise', [keeper, '08-03 13:00', period])).toBe('claimTaken')
})

test('a period is in order, and streets are of one’s own area', () => {
  const told = stage()
  const id = set(told, { dutyItem: item(told, 'basic', ['street']) })
  const appraise = (data: object) =>
    told.refused(id, 'appraise', [keeper, '08-03 12:00', { ...period, ...data }])
  expect(appraise({ to: '2025-12-31' })).toBe('daysInOrder')
  expect(appraise({ streets: [unit.foreignStreet] })).toBe('streetsAreWithin')
})

test('a name stands for one indicator while it is used', () => {
  const told = stage()
  const duty = item(told, 'basic', ['street'])
  const id = set(told, { dutyItem: duty })
  expect(() => set(told, { dutyItem: duty })).toThrow('claimTaken')
  told.step(id, 'end', [keeper, '08-03 12:00', { endReason: '并入' }])
  expect(told.state(set(told, { dutyItem: duty }))).toBe('inForce')
})

test('who may do what', () => {
  const told = stage()
  const id = set(told, { dutyItem: item(told, 'basic', ['street']) })
  const keepers = ['市委组织部 clerk head', '东区区委组织部 clerk head']
  const place = { city: 1, district: 11 }
  expect(whoMayStart(appraisalIndicator, { world: told.world, place })).toEqual({ set: keepers })
  expect(whoMay(appraisalIndicator, { world: told.world, record: told.record(id) })).toEqual({
    see: ['everyone'],
    change: keepers,
    appraise: keepers,
    end: keepers,
  })
})
