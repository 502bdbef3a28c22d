import { describe, expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, town, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { meeting } from './kind.ts'
import {
  begun,
  cityCommittee,
  committee,
  community,
  counts,
  holding,
  meetings,
  nextMeeting,
  notified,
  opened,
  planned,
  street,
} from './testing.ts'

const present = `member/${unit.community}/attend`

test('the declaration is sound', () => {
  expect(problemsIn(meeting)).toEqual([])
})

test('the limits a city begins with', () => {
  const texts = Object.entries(meeting.parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(texts)).toEqual({
    'meeting.reply': '2 个工作日',
    'meeting.finish': '12 小时',
    'meeting.minutes': '5 个工作日',
  })
})

describe('R031', () => {
  const decided = { decision: '增设两处非机动车停放点' }
  const minutes = { minutes: '会议议定一件事项。' }

  test('R031 a meeting does not close while a decision has no owner and no deadline', () => {
    const { told, id } = holding()
    const done = told.does(id, 'capture', { by: street, at: '08-10 09:30', data: decided })
    const decision = opened(done, 'meeting-decision')
    told.step(id, 'finish', [street, '08-10 11:00'])
    told.step(id, 'writeMinutes', [street, '08-10 14:00', minutes])
    const closes = () => told.refused(id, 'close', [street, '08-11 09:00'])
    expect(told.state(decision)).toBe('captured')
    expect(closes()).toBe('everyDecisionIsAssigned')
    told.step(decision, 'assign', [
      street,
      '08-11 10:00',
      {
        owner: unit.bureau,
        dueOn: '2026-08-31',
      },
    ])
    expect(closes()).toBeUndefined()
    expect(told.state(id)).toBe('closed')
  })

  test('R031 one with owner and deadline from the start, or dropped, holds nothing up', () => {
    const { told, id } = holding()
    const whole = { ...decided, owner: unit.bureau, dueOn: '2026-08-31' }
    told.step(id, 'capture', [street, '08-10 09:30', whole])
    told.step(id, 'finish', [street, '08-10 11:00'])
    const late = told.does(id, 'capture', { by: street, at: '08-10 11:10', data: decided })
    told.step(id, 'writeMinutes', [street, '08-10 14:00', minutes])
    const drop = { reason: '会上没有形成一致意见' }
    told.step(opened(late, 'meeting-decision'), 'drop', [street, '08-10 15:00', drop])
    told.step(id, 'close', [street, '08-10 16:00'])
    expect(told.state(id)).toBe('closed')
  })

  test('R031 half of it is not enough', () => {
    const { told, id } = holding()
    for (const half of [{ owner: unit.bureau }, { dueOn: '2026-08-31' }]) {
      const data = { ...decided, ...half }
      const done = told.does(id, 'capture', { by: street, at: '08-10 09:30', data })
      expect(told.state(opened(done, 'meeting-decision'))).toBe('captured')
    }
  })
})

describe('a meeting', () => {
  test('is prepared, announced, held, written down and closed', () => {
    const { told, id } = planned()
    expect(told.fields(id)).toMatchObject({
      sort: 'joint',
      host: unit.street,
      day: '2026-08-10',
      startAt: at('08-10 09:00'),
      members: [unit.bureau, unit.community],
    })
    expect(told.expected(id)).toEqual([`${unit.street} notify`])
    told.step(id, 'notify', [street, '08-04 09:00'])
    expect(told.expected(id)).toEqual([
      `${unit.street} open`,
      `${unit.bureau} attend`,
      `${unit.community} attend`,
    ])
    told.step(id, present, [community, '08-04 10:00'])
    expect(told.refused(id, 'open', [street, '08-09 23:00'])).toBe('dayHasCome')
    told.step(id, 'open', [street, '08-10 09:05'])
    expect(told.expected(id)).toEqual([`${unit.street} finish`])
    told.step(id, 'share', [street, '08-10 09:20', { unit: unit.community, words: '楼栋议事' }])
    told.step(id, 'finish', [street, '08-10 11:00'])
    expect(told.fields(id)).toMatchObject({
      openedAt: at('08-10 09:05'),
      finishedAt: at('08-10 11:00'),
    })
    expect(told.expected(id)).toEqual([`${unit.street} writeMinutes`])
    expect(told.refused(id, 'close', [street, '08-10 12:00'])).toBe('minutesAreWritten')
    told.step(id, 'writeMinutes', [street, '08-10 14:00', { minutes: '会议听取情况。' }])
    expect(told.expected(id)).toEqual([`${unit.street} close`])
    told.step(id, 'close', [street, '08-10 15:00'])
    expect(told.state(id)).toBe('closed')
  })

  test('cannot be announced to nobody, and invites nobody twice', () => {
    const told = meetings()
    const body = begun(
      told.starts('meeting-body', 'establish', {
        by: street,
        area: town.street,
        data: { sort: 'leading', title: '治理协调机构', units: [unit.bureau], duty: '牵头' },
      }),
    )
    told.step(body, 'activate', [street, '08-03 09:10'])
    told.step(body, 'addMembers', [street, '08-03 09:20', { units: [unit.community] }])
    told.step(body, `member/${unit.community}/leave`, [street, '08-03 09:30', { reason: '调整' }])
    const done = told.does(body, 'convene', { by: street, at: '08-03 10:00', data: nextMeeting })
    const id = opened(done, 'meeting')
    expect(told.fields(id)['members']).toEqual([unit.bureau])
    const adds = (command: string, units: number[]) =>
      told.refused(id, command, [street, '08-04 09:00', { units }])
    expect(adds('addUnits', [unit.bureau])).toBe('areNotInvitedYet')
    expect(adds('addUnits', [unit.traffic])).toBeUndefined()
    told.step(id, 'notify', [street, '08-04 10:00'])
    expect(adds('invite', [unit.traffic])).toBe('areNotInvitedYet')
    expect(adds('invite', [unit.community])).toBeUndefined()
    const parties = told.city.record(id)?.parties.map((one) => one.unit)
    expect(parties).toEqual([unit.bureau, unit.traffic, unit.community])
  })

  test('with nobody on its list it is not announced', () => {
    const { told, id } = planned()
    const record = told.city.record(id)
    const rule = meeting.rules['someoneIsInvited']
    const context = {
      starting: false,
      input: {},
      words: {},
      actor: street,
      at: 0,
      world: told.world,
      facts: {},
    }
    expect(record && rule?.holds({ ...context, record })).toBe(true)
    const alone = record && { ...record, fields: { ...record.fields, members: [] } }
    expect(alone && rule?.holds({ ...context, record: alone })).toBe(false)
    const told2 = meetings()
    const input = {
      body: 'b',
      title: '会',
      host: unit.street,
      startAt: at('08-10 09:00'),
      spot: 'x',
    }
    const done = told2.starts('meeting', 'plan', {
      by: { by: 'effect', of: 'b' },
      area: town.street,
      data: input,
    })
    expect(told2.refused(begun(done), 'notify', [street, '08-04 09:00'])).toBe('someoneIsInvited')
  })

  test('is moved with its clock, and may be called off', () => {
    const { told, id } = notified()
    const moved = { startAt: at('08-12 09:00'), endAt: at('08-12 11:00'), spot: '二楼' }
    const past = { ...moved, startAt: at('08-03 09:00') }
    expect(told.refused(id, 'reschedule', [street, '08-05 09:00', past])).toBe('endsAfterItBegins')
    const still = { ...moved, endAt: at('08-12 09:00') }
    expect(told.refused(id, 'reschedule', [street, '08-05 09:00', still])).toBe('endsAfterItBegins')
    told.step(id, 'reschedule', [street, '08-05 09:00', moved])
    expect(told.fields(id)['day']).toBe('2026-08-12')
    expect(told.until('08-12 16:59', id)).not.toContain('MeetingUnopened')
    expect(told.until('08-12 17:00', id)).toEqual(['MeetingUnopened'])
    told.step(id, 'cancel', [street, '08-13 09:00', { reason: '合并召开' }])
    expect(told.state(id)).toBe('cancelled')
  })

  test('that is not announced, not ended or not written down in time tells its host', () => {
    const first = planned()
    expect(first.told.until('08-10 17:00', first.id)).toEqual(['MeetingUnopened'])
    const { told, id } = holding()
    expect(told.until('08-10 20:59', id)).toEqual([])
    expect(told.until('08-10 21:00', id)).toEqual(['MeetingStayedOpen'])
    told.step(id, 'finish', [street, '08-10 21:10'])
    expect(told.until('08-17 16:59', id)).toEqual([])
    expect(told.until('08-17 17:00', id)).toEqual(['MinutesRanLate'])
  })

  test('counts by its sort on the day it is held', () => {
    const { told, id } = holding()
    const done = told.does(id, 'finish', { by: street, at: '08-10 11:00' })
    expect(counts(told, 'meeting', done)).toEqual(['+jointHeld@08-10'])
    for (const [sort, by, area] of [
      ['study', committee, town.district],
      ['leading', committee, town.district],
      ['forum', cityCommittee, town.city],
    ] as const) {
      const other = meetings()
      const body = begun(
        other.starts('meeting-body', 'establish', {
          by,
          area,
          data: { sort, title: '会', units: [unit.bureau], duty: '参加' },
        }),
      )
      other.step(body, 'activate', [by, '08-03 09:10'])
      const made = other.does(body, 'convene', { by, at: '08-03 10:00', data: nextMeeting })
      const own = opened(made, 'meeting')
      other.step(own, 'notify', [by, '08-04 09:00'])
      other.step(own, 'open', [by, '08-10 09:00'])
      const held = other.does(own, 'finish', { by, at: '08-10 11:00' })
      expect(counts(other, 'meeting', held)).toEqual([`+${sort}Held@08-10`])
    }
  })
})
