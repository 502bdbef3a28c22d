import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { askers, everyone, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf } from '../../street-mandate/testing/told.ts'
import { leader, organisation, organiser, otherStreet, street } from '../testing/reviewing.ts'
import { drafted, published, scoring, sheet, solved, tellings } from '../testing/scoring.ts'
import { scoringSheet } from './kind.ts'

const line = '1 解决率 N13#solved 40分 满分0.9 零分0.5 不调整'
const agreed = { conclusion: 'agree' }

test('the declaration is sound, and its limits are those a city begins with', () => {
  expect(problemsIn(scoringSheet)).toEqual([])
  expect(limitsOf(scoringSheet)).toEqual({
    'score.opinion': '10 working-day',
    'score.make': '40 working-day',
  })
})

test('items are typed one by one and keep their numbers', () => {
  const { told, id } = drafted()
  const items = () => told.record(id).fields['items']
  const second = { ...solved, label: '响应 率', indicator: 'N13#responded', adjust: 'difficulty' }
  told.does(id, 'addItem', [organiser, '08-03 09:20', second])
  told.does(id, 'addItem', [organiser, '08-03 09:21', { ...solved, adjust: 'population' }])
  expect(items()).toEqual([
    line,
    '2 响应率 N13#responded 40分 满分0.9 零分0.5 按难度',
    '3 解决率 N13#solved 40分 满分0.9 零分0.5 按人口',
  ])
  told.does(id, 'dropItem', [organiser, '08-03 09:25', { item: '2' }])
  told.does(id, 'changeItem', [organiser, '08-03 09:26', { item: '3', ...solved, points: 60 }])
  expect(items()).toEqual([line, '3 解决率 N13#solved 60分 满分0.9 零分0.5 不调整'])
})

test('an item rests on a figure of the platform, and has a way from nothing to full', () => {
  const { told, id } = drafted()
  const adds = (data: Data) =>
    told.refused(id, 'addItem', [organiser, '08-03 09:30', { ...solved, ...data }])
  expect(adds({ indicator: 'F99' })).toBe('isFigure')
  expect(adds({ indicator: '人填的数' })).toBe('isFigure')
  expect(adds({ full: 0.5 })).toBe('boundsDiffer')
  const changes = (data: Data) =>
    told.refused(id, 'changeItem', [organiser, '08-03 09:31', { item: '1', ...solved, ...data }])
  expect(changes({ item: '7' })).toBe('itemIsThere')
  expect(changes({ indicator: 'F99' })).toBe('isFigure')
  expect(changes({ zero: 0.9 })).toBe('boundsDiffer')
  const drops = (item: string) => told.refused(id, 'dropItem', [organiser, '08-03 09:32', { item }])
  expect(drops('7')).toBe('itemIsThere')
})

test('a sheet has at most twenty items', () => {
  const { told, id } = drafted()
  for (let n = 2; n <= 20; n += 1) told.does(id, 'addItem', [organiser, '08-03 09:40', solved])
  expect(told.refused(id, 'addItem', [organiser, '08-03 09:41', solved])).toBe('hasRoom')
})

test('nobody is asked about a sheet without items', () => {
  const { told, id } = drafted()
  told.does(id, 'dropItem', [organiser, '08-03 09:30', { item: '1' }])
  expect(told.refused(id, 'consult', [organiser, '08-03 10:00'])).toBe('hasItems')
})

test('what a trial adopted is drafted whole, and only when every line is sound', () => {
  const told = scoring()
  const tries = (items: readonly string[]) =>
    told.tries('scoring-sheet/draft', town.district, [
      organiser,
      '08-03 09:00',
      { ...sheet, items },
    ])
  expect(tries([line, line])).toBe('itemsAreSound')
  expect(tries(['什么都不是'])).toBe('itemsAreSound')
  expect(tries(['1 解决率 N13#solved 40分 满分0.9 零分0.9 不调整'])).toBe('itemsAreSound')
  expect(tries([line])).toBeUndefined()
  expect(told.all('scoring-sheet')[0]?.fields).toMatchObject({ items: [line], edition: 1 })
})

test('those scored are heard before the committee decides', () => {
  const { told, id } = drafted()
  told.does(id, 'consult', [organiser, '08-03 10:00'])
  expect(told.record(id).parties.map((party) => party.unit)).toEqual([
    unit.street,
    unit.otherStreet,
  ])
  told.does(id, `heard/${unit.street}/answer`, [street, '08-03 11:00', agreed])
  expect(told.refused(id, 'submit', [organiser, '08-03 12:00'])).toBe('allHeard')
  const object = { conclusion: 'object' }
  told.does(id, `heard/${unit.otherStreet}/answer`, [otherStreet, '08-03 12:10', object])
  expect(told.refused(id, 'submit', [organiser, '08-03 12:20'])).toBe('allWeighed')
  const weighs = (data: Data) =>
    told.refused(id, `heard/${unit.otherStreet}/weigh`, [organiser, '08-03 12:30', data])
  expect(weighs({ outcome: 'notAdopted' })).toBe('saysWhyNot')
  expect(weighs({ outcome: 'notAdopted', why: '已有依据' })).toBeUndefined()
})

test('some may be heard by name, and of departments those of the same level', () => {
  const named = drafted()
  named.told.does(named.id, 'consult', [organiser, '08-03 10:00', { heard: [unit.street] }])
  expect(named.told.record(named.id).parties.map((party) => party.unit)).toEqual([unit.street])
  const { told, id } = drafted(scoring(), { subjects: 'departments' })
  told.does(id, 'consult', [organiser, '08-03 10:00'])
  expect(told.record(id).parties.map((party) => party.unit)).toEqual([unit.bureau, unit.traffic])
})

test('who did not answer in time is not waited for', () => {
  const { told, id } = drafted()
  told.does(id, 'consult', [organiser, '08-03 10:00'])
  expect(told.until('08-17 16:59')).toEqual([])
  expect(told.until('08-17 17:00')).toEqual(['OpinionLapsed', 'OpinionLapsed'])
  told.does(id, 'submit', [organiser, '08-18 09:00'])
  expect(told.state(id)).toBe('deciding')
})

test('a sheet holds from its day on, and is not published before', () => {
  const { told, id } = published()
  expect(told.record(id).fields).toMatchObject({
    publishedOn: '2026-08-03',
    holdsFrom: '2026-08-03',
    edition: 1,
    host: unit.committee,
    office: unit.organisation,
    scope: town.district,
  })
  expect(told.counted('scoring-sheet')).toEqual({ published: 1 })
  const later = drafted()
  later.told.does(later.id, 'consult', [organiser, '08-03 10:00', { heard: [unit.street] }])
  later.told.does(later.id, `heard/${unit.street}/answer`, [street, '08-03 11:00', agreed])
  const weighed = { outcome: 'adopted' }
  later.told.does(later.id, `heard/${unit.street}/weigh`, [organiser, '08-03 11:10', weighed])
  later.told.does(later.id, 'submit', [organiser, '08-03 11:20'])
  const decided = { documentNumber: '9号', holdsFrom: '2026-08-10' }
  later.told.does(later.id, 'decide', [leader, '08-03 11:30', decided])
  const publishes = (moment: string) => later.told.refused(later.id, 'publish', [organiser, moment])
  expect(publishes('08-07 09:00')).toBe('itsDayHasCome')
  expect(publishes('08-10 09:00')).toBeUndefined()
})

test('what is sent back is drafted anew; what is given up ends', () => {
  const { told, id } = drafted()
  told.does(id, 'consult', [organiser, '08-03 10:00', { heard: [unit.street] }])
  told.does(id, `heard/${unit.street}/answer`, [street, '08-03 11:00', agreed])
  told.does(id, `heard/${unit.street}/weigh`, [organiser, '08-03 11:10', { outcome: 'adopted' }])
  told.does(id, 'submit', [organiser, '08-03 11:20'])
  told.does(id, 'sendBack', [leader, '08-03 11:30', { reason: '分值过于集中' }])
  expect(told.state(id)).toBe('draft')
  told.does(id, 'abandon', [organiser, '08-03 11:40', { reason: '今年不评' }])
  expect(told.state(id)).toBe('abandoned')
})

test('a sheet in force is changed by its next version, which takes its place', () => {
  const first = published()
  const { told } = first
  told.does(first.id, 'amend', [organiser, '08-04 09:00', { basis: '征求意见后修订' }])
  const next = told.all('scoring-sheet')[1]
  expect(next).toMatchObject({
    state: 'draft',
    fields: { edition: 2, replaces: first.id, items: [line], basis: '征求意见后修订' },
  })
  expect(told.state(first.id)).toBe('published')
  published({ told, id: next?.id ?? '' }, '08-05')
  expect(told.state(first.id)).toBe('superseded')
})

test('a draft from a trial replaces a sheet in force of its own level and subject alone', () => {
  const { told, id } = published()
  const tries = (data: Data, by = organiser) =>
    told.tries('scoring-sheet/draft', town.district, [
      by,
      '08-04 09:00',
      { ...sheet, replaces: id, ...data },
    ])
  expect(tries({ subjects: 'departments' })).toBe('replacesOwn')
  expect(tries({}, post('clerk', unit.cityOrganisation))).toBe('replacesOwn')
  expect(tries({})).toBeUndefined()
  const next = told.all('scoring-sheet')[1]?.id ?? ''
  expect(told.record(next).fields).toMatchObject({ edition: 2, replaces: id })
  told.does(id, 'withdraw', [leader, '08-04 10:00', { reason: '依据废止' }])
  expect(told.state(id)).toBe('withdrawn')
  told.does(next, 'addItem', [organiser, '08-04 11:00', solved])
  published({ told, id: next }, '08-05')
  expect(told.state(id)).toBe('withdrawn')
})

test('one sheet for a subject is in the making at a time', () => {
  const { told } = drafted()
  const tries = (data: Data) =>
    told.tries('scoring-sheet/draft', town.district, [
      organiser,
      '08-03 10:00',
      { ...sheet, ...data },
    ])
  expect(tries({})).toBe('claimTaken')
  expect(tries({ subjects: 'departments' })).toBeUndefined()
})

test('making a sheet for more than forty working days is told', () => {
  const { told, id } = drafted()
  expect(told.record(id).clocks['making']?.stages[0]?.due).toBe(at('09-28 17:00'))
  expect(told.until('09-28 16:59')).toEqual([])
  expect(told.until('09-28 17:00')).toEqual(['SheetMakingOverdue'])
})

test('who is told of what', () => {
  expect(tellings(scoringSheet)).toEqual([
    'overrun office',
    'submit host',
    'decide office',
    'sendBack office',
    'withdraw office',
  ])
})

const everybodyInside = everyone.filter((who) => who !== 'public' && who !== 'link')
const staff = ['clerk', 'head', 'leader', 'worker', 'secretary'] as const
const ours = of(['committee', 'organisation'], staff)
const deciders = of(['committee'], ['leader', 'secretary'])

test('the committee’s own people make a sheet, its leaders decide it, everybody reads it', () => {
  const { told, id } = drafted()
  const may = () => askers(scoringSheet, told.world, told.record(id))
  expect(seers(scoringSheet, told.world, told.record(id))).toEqual(everybodyInside)
  expect(starters(scoringSheet, told.world, town.district)).toEqual({
    draft: of(['cityCommittee', 'cityOrganisation', 'committee', 'organisation'], staff),
  })
  expect(may()).toEqual({
    addItem: ours,
    changeItem: ours,
    dropItem: ours,
    consult: ours,
    abandon: ours,
  })
  told.does(id, 'consult', [organiser, '08-03 10:00', { heard: [unit.street] }])
  expect(may()).toEqual({
    submit: ours,
    abandon: ours,
    [`heard/${unit.street}/answer`]: of(['street'], ['clerk', 'head', 'leader', 'secretary']),
  })
  told.does(id, `heard/${unit.street}/answer`, [street, '08-03 11:00', agreed])
  expect(may()).toMatchObject({
    [`heard/${unit.street}/weigh`]: of(['organisation'], staff),
  })
  told.does(id, `heard/${unit.street}/weigh`, [organiser, '08-03 11:10', { outcome: 'adopted' }])
  told.does(id, 'submit', [organisation, '08-03 11:20'])
  expect(may()).toEqual({ decide: deciders, sendBack: deciders })
  told.does(id, 'decide', [leader, '08-03 11:30', { documentNumber: '9号' }])
  expect(may()).toEqual({ publish: ours })
  told.does(id, 'publish', [organiser, '08-03 11:40'])
  expect(may()).toEqual({ amend: ours, withdraw: deciders })
})
