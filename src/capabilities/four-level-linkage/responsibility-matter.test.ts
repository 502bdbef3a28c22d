import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { town, unit } from '../../kernel/testing.ts'
import {
  begun,
  bureau,
  cityCommittee,
  committee,
  counts,
  type Data,
  meetings,
  offered,
  officialRoles,
  organisation,
  readers,
  starters,
  street,
} from './meeting/testing.ts'
import { responsibilityMatter } from './responsibility-matter.ts'

const words = { title: '社区工作者队伍建设', units: [unit.bureau] }

function set(by = organisation, area: number = town.district, data: Data = {}) {
  const told = meetings()
  const given = { ...words, ...data }
  const done = told.starts('responsibility-matter', 'set', { by, area, data: given })
  return { told, done }
}

test('the declaration is sound', () => {
  expect(problemsIn(responsibilityMatter)).toEqual([])
})

describe('R119', () => {
  test('R119 the organisation department leads unless another is named; one lead only', () => {
    const { told, done } = set()
    const id = begun(done)
    expect(told.fields(id)).toMatchObject({ lead: unit.organisation, host: unit.committee })
    expect(set(committee, town.district, { lead: unit.government }).done).toMatchObject({
      record: { fields: { lead: unit.government } },
    })
    told.step(id, 'changeLead', [organisation, '08-04 09:00', { lead: unit.government }])
    expect(told.fields(id)['lead']).toBe(unit.government)
    const takesPart = { lead: unit.bureau }
    expect(told.refused(id, 'changeLead', [organisation, '08-04 09:10', takesPart])).toBe(
      'leadTakesNoPart',
    )
  })

  test('R119 at least one other unit takes part, at the start and ever after', () => {
    const tries = (data: Data) => {
      const { done } = set(organisation, town.district, data)
      return done.ok ? undefined : done.refused
    }
    expect(tries({ units: [] })).toBe('someoneTakesPart')
    expect(tries({ units: [unit.organisation] })).toBe('someoneTakesPart')
    expect(tries({ units: [unit.bureau], lead: unit.bureau })).toBe('someoneTakesPart')
    expect(tries({ units: [unit.bureau, unit.bureau] })).toBe('someoneTakesPart')
    const { told, done } = set()
    const id = begun(done)
    const leaves = (one: number) =>
      told.refused(id, `participant/${one}/leave`, [organisation, '08-04 09:00'])
    expect(leaves(unit.bureau)).toBe('someoneStays')
    const adds = (units: number[]) =>
      told.refused(id, 'addUnits', [organisation, '08-04 09:00', { units }])
    expect(adds([unit.bureau])).toBe('areNewUnits')
    expect(adds([unit.organisation])).toBe('areNewUnits')
    expect(adds([unit.traffic])).toBeUndefined()
    expect(leaves(unit.bureau)).toBeUndefined()
    expect(leaves(unit.traffic)).toBe('someoneStays')
    told.step(id, 'changeLead', [organisation, '08-04 10:00', { lead: unit.bureau }])
  })

  test('R119 what the principal leader plans or pushes in person is counted on its day', () => {
    const { told, done } = set()
    const id = begun(done)
    const acted = told.does(id, 'act', {
      by: committee,
      at: '08-05 09:00',
      data: { sort: 'push', words: '主持召开推进会' },
    })
    expect(counts(told, 'responsibility-matter', acted)).toEqual(['+acted@08-05'])
    expect(told.fields(id)['acts']).toBe(1)
  })
})

test('matters are set by the city’s and the districts’ committees, each for its own area', () => {
  const tries = (by: typeof street, area: number) => {
    const { done } = set(by, area)
    return done.ok ? undefined : done.refused
  }
  expect(tries(cityCommittee, town.city)).toBeUndefined()
  expect(tries(cityCommittee, town.district)).toBe('isOwnArea')
  expect(tries(street, town.street)).toBe('isCityOrDistrict')
})

test('who takes part tells of its work while the matter is in force', () => {
  const { told, done } = set()
  const id = begun(done)
  const says = () =>
    told.refused(id, `participant/${unit.bureau}/contribute`, [
      bureau,
      '08-05 09:00',
      {
        words: '安排岗位补贴',
      },
    ])
  expect(says()).toBeUndefined()
  told.step(id, 'end', [organisation, '08-05 10:00', { reason: '任务完成' }])
  expect(says()).toBe('isInForce')
  expect(told.state(id)).toBe('ended')
})

describe('who may', () => {
  const both = [`${unit.committee}: ${officialRoles}`, `${unit.organisation}: ${officialRoles}`]
  const lead = [`${unit.government}: ${officialRoles}`]

  test('the committee and its organisation department keep it, the lead notes its means', () => {
    const { told, done } = set(committee, town.district, {
      lead: unit.government,
      units: [unit.bureau, unit.traffic],
    })
    const own = (one: number) => ({
      [`participant/${one}/contribute`]: [`${one}: ${officialRoles}`],
      [`participant/${one}/leave`]: both,
    })
    expect(offered(told, begun(done), '08-04 09:00')).toEqual({
      act: both,
      support: [both[0], ...lead, both[1]],
      changeLead: both,
      addUnits: both,
      end: both,
      ...own(unit.bureau),
      ...own(unit.traffic),
    })
  })

  test('it is seen by those in it and the committees above', () => {
    const { told, done } = set(committee, town.district, { lead: unit.government })
    expect(readers(told, begun(done), '08-04 09:00')).toEqual([
      `${unit.bureau}: ${officialRoles}`,
      both[0],
      `${unit.cityCommittee}: ${officialRoles}`,
      `${unit.cityOrganisation}: ${officialRoles}`,
      ...lead,
      both[1],
    ])
  })

  test('Party organisations over the place may try to set one', () => {
    const may = starters(meetings(), 'responsibility-matter', {
      command: 'set',
      area: town.district,
      data: () => words,
    })
    expect(may).toEqual([
      both[0],
      `${unit.cityCommittee}: ${officialRoles}`,
      `${unit.cityOrganisation}: ${officialRoles}`,
      both[1],
    ])
  })
})
