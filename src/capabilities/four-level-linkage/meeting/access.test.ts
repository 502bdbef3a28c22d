import { describe, expect, test } from 'vitest'
import { post, town, unit } from '../../../kernel/testing.ts'
import {
  begun,
  meetings,
  nextMeeting,
  notified,
  officialRoles,
  offered,
  opened,
  organisation,
  planned,
  readers,
  street,
  streetBody,
} from './testing.ts'

const front = [`${unit.street}: ${officialRoles}`]

describe('who may', () => {
  const answers = (one: number, who: readonly string[]) =>
    Object.fromEntries(['attend', 'excuse', 'depute'].map((name) => [`member/${one}/${name}`, who]))
  const parties = {
    ...answers(unit.bureau, [`${unit.bureau}: ${officialRoles}`, ...front]),
    ...answers(unit.community, [...front, `${unit.community}: ${officialRoles}`]),
  }
  const by = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, front]))

  test('the host prepares, opens, records and closes; those invited answer', () => {
    const { told, id } = planned()
    expect(offered(told, id, '08-04 09:00')).toEqual(
      by('notify', 'addUnits', 'reschedule', 'cancel'),
    )
    told.step(id, 'notify', [street, '08-04 09:00'])
    expect(offered(told, id, '08-10 09:00')).toEqual({
      ...by('open', 'invite', 'reschedule', 'cancel'),
      ...parties,
    })
    told.step(id, 'open', [street, '08-10 09:00'])
    expect(offered(told, id, '08-10 09:10')).toEqual({
      ...by('capture', 'share', 'invite', 'finish'),
      ...parties,
    })
    told.step(id, 'finish', [street, '08-10 11:00'])
    told.step(id, 'writeMinutes', [street, '08-10 12:00', { minutes: '纪要' }])
    expect(offered(told, id, '08-10 13:00')).toEqual({
      ...by('capture', 'share', 'writeMinutes', 'close'),
      ...parties,
    })
    told.step(id, 'close', [street, '08-10 14:00'])
    expect(offered(told, id, '08-10 15:00')).toEqual({})
  })

  test('the organisation department runs a committee’s meeting as the committee itself', () => {
    const told = meetings()
    const body = begun(
      told.starts('meeting-body', 'establish', {
        by: organisation,
        area: town.district,
        data: { sort: 'study', title: '专题研究', units: [unit.bureau], duty: '参加' },
      }),
    )
    told.step(body, 'activate', [organisation, '08-03 09:10'])
    const made = told.does(body, 'convene', {
      by: organisation,
      at: '08-03 10:00',
      data: nextMeeting,
    })
    const id = opened(made, 'meeting')
    const both = [`${unit.committee}: ${officialRoles}`, `${unit.organisation}: ${officialRoles}`]
    const record = (moment: string) =>
      Object.entries(offered(told, id, moment)).filter(([name]) => !name.startsWith('member/'))
    for (const [, who] of record('08-04 09:00')) expect(who).toEqual(both)
    told.step(id, 'notify', [organisation, '08-04 09:00'])
    for (const [, who] of record('08-10 09:00')) expect(who).toEqual(both)
    const answered = Object.entries(offered(told, id, '08-10 09:00')).filter(([name]) =>
      name.startsWith('member/'),
    )
    expect(answered).toHaveLength(3)
    for (const [, who] of answered)
      expect(who).toEqual([`${unit.bureau}: ${officialRoles}`, ...both])
    told.step(id, 'open', [organisation, '08-10 09:00'])
    for (const [, who] of record('08-10 09:10')) expect(who).toEqual(both)
    told.step(id, 'finish', [organisation, '08-10 11:00'])
    told.step(id, 'writeMinutes', [organisation, '08-10 12:00', { minutes: '纪要' }])
    for (const [, who] of record('08-10 12:10')) expect(who).toEqual(both)
    told.step(id, 'close', [organisation, '08-10 13:00'])
  })

  test('it is seen by its host, those invited, and the committees and supervisors above', () => {
    const { told, id } = notified()
    expect(readers(told, id, '08-04 12:00')).toEqual([
      `${unit.citySupervision}: head supervisor`,
      `${unit.supervision}: head supervisor`,
      `${unit.bureau}: ${officialRoles}`,
      `${unit.committee}: ${officialRoles}`,
      ...front,
      `${unit.community}: ${officialRoles}`,
      `${unit.cityCommittee}: ${officialRoles}`,
      `${unit.cityOrganisation}: ${officialRoles}`,
      `${unit.organisation}: ${officialRoles}`,
    ])
  })

  test('only the body’s own doing plans a meeting', () => {
    const { told } = streetBody()
    const done = told.starts('meeting', 'plan', {
      by: post('head', unit.street),
      area: town.street,
      data: { ...nextMeeting, body: 'id-1', host: unit.street },
    })
    expect(done).toMatchObject({ refused: 'notAllowed' })
  })
})
