import { expect, test } from 'vitest'
import { unopenedRecord } from '../../../kernel/record.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, limitsOf, starters } from '../../four-level-linkage/testing.ts'
import { bureau, community, here, market, otherCommunity, reportedIn } from '../testing/market.ts'
import { memberReportIn } from './kind.ts'

const register = { kind: 'member-report-in', command: 'register', ...here }
const words: Data = { unit: unit.bureau, promise: '周末教老人用手机' }
const service = (sort: string, hours: number, onDay = '2026-08-08'): Data => ({
  sort,
  hours,
  onDay,
})

function registered() {
  const told = market()
  const done = told.tries(register, [community, '08-03 09:00'], words)
  if (!done.ok) throw new Error(done.refused)
  return { told, id: done.record.id, done }
}

function serving() {
  const begun = registered()
  const done = begun.told.step(begun.id, ['confirm', community, '08-04 09:00'])
  return { ...begun, done }
}

test('the declaration is sound', () => {
  expect(problemsIn(memberReportIn)).toEqual([])
})

test('R051 a member counts only when the community confirmed them', () => {
  const { told, id, done } = registered()
  expect(told.counts(done)).toEqual([`+registered ${unit.community}`])
  expect(told.expected(id)).toEqual([`${unit.community} confirm`])
  const confirmed = told.step(id, ['confirm', community, '08-04 09:00'])
  expect(told.state(id)).toBe('serving')
  expect(told.counts(confirmed)).toEqual([`+confirmed ${unit.community}`])
  const other = registered()
  const declined = other.told.step(other.id, ['decline', community, '08-04 09:00'], {
    reason: '不住本社区',
  })
  expect(other.told.counts(declined)).toEqual([])
  expect(other.told.state(other.id)).toBe('declined')
})

test('R051 members of a unit that told no number of its members never improve the rate', () => {
  const { told, id, done } = serving()
  expect(told.counts(done)).toEqual([`+confirmed ${unit.community}`])
  expect(told.fields(id)['based']).toBe(false)
  const served = () =>
    told.counts(told.step(id, ['noteService', community, '08-09 09:00'], service('post', 1)))
  reportedIn(told, { members: null })
  expect(served()).toEqual([])
  const other = market()
  reportedIn(other)
  const own = other.begin(register, [community, '08-05 09:00'], words)
  const confirmed = other.step(own, ['confirm', community, '08-05 10:00'])
  expect(other.counts(confirmed).toSorted()).toEqual([
    `+based ${unit.community}`,
    `+confirmed ${unit.community}`,
  ])
})

test('a unit that tells its number later brings its members in with their next service', () => {
  const { told, id } = serving()
  reportedIn(told)
  const served = told.step(id, ['noteService', community, '08-09 09:00'], service('post', 1))
  expect(told.counts(served)).toEqual([`+based ${unit.community}`])
})

test('the unit and its colleagues never see where a member lives', () => {
  const { told, id } = serving()
  expect(told.readers(id)).toEqual(all(unit.community))
  expect(told.refused(id, ['confirm', bureau, '08-05 09:00'])).toBe('notVisible')
  expect(memberReportIn.fields.member.seenBy).toEqual(['community'])
  expect(memberReportIn.reveal).toEqual(['community'])
  expect(memberReportIn.tellsReaders).toBe(true)
})

test('a member reads their own record by a link the community hands out, and nobody else’s', () => {
  const { told, id } = serving()
  const asks = (record: string) =>
    told.refused(id, ['noteService', { by: 'link', record }, '08-05 09:00'], service('post', 8))
  expect(asks(id)).toBe('notAllowed')
  expect(asks('another')).toBe('notVisible')
  expect(memberReportIn.handsOut).toEqual(['community'])
})

test('hours are kept by kind of service, those of one year', () => {
  const { told, id } = serving()
  const note = (data: Data, moment = '08-09 09:00') =>
    told.refused(id, ['noteService', community, moment], data)
  expect(note(service('volunteer', 3))).toBeUndefined()
  expect(note(service('volunteer', 2))).toBeUndefined()
  expect(note(service('skill', 4))).toBeUndefined()
  expect(note(service('post', 1))).toBeUndefined()
  expect(told.fields(id)).toMatchObject({
    volunteerHours: 5,
    skillHours: 4,
    postHours: 1,
    year: 2026,
  })
  expect(note(service('volunteer', 2, '2026-08-10'))).toBe('dayHasCome')
  expect(note(service('volunteer', 2, '2025-12-31'))).toBe('isOfNoEarlierYear')
  expect(note({ sort: 'volunteer', hours: 1 })).toBeUndefined()
  expect(told.fields(id)['volunteerHours']).toBe(6)
})

test('the hours of a new year begin anew, and those of the year before are kept', () => {
  const { told } = serving()
  const set = (year: number) =>
    memberReportIn.setters.addsHours({
      record: { ...unopenedRecord({}), fields: { year, skillHours: 9, postHours: 3 } },
      starting: false,
      input: service('skill', 4),
      words: {},
      actor: community,
      at: at('08-09 09:00'),
      world: told.world,
      facts: {},
    }).fields
  expect(set(2026)).toEqual({ year: 2026, skillHours: 13 })
  expect(set(2025)).toEqual({
    year: 2026,
    skillHours: 4,
    postHours: 0,
    volunteerHours: 0,
    emergencyHours: 0,
    lastYear: 2025,
    lastSkillHours: 9,
    lastPostHours: 3,
    lastVolunteerHours: 0,
    lastEmergencyHours: 0,
  })
})

test('a member who serves in an emergency is counted once', () => {
  const { told, id } = serving()
  const first = told.step(id, ['noteService', community, '08-09 09:00'], service('emergency', 6))
  expect(told.counts(first)).toEqual([`+inEmergency ${unit.community}`])
  const next = told.step(id, ['noteService', community, '08-09 10:00'], service('emergency', 2))
  expect(told.counts(next)).toEqual([])
  expect(told.fields(id)).toMatchObject({ inEmergency: true, emergencyHours: 8 })
})

test('a change of address moves the report-in, and the old community sees it no more', () => {
  const { told, id } = serving()
  const move = (target: number) => told.refused(id, ['move', community, '08-10 09:00'], { target })
  expect(move(unit.community)).toBe('goesToAnother')
  expect(move(unit.street)).toBe('goesToAnother')
  expect(move(unit.otherCommunity)).toBeUndefined()
  expect(told.state(id)).toBe('reported')
  expect(told.readers(id)).toEqual(all(unit.otherCommunity))
  told.step(id, ['confirm', otherCommunity, '08-11 09:00'])
  expect(told.fields(id)['community']).toBe(unit.otherCommunity)
  expect(told.until('08-12 09:00')).toEqual([])
})

test('a community does not register its own workers with itself', () => {
  const told = market()
  const own = { ...words, unit: unit.community }
  expect(told.tries(register, [community, '08-03 09:00'], own)).toMatchObject({
    refused: 'isInServiceElsewhere',
  })
  const done = told.tries(register, [community, '08-03 09:00'], words)
  expect(done).toMatchObject({
    record: { place: { community: town.community }, fields: { community: unit.community } },
  })
})

test('what waits too long for a confirmation is noted', () => {
  const { told, id } = registered()
  expect(told.until('08-10 17:00', id)).toEqual(['MemberUnconfirmed'])
  expect(limitsOf(memberReportIn)).toEqual({ 'member.confirming': '5 个工作日' })
})

test('the community alone registers, confirms, notes, sums up and ends', () => {
  const told = market()
  const attempt = (by: typeof bureau) => told.tries(register, [by, '08-03 09:00'], words)
  expect(starters(attempt)).toEqual(all(unit.community))
  const own = all(unit.community)
  const first = registered()
  expect(first.told.offered(first.id)).toEqual({ confirm: own, decline: own, reveal: own })
  const { told: later, id } = serving()
  expect(later.offered(id)).toEqual({
    noteService: own,
    summarise: own,
    move: own,
    leave: own,
    reveal: own,
  })
  later.step(id, ['summarise', community, '12-20 09:00'], { summary: '全年教会二十位老人' })
  expect(later.fields(id)['summary']).toBe('全年教会二十位老人')
  later.step(id, ['leave', community, '12-21 09:00'], { reason: '退休' })
  expect(later.state(id)).toBe('left')
})
