import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, linked, type Linked, starters } from '../testing.ts'
import { requiredContents } from './contents.ts'
import { levelDuty } from './kind.ts'

const organiser = post('clerk', unit.cityOrganisation)
const list = { kind: 'level-duty', command: 'list', area: town.city }
const when = [organiser, '08-03 09:00'] as const

function item(level: string, content: string, number = `${level}-${content}`): Data {
  return { number, level, content, duty: `${level}的${content}` }
}

/** A list that holds what every level must hold. */
function complete(): { readonly told: Linked; readonly ids: Readonly<Record<string, string>> } {
  const told = linked([levelDuty])
  const ids = requiredContents.map(({ level, content }) => [
    content,
    told.begin(list, when, item(level, content)),
  ])
  return { told, ids: Object.fromEntries(ids) }
}

test('the declaration is sound', () => {
  expect(problemsIn(levelDuty)).toEqual([])
})

test('R028 each required content belongs to its level', () => {
  const told = linked([levelDuty])
  for (const { content, level } of requiredContents) {
    const other = level === 'community' ? 'street' : 'community'
    expect(told.tries(list, when, item(other, content))).toMatchObject({
      refused: 'contentFitsLevel',
    })
    expect(told.tries(list, when, item(level, content)).ok).toBe(true)
  }
})

test('R028 nothing else is listed for a level before its required contents stand', () => {
  const told = linked([levelDuty])
  const other = (level: string) => told.tries(list, when, item(level, 'other'))
  expect(other('city')).toMatchObject({ refused: 'requiredFirst' })
  told.begin(list, when, item('city', 'plan'))
  expect(other('city')).toMatchObject({ refused: 'requiredFirst' })
  for (const { level, content } of requiredContents.slice(1)) {
    expect(other(level)).toMatchObject({ refused: 'requiredFirst' })
    told.begin(list, when, item(level, content))
  }
  for (const level of ['city', 'district', 'street', 'community'])
    expect(other(level).ok).toBe(true)
})

test('R028 what a level must answer for is reworded, never taken out', () => {
  const { told, ids } = complete()
  const { plan = '', majorIssues = '' } = ids
  const out = { reason: '机构职能调整' }
  for (const id of [plan, majorIssues])
    expect(told.refused(id, ['withdraw', organiser, '08-04 09:00'], out)).toBe('contentStays')
  const second = told.begin(list, when, item('city', 'majorIssues', '另一项'))
  told.step(second, ['withdraw', organiser, '08-04 10:00'], out)
  expect(told.state(second)).toBe('withdrawn')
  const added = told.begin(list, when, item('street', 'other'))
  expect(told.counts(told.step(added, ['withdraw', organiser, '08-04 11:00'], out))).toEqual([
    '+withdrawn 6',
  ])
})

test('the leading duty of a level stands apart, once, and a number is given once for a level', () => {
  const { told, ids } = complete()
  const states = ['plan', 'majorIssues', 'pushForward', 'coordinate', 'backstop'].map((one) =>
    told.state(ids[one] ?? ''),
  )
  expect(states).toEqual(['leading', 'inForce', 'leading', 'leading', 'leading'])
  const again = (level: string, content: string, number: string) =>
    told.tries(list, when, item(level, content, number))
  expect(again('street', 'coordinate', '新号')).toMatchObject({ refused: 'claimTaken' })
  expect(again('street', 'other', 'street-coordinate')).toMatchObject({ refused: 'claimTaken' })
  expect(again('community', 'other', 'street-coordinate').ok).toBe(true)
})

test('an amendment is a new version with its reason', () => {
  const { told, ids } = complete()
  const id = ids['backstop'] ?? ''
  const words = { duty: '兜底管理小微企业、社会组织和商圈党建', reason: '商圈增多' }
  const done = told.step(id, ['amend', organiser, '08-04 09:00'], words)
  expect(told.fields(id)).toMatchObject({ ...words, version: 2 })
  expect(told.counts(done)).toEqual(['+amended 6'])
  told.step(id, ['amend', organiser, '08-05 09:00'], words)
  expect(told.fields(id)['version']).toBe(3)
})

test('the city draws the lists up and keeps them; every official reads them', () => {
  const fresh = linked([levelDuty])
  const begin = (area: number) => (by: Parameters<typeof post>[0]) => (inUnit: number) =>
    fresh.tries({ ...list, area }, [post(by, inUnit), '08-03 09:00'], item('city', 'plan'))
  expect(begin(town.city)('clerk')(unit.government)).toMatchObject({ refused: 'notAllowed' })
  expect(begin(town.district)('clerk')(unit.committee)).toMatchObject({ refused: 'isOfTheCity' })
  const city = all(unit.cityCommittee, unit.cityOrganisation)
  const attempt = (by: Parameters<Parameters<typeof starters>[0]>[0]) =>
    fresh.tries(list, [by, '08-03 09:00'], item('city', 'plan'))
  expect(starters(attempt)).toEqual(city)
  const { told, ids } = complete()
  const added = told.begin(list, when, item('city', 'other'))
  expect(told.offered(added)).toEqual({ amend: city, withdraw: city })
  expect(told.offered(ids['plan'] ?? '')).toEqual({ amend: city })
  expect(told.readers(added)).toHaveLength(24)
})
