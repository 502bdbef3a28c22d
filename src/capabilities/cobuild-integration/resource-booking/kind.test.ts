import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, starters } from '../../four-level-linkage/testing.ts'
import { bureau, community, here, market, openRoom, otherCommunity } from '../testing/market.ts'
import { resourceBooking } from './kind.ts'

const book = { kind: 'resource-booking', command: 'book', ...here }
const saturday = { day: '2026-08-08', slot: 'morning', purpose: '老人合唱排练' }

function room(data: Data = {}) {
  const told = market()
  const resource = openRoom(told, data)
  const tries = (more: Data = {}, by = community) => {
    const area = by === otherCommunity ? town.otherCommunity : town.community
    return told.tries({ ...book, area }, [by, '08-03 10:00'], { resource, ...saturday, ...more })
  }
  return { told, resource, tries }
}

function booked() {
  const { told, resource, tries } = room()
  const done = tries()
  if (!done.ok) throw new Error(done.refused)
  return { told, resource, id: done.record.id, done, tries }
}

test('the declaration is sound', () => {
  expect(problemsIn(resourceBooking)).toEqual([])
})

test('R132 any community within its scope books a resource, no other', () => {
  expect(room().tries({}, otherCommunity).ok).toBe(true)
  expect(room({ scope: town.community }).tries({}, otherCommunity)).toMatchObject({
    refused: 'liesInItsScope',
  })
  expect(room({ scope: town.community }).tries().ok).toBe(true)
  expect(room({ scope: town.city }).tries().ok).toBe(true)
})

test('R132 it is booked on the days and at the hours it is open', () => {
  const { tries } = room({ until: '2026-08-09' })
  expect(tries({ day: '2026-08-07' })).toMatchObject({ refused: 'isOpenThen' })
  expect(tries({ slot: 'evening' })).toMatchObject({ refused: 'isOpenThen' })
  expect(tries({ day: '2026-08-15' })).toMatchObject({ refused: 'isOpenThen' })
  expect(tries({ day: '2026-08-09' }).ok).toBe(true)
  expect(room({}).tries({ day: '2026-08-01' })).toMatchObject({ refused: 'dayIsAhead' })
  const { told, resource, tries: later } = room()
  told.step(resource, ['pause', bureau, '08-03 09:30'])
  expect(later()).toMatchObject({ refused: 'isOpenThen' })
})

test('R132 a slot that one community has is refused to the next, until it is free again', () => {
  const { told, id, tries } = booked()
  expect(tries({}, otherCommunity)).toMatchObject({ refused: 'claimTaken' })
  expect(tries({ slot: 'afternoon' }, otherCommunity).ok).toBe(true)
  expect(tries({ day: '2026-08-09' }, otherCommunity).ok).toBe(true)
  told.step(id, ['cancel', community, '08-04 09:00'], { reason: '改期' })
  expect(tries({}, otherCommunity).ok).toBe(true)
})

test('R132 what was used stays its own, what the unit cannot give is free', () => {
  const { told, id, tries } = booked()
  told.step(id, ['noteUse', community, '08-08 11:00'], { people: 30, rating: 'good' })
  expect(tries({}, otherCommunity).ok).toBe(false)
  const other = booked()
  other.told.step(other.id, ['decline', bureau, '08-04 09:00'], { reason: '临时检修' })
  expect(other.tries({}, otherCommunity).ok).toBe(true)
})

test('its use is told from its day on, and adds to what the resource was good for', () => {
  const { told, resource, id, done } = booked()
  expect(done).toMatchObject({
    record: {
      place: { community: town.community },
      fields: { community: unit.community, owner: unit.bureau },
    },
  })
  expect(told.fields(resource)).toMatchObject({ booked: 1, used: 0 })
  expect(told.expected(id)).toEqual([`${unit.community} noteUse`])
  const use = { people: 30, rating: 'good', words: '场地敞亮' }
  expect(told.refused(id, ['noteUse', community, '08-07 09:00'], use)).toBe('dayHasCome')
  const used = told.step(id, ['noteUse', community, '08-08 11:00'], use)
  expect(told.fields(resource)).toMatchObject({ booked: 1, used: 1 })
  expect(told.counts(used)).toEqual([`+used ${unit.community}`, `+useful ${unit.bureau}`])
  expect(told.fields(id)).toMatchObject(use)
})

test('a day that passed untold is noted', () => {
  const { told, id } = booked()
  expect(told.until('08-08 17:00', id)).toEqual(['BookingUseUntold'])
})

test('the community books, tells and cancels, the unit declines, both and the street read', () => {
  const { told, resource } = room()
  const data = { resource, ...saturday }
  expect(starters((by) => told.tries(book, [by, '08-03 10:00'], data))).toEqual(all(unit.community))
  const { told: other, id } = booked()
  expect(other.offered(id, '08-08 09:00')).toEqual({
    noteUse: all(unit.community),
    cancel: all(unit.community),
    decline: all(unit.bureau),
  })
  expect(other.readers(id)).toEqual([
    expect.stringMatching(`^${unit.bureau}: `),
    expect.stringMatching(`^${unit.street}: `),
    expect.stringMatching(`^${unit.community}: `),
  ])
  expect(other.refused(id, ['noteUse', post('worker', unit.otherCommunity), '08-08 10:00'])).toBe(
    'notVisible',
  )
})
