import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { town, unit } from '../../../kernel/testing.ts'
import { of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { working } from '../testing/roles.ts'
import { community, planned } from '../joint-activity/testing.ts'
import { activityOrganisation } from './kind.ts'

const kind = 'activity-organisation'

function going() {
  const told = planned({ hosts: null })
  const adds = (organisation: string, data = {}) =>
    told.refused(told.id, 'addOrganisation', [
      community,
      '08-10 10:00',
      { organisation, attendance: 6, ...data },
    ])
  return { ...told, adds }
}

test('the declaration is sound, and it holds no person', () => {
  expect(problemsIn(activityOrganisation)).toEqual([])
  const types = Object.values(activityOrganisation.fields).map(({ type }) => type)
  expect(types).not.toContain('contact')
  expect(types).not.toContain('long')
})

test('an organisation of the registry takes part once in an activity', () => {
  const told = going()
  const shop = told.firm('文林书店')
  const club = told.firm('翠湖志愿服务队', 'social')
  expect(told.adds('none')).toBe('isRegistered')
  expect(told.adds(shop)).toBeUndefined()
  expect(told.adds(shop)).toBe('claimTaken')
  expect(told.adds(club, { hosted: true })).toBeUndefined()
  expect(told.all(kind).map(({ title, fields }) => [title, fields['sort']])).toEqual([
    ['文林书店', 'private'],
    ['翠湖志愿服务队', 'social'],
  ])
  expect(told.all(kind)[0]?.fields).toMatchObject({
    activity: told.id,
    organisation: shop,
    host: unit.community,
    hosted: false,
    attendance: 6,
  })
  expect(told.counted(kind)).toEqual({ firms: 1, attendance: 12 })
  expect(told.record(shop).fields['hostedYear']).toBeUndefined()
  expect(told.record(shop).fields['joinedYear']).toBe(2026)
  expect(told.record(club).fields['hostedYear']).toBe(2026)
})

test('one that declined Party work may come all the same; one that left is not noted', () => {
  const told = going()
  const shop = told.firm('文林书店')
  told.does(shop, 'respect', [community, '08-04 09:00', { reason: '暂不考虑' }])
  expect(told.adds(shop)).toBeUndefined()
  const gone = told.firm('翠湖茶馆')
  told.does(gone, 'leave', [community, '08-04 09:00', { reason: '迁出' }])
  expect(told.adds(gone)).toBe('isRegistered')
  for (const data of [{}, { partyOrg: '商圈支部', liaison: true }]) {
    const other = told.firm('文林花店')
    told.does(other, 'link', [community, '08-04 09:00', data])
    expect(told.adds(other)).toBeUndefined()
  }
  const planning = told.firm('文林米线')
  const plan = { plan: '联合组建', planOn: '2026-09-01' }
  told.does(planning, 'plan', [community, '08-04 09:00', plan])
  expect(told.adds(planning)).toBeUndefined()
})

test('only an activity makes one; who noted it and the Party bodies above see it, no other post', () => {
  const told = going()
  told.adds(told.firm('文林书店'))
  const record = told.all(kind)[0]
  expect(starters(activityOrganisation, told.world, town.community)).toEqual({})
  expect(record && seers(activityOrganisation, told.world, record)).toEqual(
    of(['cityCommittee', 'cityOrganisation', 'committee', 'organisation', 'community'], working),
  )
})
