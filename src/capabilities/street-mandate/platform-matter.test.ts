import { expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { governedWorld, post, town, unit } from '../../kernel/testing.ts'
import { fourPlatforms } from './four-platforms/kind.ts'
import { platformMatter } from './platform-matter.ts'
import { askers, of, seers, starters } from './testing/access-table.ts'
import { type Data, limitsOf, tell } from './testing/told.ts'

const kind = 'platform-matter'
const clerk = post('clerk', unit.street)
const office = post('clerk', unit.office)
const bureau = post('clerk', unit.bureau)
const traffic = post('clerk', unit.traffic)
const four = {
  safety: unit.office,
  market: unit.bureau,
  enforcement: unit.office,
  service: unit.street,
}
const done = { result: '已整改' }

function city() {
  const told = tell([fourPlatforms, platformMatter])
  const set = told.begin('four-platforms/establish', town.street, [clerk, '08-03 09:00', four])
  const routes = (data: Data = {}, by = clerk, area: number = town.street) =>
    told.tries(`${kind}/route`, area, [
      by,
      '08-03 10:00',
      { matter: '店外经营', set, platform: 'enforcement', ...data },
    ])
  return { ...told, set, routes }
}

function routed(data: Data = { partners: [unit.bureau, unit.traffic] }) {
  const told = city()
  told.routes(data)
  return { ...told, id: told.all(kind)[0]?.id ?? '' }
}

test('the declaration is sound', () => {
  expect(problemsIn(platformMatter)).toEqual([])
  expect(limitsOf(platformMatter)).toEqual({
    'platform.handle': '10 working-day',
    'platform.partner': '5 working-day',
  })
})

test('R114 a matter sits in one of the four platforms of its own street', () => {
  const off = tell([platformMatter], governedWorld([platformMatter], { practices: [] }))
  const data = { matter: '店外经营', set: 'none', platform: 'market' }
  expect(off.tries(`${kind}/route`, town.street, [clerk, '08-03 10:00', data])).toBe('practiceIsOn')
  const told = city()
  expect(told.routes({ platform: 'culture' })).toBe('sitsInOnePlatform')
  expect(told.routes({ platform: '' })).toBe('sitsInOnePlatform')
  expect(told.routes({ set: 'none' })).toBe('sitsInOnePlatform')
  const other = post('clerk', unit.otherStreet)
  expect(told.routes({}, other, town.otherStreet)).toBe('sitsInOnePlatform')
  expect(told.routes()).toBeUndefined()
  expect(told.all(kind)[0]?.fields).toMatchObject({ lead: unit.office, holder: unit.street })
  told.does(told.set, 'close', [
    post('leader', unit.government),
    '08-04 09:00',
    { reason: '机构改革' },
  ])
  expect(told.routes()).toBe('sitsInOnePlatform')
})

test('R114 moved, it sits in another one of the four', () => {
  const told = routed()
  const moves = (platform: string) =>
    told.refused(told.id, 'reroute', [
      clerk,
      '08-03 11:00',
      { set: told.set, platform, reason: '涉及食品' },
    ])
  expect(moves('culture')).toBe('sitsInOnePlatform')
  expect(moves('market')).toBeUndefined()
  expect(told.record(told.id).fields).toMatchObject({ platform: 'market', lead: unit.bureau })
})

test('partners join in once, and report for themselves', () => {
  const told = routed({ partners: [unit.bureau] })
  const partners = [unit.bureau, unit.traffic]
  told.does(told.id, 'cooperate', [office, '08-03 11:00', { partners }])
  expect(told.record(told.id).parties.map((one) => one.unit)).toEqual(partners)
  const own = `partner/${unit.bureau}/report`
  expect(told.refused(told.id, own, [traffic, '08-03 12:00', done])).toBe('notAllowed')
  told.does(told.id, own, [bureau, '08-03 12:00', done])
  expect(told.record(told.id).parties[0]).toMatchObject({ state: 'reported' })
  told.does(told.id, 'finish', [office, '08-04 09:00', done])
  expect(told.state(told.id)).toBe('finished')
  expect(told.counted(kind)).toEqual({ routed: 1, finished: 1 })
})

test('partners have five working days, the matter ten', () => {
  const told = routed()
  expect(told.until('08-10 17:00')).toEqual(['PartnerRanLate', 'PartnerRanLate'])
  expect(told.until('08-17 17:00')).toEqual(['MatterRanLate'])
  expect(told.counted(kind)).toEqual({ routed: 1, late: 1 })
})

test('the street routes, the lead handles, partners help, those above look on', () => {
  const told = routed()
  const { world, record, id } = told
  const street = ['street dispatcher clerk head leader secretary']
  const helping = (names: string[]) => of(names, ['clerk', 'head', 'leader', 'worker', 'secretary'])
  expect(starters(platformMatter, world, town.street)).toEqual({ route: street })
  const looking = (names: string[]) => of(names, ['leader', 'supervisor'])
  expect(seers(platformMatter, world, record(id))).toEqual([
    ...looking(['citySupervision', 'cityCommittee', 'cityGovernment', 'supervision']),
    ...helping(['bureau', 'traffic']),
    ...looking(['committee', 'government']),
    ...street,
    ...helping(['office']),
  ])
  const both = [...street, ...helping(['office'])]
  expect(askers(platformMatter, world, record(id))).toEqual({
    finish: both,
    reroute: street,
    cooperate: both,
    [`partner/${unit.bureau}/report`]: helping(['bureau']),
    [`partner/${unit.traffic}/report`]: helping(['traffic']),
  })
})
