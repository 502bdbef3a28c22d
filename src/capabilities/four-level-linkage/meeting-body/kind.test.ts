import { describe, expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import {
  begun,
  cityCommittee,
  committee,
  community,
  type Data,
  offered,
  street,
} from '../meeting/testing.ts'
import { meetingBody } from './kind.ts'
import { established, joint, running, withDuty } from './testing.ts'

test('the declaration is sound', () => {
  expect(problemsIn(meetingBody)).toEqual([])
})

test('the limits a city begins with', () => {
  const texts = Object.entries(meetingBody.parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? value : limitText(limit)]
  })
  expect(Object.fromEntries(texts)).toEqual({
    'meeting.setUp': '20 个工作日',
    'meeting.cycle.city': '366 个自然日',
    'meeting.cycle.district': '184 个自然日',
    'meeting.cycle.street': '92 个自然日',
    'meeting.cycle.community': '92 个自然日',
    'meeting.cycle.leading': '184 个自然日',
    'meeting.cycle.study': '184 个自然日',
    'meeting.cycle.forum': '92 个自然日',
    'meeting.fourLevels': 'every',
  })
})

describe('R022', () => {
  test('R022 a body runs once a member unit has its duty written down, not before', () => {
    const { told, done } = established()
    const id = begun(done)
    const starts = () => told.refused(id, 'activate', [street, '08-03 10:00'])
    expect(starts()).toBe('someMemberHasDuty')
    told.step(id, 'addMembers', [street, '08-03 10:10', { units: [unit.community] }])
    expect(starts()).toBe('someMemberHasDuty')
    told.step(id, `member/${unit.community}/keepDuty`, [
      street,
      '08-03 10:20',
      {
        duty: '收集居民议题',
      },
    ])
    expect(starts()).toBeUndefined()
    expect(told.state(id)).toBe('runsStreet')
  })

  test('R022 the last member with a duty may not leave a running body, others may', () => {
    const { told, id } = running()
    told.step(id, 'addMembers', [street, '08-03 10:00', { units: [unit.community] }])
    const leaves = (one: number) =>
      told.refused(id, `member/${one}/leave`, [street, '08-03 11:00', { reason: '机构调整' }])
    expect(leaves(unit.bureau)).toBe('someDutyStays')
    expect(leaves(unit.community)).toBeUndefined()
    expect(told.fields(id)['members']).toEqual([unit.bureau])
  })

  test('R022 while it is being set up anyone may leave again, and come back', () => {
    const { told, done } = established(street, town.street, withDuty)
    const id = begun(done)
    const leave = `member/${unit.bureau}/leave`
    told.step(id, leave, [street, '08-03 10:00', { reason: '登记有误' }])
    expect(told.refused(id, 'activate', [street, '08-03 10:10'])).toBe('someMemberHasDuty')
    told.step(id, 'addMembers', [street, '08-03 10:20', withDuty])
    told.step(id, 'activate', [street, '08-03 10:30'])
  })
})

describe('R023', () => {
  test('R023 a street meeting without a community of its own shows that it lacks the level below', () => {
    const { told, id } = running()
    expect(told.fields(id)['below']).toBe('lacking')
    told.step(id, 'addMembers', [street, '08-04 09:00', { units: [unit.otherStreet] }])
    expect(told.fields(id)['below']).toBe('lacking')
    told.step(id, 'addMembers', [street, '08-04 09:10', { units: [unit.community] }])
    expect(told.fields(id)['below']).toBe('taken')
    expect(told.city.record(id)?.counted).toEqual({ upper: 1, upperTaken: 1 })
    const leave = `member/${unit.community}/leave`
    told.step(id, leave, [street, '08-05 09:00', { reason: '机构调整' }])
    expect(told.fields(id)['below']).toBe('lacking')
    expect(told.city.record(id)?.counted).toEqual({ upper: 1 })
  })

  test('R023 the city needs a district committee, a district a street of its own, directly under it', () => {
    const below = (by: typeof street, area: number, member: number) => {
      const { told, id } = running(by, area, { units: [member] })
      return told.fields(id)['below']
    }
    expect(below(cityCommittee, town.city, unit.committee)).toBe('taken')
    expect(below(cityCommittee, town.city, unit.street)).toBe('lacking')
    expect(below(cityCommittee, town.city, unit.bureau)).toBe('lacking')
    expect(below(committee, town.district, unit.street)).toBe('taken')
    expect(below(committee, town.district, unit.community)).toBe('lacking')
    expect(below(committee, town.district, unit.foreignStreet)).toBe('lacking')
  })

  test('R023 a community has no level below, and other sorts of bodies are not asked', () => {
    const one = running(community, town.community)
    expect(one.told.fields(one.id)['below']).toBe('exempt')
    expect(one.told.city.record(one.id)?.counted).toEqual({})
    const other = running(street, town.street, { sort: 'leading' })
    expect(other.told.fields(other.id)['below']).toBe('exempt')
    expect(other.told.city.record(other.id)?.counted).toEqual({})
  })

  test('R023 a body that is being set up or dissolved counts as none', () => {
    const { told, done } = established(street, town.street, withDuty)
    const id = begun(done)
    expect(told.city.record(id)?.counted).toEqual({})
    told.step(id, 'activate', [street, '08-03 10:00'])
    told.step(id, 'dissolve', [street, '08-04 09:00', { reason: '街道合并' }])
    expect(told.city.record(id)?.counted).toEqual({})
  })
})

describe('R025', () => {
  const cadre = { chair: '李明', chairSince: '2026-08-03', chairUntil: '2028-08-02' }

  test('R025 a cadre of the level above may chair a street or community body, with dates', () => {
    const { told, id } = running()
    const names = (data: Data) =>
      told.refused(id, 'appointUpperChair', [street, '08-04 09:00', { ...cadre, ...data }])
    expect(names({ chairUnit: unit.street })).toBe('chairIsFromAbove')
    expect(names({ chairUnit: unit.cityCommittee })).toBe('chairIsFromAbove')
    expect(names({ chairUnit: unit.committee, chairUntil: '2026-08-02' })).toBe('daysRunForward')
    expect(names({ chairUnit: unit.committee })).toBeUndefined()
    expect(told.fields(id)).toMatchObject({ chairUnit: unit.committee, chairUntil: '2028-08-02' })
    const low = running(community, town.community)
    expect(offered(low.told, low.id, '08-04 09:00')).toHaveProperty('appointUpperChair')
  })

  test('R025 for the city and a district the choice is not offered', () => {
    for (const [by, area] of [
      [cityCommittee, town.city],
      [committee, town.district],
    ] as const) {
      const { told, id } = running(by, area)
      expect(offered(told, id, '08-04 09:00')).not.toHaveProperty('appointUpperChair')
      const chairUnit = unit.cityCommittee
      expect(
        told.refused(id, 'appointUpperChair', [by, '08-04 09:00', { ...cadre, chairUnit }]),
      ).toBe('levelTakesUpperChair')
    }
  })

  test('a chair of the level itself is of the host, with or without an end', () => {
    const { told, id } = running(committee, town.district)
    const own = { chair: '王芳', chairSince: '2026-08-03' }
    const backwards = { ...own, chairUntil: '2026-08-01' }
    expect(told.refused(id, 'appointChair', [committee, '08-04 09:00', backwards])).toBe(
      'daysRunForward',
    )
    told.step(id, 'appointChair', [committee, '08-04 09:00', own])
    expect(told.fields(id)).toMatchObject({ chairUnit: unit.committee, chairSince: '2026-08-03' })
  })
})

describe('bodies by level and sort', () => {
  test('each joint meeting stands in the state of its level, all others in one', () => {
    const state = (by: typeof street, area: number, data: Data = {}) => {
      const { told, id } = running(by, area, data)
      return told.state(id)
    }
    expect(state(cityCommittee, town.city)).toBe('runsCity')
    expect(state(committee, town.district)).toBe('runsDistrict')
    expect(state(street, town.street)).toBe('runsStreet')
    expect(state(community, town.community)).toBe('runsCommunity')
    expect(state(committee, town.district, { sort: 'study' })).toBe('runs')
    expect(state(cityCommittee, town.city, { sort: 'forum' })).toBe('runs')
  })

  test('the forum is the city’s alone, and communities have no topic study', () => {
    const tries = (by: typeof street, area: number, sort: string) => {
      const { done } = established(by, area, { sort })
      return done.ok ? undefined : done.refused
    }
    expect(tries(cityCommittee, town.city, 'forum')).toBeUndefined()
    expect(tries(committee, town.district, 'forum')).toBe('sortFitsLevel')
    expect(tries(community, town.community, 'study')).toBe('sortFitsLevel')
    expect(tries(street, town.street, 'study')).toBeUndefined()
    expect(tries(community, town.community, 'leading')).toBeUndefined()
  })

  test('an area has one body of a sort until it is dissolved', () => {
    const { told, id } = running()
    const again = (sort: string) => {
      const data = { ...joint, sort }
      const done = told.starts('meeting-body', 'establish', { by: street, area: town.street, data })
      return done.ok ? undefined : done.refused
    }
    expect(again('joint')).toBe('claimTaken')
    expect(again('leading')).toBeUndefined()
    told.step(id, 'dissolve', [street, '08-04 09:00', { reason: '重新设立' }])
    expect(told.state(id)).toBe('dissolved')
    const data = joint
    const when = '08-04 10:00'
    const how = { by: street, area: town.street, at: when, data }
    expect(told.starts('meeting-body', 'establish', how).ok).toBe(true)
  })

  test('members come once each, and are told apart by where they stand', () => {
    const { told, done } = established(street, town.street, {
      units: [unit.community, unit.committee, unit.office, unit.otherStreet],
    })
    const id = begun(done)
    const origins = told.city.record(id)?.parties.map((one) => [one.unit, one.fields['origin']])
    expect(origins).toEqual([
      [unit.committee, 'above'],
      [unit.office, 'own'],
      [unit.community, 'below'],
      [unit.otherStreet, 'other'],
    ])
    expect(
      told.refused(id, 'addMembers', [street, '08-04 09:00', { units: [unit.community] }]),
    ).toBe('areNotMembersYet')
    const twice = { units: [unit.bureau, unit.bureau] }
    expect(told.refused(id, 'addMembers', [street, '08-04 09:00', twice])).toBe('areNotMembersYet')
    const { done: never } = established(street, town.street, twice)
    expect(never).toMatchObject({ refused: 'areNotMembersYet' })
  })
})
