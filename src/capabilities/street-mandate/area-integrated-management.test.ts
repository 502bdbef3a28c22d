import { expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { post, town, unit } from '../../kernel/testing.ts'
import { areaIntegratedManagement } from './area-integrated-management.ts'
import { askers, everyone, of, seers, starters } from './testing/access-table.ts'
import { district, street, takenOn, withDuty } from './testing/empowered.ts'
import { limitsOf } from './testing/told.ts'

const start = 'area-integrated-management/register'
const affair = { name: '背街小巷环境', sort: 'order' }
const told = () => withDuty([areaIntegratedManagement])

test('the declaration is sound', () => {
  expect(problemsIn(areaIntegratedManagement)).toEqual([])
  expect(limitsOf(areaIntegratedManagement)).toEqual({ 'affair.review': '90 day' })
})

test('R010 the street leads unless a reason says why another does', () => {
  const { begin, tries, refused, record, counted } = told()
  const lead = unit.bureau
  const own = begin(start, town.community, [street, '08-03 09:00', affair])
  expect(record(own).fields).toMatchObject({ lead: unit.street, isException: false })
  const named = { ...affair, lead: unit.street, reason: '不需要的理由' }
  const same = begin(start, town.street, [street, '08-03 09:00', named])
  expect(record(same).fields['reason']).toBeUndefined()
  expect(tries(start, town.street, [street, '08-03 09:00', { ...affair, lead }])).toBe(
    'streetLeadsOrSaysWhyNot',
  )
  const because = { lead, reason: '跨街道的市政设施' }
  const other = begin(start, town.street, [street, '08-03 09:00', { ...affair, ...because }])
  expect(record(other).fields).toMatchObject({ isException: true, ...because })
  expect(refused(own, 'changeLead', [street, '08-03 10:00', { lead }])).toBe(
    'streetLeadsOrSaysWhyNot',
  )
  expect(refused(own, 'changeLead', [street, '08-03 10:00', because])).toBeUndefined()
  expect(refused(other, 'changeLead', [street, '08-03 10:00'])).toBeUndefined()
  expect(record(other).fields).toMatchObject({ lead: unit.street, isException: false })
  expect(record(other).fields['reason']).toBeUndefined()
  expect(counted('area-integrated-management')).toEqual({ registered: 3, exceptions: 1 })
})

test('an affair lies in a street', () => {
  const { tries } = told()
  expect(tries(start, town.district, [district, '08-03 09:00', affair])).toBe('liesInAStreet')
})

test('departments take part, once each', () => {
  const { begin, does, record } = told()
  const participants = [unit.bureau]
  const id = begin(start, town.street, [street, '08-03 09:00', { ...affair, participants }])
  const more = { participants: [unit.bureau, unit.traffic] }
  does(id, 'addParticipants', [street, '08-03 10:00', more])
  expect(record(id).parties.map((one) => [one.state, one.unit])).toEqual([
    ['taking', unit.bureau],
    ['taking', unit.traffic],
  ])
})

test('the lead looks back every quarter, and is reminded', () => {
  const { begin, does, until, state } = told()
  const id = begin(start, town.street, [street, '01-05 09:00', affair])
  expect(until('04-06 10:00')).toEqual(['AffairReviewRanLate'])
  does(id, 'review', [street, '04-07 09:00', { words: '整治后保持良好' }])
  expect(until('07-04 10:00')).toEqual([])
  expect(until('07-07 10:00')).toEqual(['AffairReviewRanLate'])
  does(id, 'end', [street, '07-08 09:00', { endReason: '并入城市管理日常' }])
  expect(state(id)).toBe('ended')
})

test('registering one is an exercise of the power, where the street holds it', () => {
  const city = told()
  const grant = takenOn(city, 'areaManagement')
  city.begin(start, town.street, [street, '08-04 09:00', affair])
  expect(city.record(grant).fields['uses']).toBe(1)
})

test('the street and who stands above it register and change, the lead reports, all read', () => {
  const { begin, world, record } = told()
  const above = of(['cityCommittee', 'cityGovernment', 'committee', 'government'])
  const both = [...above, ...of(['street'])]
  expect(starters(areaIntegratedManagement, world, town.street)).toEqual({ register: both })
  const data = { ...affair, lead: unit.bureau, reason: '跨街道的市政设施' }
  const id = begin(start, town.street, [post('head', unit.street), '08-03 09:00', data])
  expect(seers(areaIntegratedManagement, world, record(id))).toEqual(everyone.slice(0, -2))
  expect(askers(areaIntegratedManagement, world, record(id))).toEqual({
    review: of(['bureau']),
    changeLead: both,
    addParticipants: [
      ...of(['cityCommittee', 'cityGovernment', 'bureau', 'committee', 'government', 'street']),
    ],
    end: both,
  })
})
