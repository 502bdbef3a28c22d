import { describe, expect, test } from 'vitest'
import { type Role, roleNames } from '../../../kernel/actor.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import {
  begun,
  type Meetings,
  nextMeeting,
  offered,
  officialRoles,
  opened,
  organisation,
  readers,
  street,
} from '../meeting/testing.ts'
import { proposed, raised, words } from './testing.ts'

describe('who may', () => {
  const front = [`${unit.street}: ${officialRoles}`]
  const both = [`${unit.committee}: ${officialRoles}`, `${unit.organisation}: ${officialRoles}`]

  function table(
    { told, id, meeting }: { told: Meetings; id: string; meeting: string },
    by: typeof street,
    who: readonly string[],
  ) {
    const says = (...names: readonly string[]) =>
      Object.fromEntries(names.map((name) => [name, who]))
    expect(offered(told, id, '08-05 09:00')).toEqual(says('accept', 'raise', 'decline'))
    told.step(id, 'accept', [by, '08-05 09:10', { meeting }])
    expect(offered(told, id, '08-05 09:20')).toEqual(says('begin', 'reorder', 'postpone', 'raise'))
    told.step(id, 'begin', [by, '08-10 09:10'])
    expect(offered(told, id, '08-10 09:20')).toEqual(says('conclude', 'raise'))
  }

  test('the host or its organisation department keeps the agenda', () => {
    table(proposed(), street, front)
    const { told, above, upper, id } = raised()
    const how = { by: organisation, at: '08-04 10:00', data: nextMeeting }
    const meeting = opened(told.does(upper, 'convene', how), 'meeting')
    table({ told, id: above, meeting }, organisation, both)
    told.step(above, 'conclude', [organisation, '08-10 10:00', { outcome: '由区统筹' }])
    const own = Object.fromEntries(['settle', 'accept'].map((name) => [name, front]))
    expect(offered(told, id, '08-10 11:00')).toEqual(own)
  })

  test('an item answered from above is settled by the organisation department for its committee', () => {
    const { told, above } = raised()
    const city = post('leader', unit.cityCommittee)
    const body = begun(
      told.starts('meeting-body', 'establish', {
        by: city,
        area: town.city,
        data: { sort: 'joint', title: '市联席会议', units: [unit.committee], duty: '统筹' },
      }),
    )
    told.step(body, 'activate', [city, '08-04 10:00'])
    const data = { upper: body, why: '需要市级统筹' }
    const done = told.does(above, 'raise', { by: organisation, at: '08-05 09:00', data })
    const top = opened(done, 'agenda-item')
    told.step(top, 'decline', [city, '08-06 09:00', { reason: '按规定办理' }])
    expect(offered(told, above, '08-07 09:00')).toEqual({ settle: both, accept: both })
  })

  test('it is seen by host, proposer, members and the committees above', () => {
    const seen = ({ told, id }: { told: Meetings; id: string }) => readers(told, id, '08-04 12:00')
    expect(seen(proposed())).toEqual([
      `${unit.bureau}: ${officialRoles}`,
      `${unit.committee}: ${officialRoles}`,
      ...front,
      `${unit.community}: ${officialRoles}`,
      `${unit.cityCommittee}: ${officialRoles}`,
      `${unit.cityOrganisation}: ${officialRoles}`,
      `${unit.organisation}: ${officialRoles}`,
    ])
    const { told, id, body } = proposed()
    const members = told.city.record(id)?.parties.map((one) => `${one.unit} ${one.state}`)
    expect(members).toEqual([`${unit.bureau} told`, `${unit.community} told`])
    const leave = `member/${unit.community}/leave`
    told.step(body, leave, [street, '08-03 12:00', { reason: '调整' }])
    const later = begun(
      told.starts('agenda-item', 'propose', {
        by: street,
        area: town.street,
        at: '08-03 13:00',
        data: { body, ...words },
      }),
    )
    expect(seen({ told, id })).toContain(`${unit.community}: ${officialRoles}`)
    expect(seen({ told, id: later })).not.toContain(`${unit.community}: ${officialRoles}`)
    expect(told.fields(id)['proposer']).toBe(unit.community)
  })

  test('whoever raised an item follows it above, member there or not', () => {
    const { told, above } = raised([unit.bureau])
    expect(readers(told, above, '08-04 12:00')).toContain(front[0])
  })

  test('those of a unit who prepare meetings propose for it', () => {
    const { told, body } = proposed()
    const isRole = (name: string): name is Role => name in roleNames
    const may = Object.keys(roleNames).filter((role) => {
      if (!isRole(role)) return false
      const by = post(role, unit.community)
      return told.starts('agenda-item', 'propose', {
        by,
        area: town.street,
        data: { body, ...words },
      }).ok
    })
    expect(may.toSorted().join(' ')).toBe(officialRoles)
  })
})
