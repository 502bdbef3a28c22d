import { describe, expect, test } from 'vitest'
import { limitText } from '../../kernel/limit.ts'
import { problemsIn } from '../../kernel/sound.ts'
import { town, unit } from '../../kernel/testing.ts'
import { asLimit } from '../../kernel/turn.ts'
import { keyProblem } from './key-problem.ts'
import {
  begun,
  bureau,
  cityCommittee,
  committee,
  counts,
  type Data,
  meetings,
  nextMeeting,
  offered,
  officialRoles,
  opened,
  organisation,
  readers,
  starters,
  street,
  streetBody,
} from './meeting/testing.ts'

const words = { title: '老旧小区党组织覆盖不足', lead: unit.bureau, dueOn: '2026-08-31' }

function listed(by = organisation, area: number = town.district, data: Data = {}) {
  const told = meetings()
  const given = { ...words, ...data }
  const done = told.starts('key-problem', 'list', { by, area, data: given })
  return { told, done }
}

test('the declaration is sound', () => {
  expect(problemsIn(keyProblem)).toEqual([])
})

test('the limits a city begins with', () => {
  const value = asLimit(keyProblem.parameters['problem.check'].default)
  expect(value === undefined ? '' : limitText(value)).toBe('10 个工作日')
})

test('a problem has a lead and a deadline ahead, and is kept by the committee of the place', () => {
  const { told, done } = listed()
  const id = begun(done)
  expect(told.fields(id)).toMatchObject({ host: unit.committee, organiser: unit.organisation })
  expect(told.expected(id)).toEqual([`${unit.bureau} report`])
  expect(listed(organisation, town.district, { dueOn: '2026-08-02' }).done).toMatchObject({
    refused: 'dueIsAhead',
  })
  expect(listed(cityCommittee).done).toMatchObject({ refused: 'isOwnArea' })
})

test('it may name the meeting that studied it, if that was the committee’s own', () => {
  const { told, body } = streetBody()
  const how = { by: street, at: '08-03 10:00', data: nextMeeting }
  const meeting = opened(told.does(body, 'convene', how), 'meeting')
  const lists = (by: typeof street, area: number, one: string) =>
    told.starts('key-problem', 'list', { by, area, data: { ...words, meeting: one } })
  expect(lists(street, town.street, meeting)).toMatchObject({ ok: true })
  expect(lists(street, town.street, 'none')).toMatchObject({ refused: 'meetingIsOwn' })
  expect(lists(committee, town.district, meeting)).toMatchObject({ refused: 'meetingIsOwn' })
})

test('its lead reports, the committee confirms or sends it back', () => {
  const { told, done } = listed()
  const id = begun(done)
  told.step(id, 'progress', [bureau, '08-10 09:00', { words: '已摸底' }])
  const stale = { lead: unit.traffic, dueOn: '2026-08-09' }
  expect(told.refused(id, 'reassign', [organisation, '08-10 10:00', stale])).toBe('dueIsAhead')
  told.step(id, 'reassign', [
    organisation,
    '08-10 10:00',
    {
      lead: unit.bureau,
      dueOn: '2026-09-15',
    },
  ])
  expect(told.until('09-15 16:59', id)).toEqual([])
  expect(told.until('09-15 17:00', id)).toEqual(['ProblemRanLate'])
  told.step(id, 'report', [bureau, '09-16 09:00', { result: '已组建 12 个' }])
  expect(told.expected(id)).toEqual([`${unit.committee} confirm`])
  expect(told.until('09-30 16:59', id)).toEqual([])
  expect(told.until('09-30 17:00', id)).toEqual(['ProblemCheckRanLate'])
  const back = { reason: '还缺两个小区', dueOn: '2026-09-29' }
  expect(told.refused(id, 'reopen', [organisation, '09-30 18:00', back])).toBe('dueIsAhead')
  told.step(id, 'reopen', [organisation, '09-30 18:00', { ...back, dueOn: '2026-10-30' }])
  told.step(id, 'report', [bureau, '10-20 09:00', { result: '全部组建' }])
  told.step(id, 'confirm', [organisation, '10-21 09:00'])
  expect(told.state(id)).toBe('solved')
})

test('the ledger counts what was listed, what of it is solved, and what ran late', () => {
  const { told, done } = listed()
  expect(counts(told, 'key-problem', done)).toEqual(['+listed@08-03'])
  const id = begun(done)
  expect(told.until('08-31 17:00', id)).toEqual(['ProblemRanLate'])
  told.step(id, 'report', [bureau, '09-01 09:00', { result: '全部组建' }])
  const how = { by: organisation, at: '09-02 09:00' }
  expect(counts(told, 'key-problem', told.does(id, 'confirm', how))).toEqual(['+solved@08-03'])
  expect(keyProblem.counters.late).toMatchObject({ on: { event: 'ProblemRanLate' } })
})

describe('who may', () => {
  const both = [`${unit.committee}: ${officialRoles}`, `${unit.organisation}: ${officialRoles}`]
  const lead = [`${unit.bureau}: ${officialRoles}`]
  const front = [`${unit.street}: ${officialRoles}`]

  test('the lead works, the committee and its organisation department decide', () => {
    for (const [by, area, who] of [
      [organisation, town.district, both],
      [street, town.street, front],
    ] as const) {
      const { told, done } = listed(by, area)
      const id = begun(done)
      expect(offered(told, id, '08-04 09:00')).toEqual({
        progress: lead,
        report: lead,
        reassign: who,
      })
      told.step(id, 'report', [bureau, '08-04 10:00', { result: '已解决' }])
      expect(offered(told, id, '08-04 11:00')).toEqual({ confirm: who, reopen: who })
    }
  })

  test('it is seen by the committee, its lead, the committees above and supervisors', () => {
    const { told, done } = listed(street, town.street)
    expect(readers(told, begun(done), '08-03 12:00')).toEqual([
      `${unit.citySupervision}: head supervisor`,
      `${unit.supervision}: head supervisor`,
      ...lead,
      `${unit.committee}: ${officialRoles}`,
      ...front,
      `${unit.cityCommittee}: ${officialRoles}`,
      `${unit.cityOrganisation}: ${officialRoles}`,
      `${unit.organisation}: ${officialRoles}`,
    ])
  })

  test('Party organisations over the place may try to list one', () => {
    const may = starters(meetings(), 'key-problem', {
      command: 'list',
      area: town.street,
      data: () => words,
    })
    expect(may).toEqual([
      `${unit.committee}: ${officialRoles}`,
      ...front,
      `${unit.cityCommittee}: ${officialRoles}`,
      `${unit.cityOrganisation}: ${officialRoles}`,
      `${unit.organisation}: ${officialRoles}`,
    ])
  })
})
