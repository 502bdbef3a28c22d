import { describe, expect, test } from 'vitest'
import { post, town, unit } from '../../../kernel/testing.ts'
import {
  begun,
  committee,
  community,
  meetings,
  officialRoles,
  offered,
  organisation,
  readers,
  starters,
  street,
  streetBody,
} from '../meeting/testing.ts'
import { established, joint, running, withDuty } from './testing.ts'

describe('who may', () => {
  const front = [`${unit.street}: ${officialRoles}`]
  const commands = ['addMembers', 'keepCharter', 'keepPlan', 'convene', 'appointChair', 'dissolve']

  test('a body is established by Party organisations over the place, each for its own area', () => {
    const told = meetings()
    let sort = 0
    const may = starters(told, 'meeting-body', {
      command: 'establish',
      area: town.street,
      data: () => ({ ...joint, title: `联席会议 ${(sort += 1)}` }),
    })
    expect(may).toEqual([
      `${unit.committee}: ${officialRoles}`,
      ...front,
      `${unit.cityCommittee}: ${officialRoles}`,
      `${unit.cityOrganisation}: ${officialRoles}`,
      `${unit.organisation}: ${officialRoles}`,
    ])
    for (const by of [committee, organisation, post('clerk', unit.cityCommittee)])
      expect(established(by).done).toMatchObject({ refused: 'isOwnArea' })
  })

  test('the host alone keeps a street’s body; its organisation department helps a committee’s', () => {
    const { told, done } = established(street, town.street, withDuty)
    const id = begun(done)
    const member = (name: string) => `member/${unit.bureau}/${name}`
    const party = { [member('keepDuty')]: front, [member('leave')]: front }
    expect(offered(told, id, '08-03 10:00')).toEqual({
      addMembers: front,
      keepCharter: front,
      activate: front,
      ...party,
    })
    told.step(id, 'addMembers', [street, '08-03 10:10', { units: [unit.community], duty: '议事' }])
    told.step(id, 'activate', [street, '08-03 10:20'])
    const also = Object.fromEntries(
      ['keepDuty', 'leave'].map((name) => [`member/${unit.community}/${name}`, front]),
    )
    expect(offered(told, id, '08-03 11:00')).toEqual({
      ...Object.fromEntries([...commands, 'appointUpperChair'].map((name) => [name, front])),
      ...party,
      ...also,
    })
    const district = running(organisation, town.district, { units: [unit.street] })
    const both = [`${unit.committee}: ${officialRoles}`, `${unit.organisation}: ${officialRoles}`]
    expect(district.told.fields(district.id)).toMatchObject({
      host: unit.committee,
      organiser: unit.organisation,
    })
    expect(offered(district.told, district.id, '08-03 11:00')).toEqual({
      ...Object.fromEntries(commands.map((name) => [name, both])),
      [`member/${unit.street}/keepDuty`]: both,
    })
    const fresh = established(organisation, town.district, withDuty)
    const own = begun(fresh.done)
    expect(offered(fresh.told, own, '08-03 11:00')).toMatchObject({
      activate: both,
      [`member/${unit.bureau}/leave`]: both,
    })
    const upperChair = running(community, town.community)
    expect(offered(upperChair.told, upperChair.id, '08-03 11:00')['appointUpperChair']).toEqual([
      `${unit.community}: ${officialRoles}`,
    ])
  })

  test('every official may read which bodies there are', () => {
    const { told, body } = streetBody()
    expect(readers(told, body, '08-03 12:00')).toHaveLength(24)
  })
})
