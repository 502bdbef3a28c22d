import { describe, expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { limitsOf, tell } from '../../street-mandate/testing/told.ts'
import { signing, working } from '../testing/roles.ts'
import { alliance } from './kind.ts'
import { bureau, drafted, forming, other, running, street } from './testing.ts'

const matter = { matter: '河道夜钓占道', matterSort: 'boundary', dueOn: '2026-09-01' }

test('the declaration is sound', () => {
  expect(problemsIn(alliance)).toEqual([])
  expect(limitsOf(alliance)).toEqual({
    'alliance.answer': '20 working-day',
    'alliance.form': '30 working-day',
    'alliance.reply': '10 working-day',
  })
})

describe('coming together', () => {
  test('R057 its members come from two areas, of which neither lies in the other', () => {
    const told = forming({ units: [unit.community, unit.otherStreet] })
    const founds = () => told.refused(told.id, 'found', [street, '08-05 09:00'])
    expect(founds()).toBe('spansAreas')
    const community = post('secretary', unit.community)
    told.does(told.id, `member/${unit.community}/join`, [community, '08-04 09:00'])
    expect(founds()).toBe('spansAreas')
    told.does(told.id, `member/${unit.otherStreet}/join`, [other, '08-05 09:10'])
    expect(founds()).toBeUndefined()
  })

  test('R057 of neighbours across a boundary the other city is named', () => {
    const sort = 'neighbour'
    const alone = forming({ sort, units: null })
    expect(alone.refused(alone.id, 'found', [street, '08-04 09:00'])).toBe('spansAreas')
    const told = forming({ sort, units: null, otherCity: '玉溪市澄江市凤麓街道' })
    expect(told.refused(told.id, 'found', [street, '08-04 09:00'])).toBeUndefined()
  })

  test('of a pairing with the army only its name is held', () => {
    const sort = 'army'
    const alone = forming({ sort, units: null })
    expect(alone.refused(alone.id, 'found', [street, '08-04 09:00'])).toBe('spansAreas')
    const told = forming({ sort, units: null, partner: '翠湖军地结对' })
    expect(told.refused(told.id, 'found', [street, '08-04 09:00'])).toBeUndefined()
  })

  test('nobody is a member who has not said so: silence is no joining', () => {
    const told = forming()
    expect(told.until('08-17 17:00')).toEqual(['MemberLapsed', 'MemberLapsed'])
    expect(told.record(told.id).fields['members']).toEqual([])
    expect(told.counted('alliance')).toEqual({})
    expect(told.until('09-14 17:00')).toEqual(['AllianceFormRanLate'])
  })

  test('nobody is invited twice, though who declined may be asked again', () => {
    const told = running()
    const invites = (units: readonly number[]) =>
      told.refused(told.id, 'invite', [street, '08-05 09:00', { units }])
    expect(invites([unit.street])).toBe('othersAreAsked')
    expect(invites([unit.otherStreet])).toBe('othersAreAsked')
    expect(invites([unit.bureau, unit.traffic])).toBeUndefined()
    told.does(told.id, `member/${unit.bureau}/join`, [bureau, '08-05 10:00'])
    expect(told.record(told.id).fields['members']).toEqual([unit.otherStreet, unit.bureau])
    const none = tell([alliance])
    const units = [unit.street]
    const when = [street, '08-03 09:00', { ...drafted, units }] as const
    expect(none.tries('alliance/prepare', town.street, when)).toBe('othersAreAsked')
  })
})

describe('running', () => {
  test('it lies with its lead, its members are counted, and one may leave', () => {
    const told = running()
    expect(told.record(told.id)).toMatchObject({
      fields: { lead: unit.street, members: [unit.otherStreet] },
      place: { street: town.street },
    })
    expect(told.counted('alliance')).toEqual({ joined: 1 })
    told.does(told.id, `member/${unit.otherStreet}/leave`, [other, '08-05 09:00'])
    expect(told.record(told.id).fields['members']).toEqual([])
    expect(told.counted('alliance')).toEqual({ joined: 0 })
  })

  test('R057 only those who joined raise matters', () => {
    const told = running()
    const raises = (by: typeof street, dueOn = '2026-09-01') =>
      told.refused(told.id, 'raise', [by, '08-05 09:00', { ...matter, dueOn }])
    expect(raises(bureau)).toBe('isJoined')
    expect(raises(other, '2026-08-04')).toBe('dueAhead')
    expect(raises(other)).toBeUndefined()
    expect(raises(street)).toBeUndefined()
  })

  test('its meetings are told, and it ends with its project or when its lead dissolves it', () => {
    const told = running({ endsOn: '2026-10-09' })
    const met = { metOn: '2026-08-10', outcome: '明确分段责任' }
    told.does(told.id, 'meet', [street, '08-10 15:00', met])
    expect(told.record(told.id).fields['metOn']).toBe('2026-08-10')
    expect(told.counted('alliance')).toEqual({ joined: 1, met: 1 })
    expect(told.until('10-09 17:00')).toEqual(['AllianceLapsed'])
    expect(told.state(told.id)).toBe('ended')
    const dissolved = forming()
    dissolved.does(dissolved.id, 'dissolve', [street, '08-04 09:00', { reason: '项目取消' }])
    expect(dissolved.state(dissolved.id)).toBe('ended')
    const past = { ...drafted, endsOn: '2026-08-02' }
    expect(
      tell([alliance]).tries('alliance/prepare', town.street, [street, '08-03 09:00', past]),
    ).toBe('endsAhead')
  })
})

test('the lead runs it, each unit answers for itself, committees above look on', () => {
  const told = forming()
  const { world, id } = told
  expect(starters(alliance, world, town.street)).toEqual({
    prepare: of(
      ['cityBureau', 'cityCommittee', 'bureau', 'traffic', 'committee', 'street'],
      working,
    ),
  })
  const lead = of(['street'], signing)
  const back = of(['otherStreet'], signing)
  const may = () => askers(alliance, world, told.record(id))
  expect(may()).toEqual({
    invite: lead,
    inviteCity: lead,
    found: lead,
    dissolve: lead,
    [`member/${unit.otherStreet}/join`]: back,
    [`member/${unit.otherStreet}/decline`]: back,
    [`member/${unit.bureau}/join`]: of(['bureau'], signing),
    [`member/${unit.bureau}/decline`]: of(['bureau'], signing),
  })
  told.does(id, `member/${unit.otherStreet}/join`, [other, '08-04 09:00'])
  told.does(id, `member/${unit.bureau}/decline`, [bureau, '08-04 09:10'])
  told.does(id, 'found', [street, '08-04 10:00'])
  expect(may()).toEqual({
    invite: lead,
    raise: of(['bureau', 'street', 'otherStreet'], working),
    meet: of(['street'], working),
    dissolve: lead,
    [`member/${unit.otherStreet}/leave`]: back,
  })
  expect(seers(alliance, world, told.record(id))).toEqual(
    of(
      [
        'cityCommittee',
        'cityOrganisation',
        'bureau',
        'committee',
        'organisation',
        'street',
        'otherStreet',
      ],
      working,
    ),
  )
})
