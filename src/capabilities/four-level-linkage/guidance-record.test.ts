import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { town, unit } from '../../kernel/testing.ts'
import { guidanceRecord } from './guidance-record.ts'
import {
  begun,
  cityCommittee,
  committee,
  community,
  counts,
  type Data,
  offered,
  officialRoles,
  organisation,
  readers,
  starters,
  street,
  streetBody,
} from './meeting/testing.ts'

const words = { sort: 'attend', title: '参加二季度联席会议', onDay: '2026-08-03' }
const task = { ...words, sort: 'task', dueOn: '2026-08-14' }

function guided(data: Data = {}) {
  const { told, body } = streetBody()
  const done = told.starts('guidance-record', 'guide', {
    by: organisation,
    area: town.street,
    at: '08-03 10:00',
    data: { body, ...words, ...data },
  })
  return { told, body, done }
}

test('the declaration is sound', () => {
  expect(problemsIn(guidanceRecord)).toEqual([])
})

describe('R024', () => {
  const tries = (by: typeof street, area: number = town.street) => {
    const { told, body } = streetBody()
    const done = told.starts('guidance-record', 'guide', { by, area, data: { body, ...words } })
    return done.ok ? undefined : done.refused
  }

  test('R024 the level right above guides, neither a higher one nor the body itself', () => {
    expect(tries(committee)).toBeUndefined()
    expect(tries(organisation)).toBeUndefined()
    expect(tries(cityCommittee)).toBe('isNextAbove')
    expect(tries(street)).toBe('isNextAbove')
    expect(tries(community)).toBe('notAllowed')
  })

  test('R024 it counts for a joint meeting that runs, once for its level, where the meeting is', () => {
    const { told, done } = guided()
    expect(done).toMatchObject({ record: { state: 'noted', place: { street: town.street } } })
    expect(counts(told, 'guidance-record', done)).toEqual(['+guidedStreet@08-03'])
    const low = begun(
      told.starts('meeting-body', 'establish', {
        by: community,
        area: town.community,
        data: { sort: 'joint', title: '一社区联席会议', units: [unit.bureau], duty: '参加' },
      }),
    )
    const tells = (body: string, by = street, area: number = town.community) =>
      told.starts('guidance-record', 'guide', { by, area, data: { body, ...words } })
    expect(tells(low)).toMatchObject({ refused: 'isRunningJoint' })
    told.step(low, 'activate', [community, '08-03 11:00'])
    expect(counts(told, 'guidance-record', tells(low))).toEqual(['+guidedCommunity@08-03'])
    const district = begun(
      told.starts('meeting-body', 'establish', {
        by: committee,
        area: town.district,
        data: { sort: 'joint', title: '东区联席会议', units: [unit.street], duty: '参加' },
      }),
    )
    told.step(district, 'activate', [committee, '08-03 11:10'])
    expect(counts(told, 'guidance-record', tells(district, cityCommittee, town.district))).toEqual([
      '+guidedDistrict@08-03',
    ])
    const leading = begun(
      told.starts('meeting-body', 'establish', {
        by: street,
        area: town.street,
        data: { sort: 'leading', title: '协调机构', units: [unit.bureau], duty: '参加' },
      }),
    )
    told.step(leading, 'activate', [street, '08-03 11:20'])
    expect(tells(leading, committee, town.street)).toMatchObject({ refused: 'isRunningJoint' })
  })

  test('R024 wherever it was typed, it lies with the body guided', () => {
    const { told, body } = streetBody()
    const data = { body, ...words }
    const done = told.starts('guidance-record', 'guide', {
      by: committee,
      area: town.district,
      data,
    })
    expect(done).toMatchObject({
      record: {
        place: { street: town.street },
        fields: { guide: unit.committee, lower: unit.street, level: 'street' },
      },
    })
  })
})

test('no day is written down ahead, and a day left out is today', () => {
  expect(guided({ onDay: '2026-08-04' }).done).toMatchObject({ refused: 'dayHasCome' })
  expect(guided({ onDay: null }).done).toMatchObject({
    record: { fields: { onDay: '2026-08-03' } },
  })
})

test('a task has a deadline ahead and is answered by the body below', () => {
  expect(guided({ ...task, dueOn: null }).done).toMatchObject({ refused: 'taskHasDeadline' })
  expect(guided({ ...task, dueOn: '2026-08-02' }).done).toMatchObject({
    refused: 'taskHasDeadline',
  })
  const { told, done } = guided(task)
  const id = begun(done)
  expect(told.state(id)).toBe('given')
  expect(told.expected(id)).toEqual([`${unit.street} reply`])
  expect(told.until('08-14 16:59', id)).toEqual([])
  expect(told.until('08-14 17:00', id)).toEqual(['GuidanceRanLate'])
  expect(offered(told, id, '08-17 09:00')).toEqual({ reply: [`${unit.street}: ${officialRoles}`] })
  told.step(id, 'reply', [street, '08-17 09:00', { reply: '已补齐成员职责' }])
  expect(told.state(id)).toBe('replied')
})

test('it is seen by both sides, the committees over them and supervisors', () => {
  const { told, done } = guided()
  expect(readers(told, begun(done), '08-03 12:00')).toEqual([
    `${unit.citySupervision}: head supervisor`,
    `${unit.supervision}: head supervisor`,
    `${unit.committee}: ${officialRoles}`,
    `${unit.street}: ${officialRoles}`,
    `${unit.cityCommittee}: ${officialRoles}`,
    `${unit.cityOrganisation}: ${officialRoles}`,
    `${unit.organisation}: ${officialRoles}`,
  ])
  const low = begun(
    told.starts('meeting-body', 'establish', {
      by: community,
      area: town.community,
      data: { sort: 'joint', title: '一社区联席会议', units: [unit.bureau], duty: '参加' },
    }),
  )
  told.step(low, 'activate', [community, '08-03 13:00'])
  const byStreet = told.starts('guidance-record', 'guide', {
    by: street,
    area: town.community,
    data: { body: low, ...words },
  })
  expect(readers(told, begun(byStreet), '08-03 14:00')).toContain(
    `${unit.street}: ${officialRoles}`,
  )
})

test('committees, organisation departments and streets over the place may try', () => {
  const { told, body } = streetBody()
  const may = starters(told, 'guidance-record', {
    command: 'guide',
    area: town.street,
    data: () => ({ body, ...words }),
  })
  expect(may).toEqual([
    `${unit.committee}: ${officialRoles}`,
    `${unit.street}: ${officialRoles}`,
    `${unit.cityCommittee}: ${officialRoles}`,
    `${unit.cityOrganisation}: ${officialRoles}`,
    `${unit.organisation}: ${officialRoles}`,
  ])
})
