import { expect, test } from 'vitest'
import { stockOf } from './testing.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { levelTask } from '../level-task/kind.ts'
import { all, type Data, limitsOf, linked, starters } from '../testing.ts'
import { demonstrationSite } from './kind.ts'

const office = post('clerk', unit.organisation)
const street = post('clerk', unit.street)
const reviewer = post('head', unit.cityOrganisation)
const cultivate = { kind: 'demonstration-site', command: 'cultivate', area: town.district }
const site: Data = {
  name: '前街吹哨示范点',
  theme: 'response',
  host: unit.street,
  aim: '吹哨报到当日到场',
}
const designation = { number: '示-01', opinion: '材料扎实' }
const task = { title: '一键吹哨', dueOn: '2026-09-30' }

const sites = () => linked([demonstrationSite, levelTask])

/** Cultivated by the district's organisation department on Monday 3 August at nine. */
function cultivated(data: Data = {}) {
  const told = sites()
  return { told, id: told.begin(cultivate, [office, '08-03 09:00'], { ...site, ...data }) }
}

function applied() {
  const one = cultivated()
  one.told.step(one.id, ['apply', street, '08-04 09:00'], { material: '已运行半年，到场率九成' })
  return one
}

function trying(isTasked = true) {
  const one = applied()
  one.told.step(one.id, ['designate', reviewer, '08-05 09:00'], designation)
  if (isTasked) one.told.step(one.id, ['addTask', office, '08-06 09:00'], task)
  return one
}

function assessed() {
  const one = trying()
  one.told.step(one.id, ['assess', reviewer, '08-07 09:00'], { assessment: '可推广' })
  return one
}

test('the declaration is sound', () => {
  expect(problemsIn(demonstrationSite)).toEqual([])
  expect(limitsOf(demonstrationSite)).toEqual({
    'site.cultivate': '365 个自然日',
    'site.review': '20 个工作日',
    'site.trial': '365 个自然日',
    'site.promote': '20 个工作日',
  })
})

test('it is built by an organisation of one’s own level or below it', () => {
  const told = sites()
  const tries = (by: number, host: number, area: number) =>
    told.tries({ ...cultivate, area }, [post('clerk', by), '08-03 09:00'], { ...site, host })
  const refused = { refused: 'hostIsOwn' }
  expect(tries(unit.committee, unit.foreignStreet, town.district)).toMatchObject(refused)
  expect(tries(unit.committee, unit.bureau, town.district)).toMatchObject(refused)
  expect(tries(unit.street, unit.otherStreet, town.street)).toMatchObject(refused)
  expect(tries(unit.street, unit.street, town.street).ok).toBe(true)
  expect(tries(unit.cityOrganisation, unit.community, town.city).ok).toBe(true)
})

test('R120 a site without pilot tasks is not assessed, one without an assessment not spread', () => {
  const { told, id } = trying(false)
  const assess = (when: string) =>
    told.refused(id, ['assess', reviewer, when], { assessment: '可推广' })
  expect(told.expected(id)).toEqual([`${unit.organisation} addTask`])
  expect(assess('08-06 09:00')).toBe('hasTasks')
  expect(
    told.refused(id, ['addTask', office, '08-06 10:00'], { ...task, dueOn: '2026-08-06' }),
  ).toBe('endsLater')
  told.step(id, ['addTask', office, '08-06 10:00'], task)
  expect(told.expected(id)).toEqual([`${unit.cityOrganisation} assess`])
  expect(assess('08-07 09:00')).toBeUndefined()
  told.step(id, ['tryOn', reviewer, '08-08 09:00'], { reason: '再试三个月' })
  expect(told.state(id)).toBe('trying')
  expect(told.fields(id)['assessment']).toBeUndefined()
})

test('R120 nothing is spread on an assessment that says nothing', () => {
  const { told, id } = trying()
  told.step(id, ['assess', reviewer, '08-07 09:00'], { assessment: null })
  expect(told.refused(id, ['promote', reviewer, '08-08 09:00'])).toBe('wasAssessed')
})

test('R120 a site counts from the day it is designated to the day it leaves, and areas add up', () => {
  const { told, id } = applied()
  const counted = () => stockOf(told.state(id))
  expect(counted()).toBe(0)
  told.step(id, ['designate', reviewer, '08-05 09:00'], designation)
  expect(counted()).toBe(1)
  told.step(id, ['addTask', office, '08-06 09:00'], task)
  told.step(id, ['assess', reviewer, '08-07 09:00'], { assessment: '可推广' })
  expect(counted()).toBe(1)
  told.step(id, ['promote', reviewer, '08-08 09:00'])
  expect(counted()).toBe(1)
  const done = told.step(id, ['exit', reviewer, '08-09 09:00'], { reason: '任务完成' })
  expect(counted()).toBe(0)
  expect(told.counts(done)).toEqual([`+exited ${unit.street}`])
})

test('a pilot task is a task of the host, and its end is counted at the site', () => {
  const { told, id } = trying(false)
  const [given = ''] = told.opened(
    told.step(id, ['addTask', office, '08-06 09:00'], task),
    'level-task',
  )
  expect(told.fields(given)).toMatchObject({
    site: id,
    holder: unit.street,
    assigner: unit.committee,
    year: 2026,
    dueOn: '2026-09-30',
  })
  expect(told.fields(id)).toMatchObject({ tasks: 1, tasksDone: 0 })
  told.step(given, ['finish', street, '08-20 09:00'], { words: '已上线' })
  expect(told.fields(id)).toMatchObject({ tasks: 1, tasksDone: 1 })
})

test('what lies still is noted: cultivation, review, trial, what follows the assessment', () => {
  const one = cultivated()
  expect(one.told.expected(one.id)).toEqual([`${unit.street} apply`])
  expect(one.told.until('08-04 09:00')).toEqual([])
  const late = linked([demonstrationSite, levelTask], {
    world: { parameters: short() },
  })
  const id = late.begin(cultivate, [office, '08-03 09:00'], site)
  expect(late.until('08-05 17:00')).toEqual(['SiteCultivationRanLate'])
  late.step(id, ['apply', street, '08-06 09:00'], { material: '已运行半年，到场率九成' })
  expect(late.expected(id)).toEqual([`${unit.cityOrganisation} designate`])
  expect(late.until('08-10 17:00')).toEqual(['SiteReviewRanLate'])
  late.step(id, ['sendBack', reviewer, '08-11 09:00'], { opinion: '再运行三个月' })
  expect(late.state(id)).toBe('cultivating')
  late.step(id, ['apply', street, '08-11 10:00'], { material: '又运行三个月，到场率九成' })
  late.step(id, ['designate', reviewer, '08-11 11:00'], designation)
  late.step(id, ['addTask', office, '08-11 12:00'], task)
  expect(late.until('08-13 17:00', id)).toEqual(['SiteTrialRanLate'])
  late.step(id, ['assess', reviewer, '08-14 09:00'], { assessment: '可推广' })
  expect(late.expected(id)).toEqual([`${unit.cityOrganisation} promote`])
  expect(late.until('08-18 17:00', id)).toEqual(['SitePromotionRanLate'])
})

test('a number is given once; designations and assessments are counted under the host', () => {
  const { told, id } = applied()
  expect(told.counts(told.step(id, ['designate', reviewer, '08-05 09:00'], designation))).toEqual([
    `+designated ${unit.street}`,
  ])
  const other = told.begin(cultivate, [office, '08-05 10:00'], { ...site, host: unit.otherStreet })
  const by = post('clerk', unit.otherStreet)
  told.step(other, ['apply', by, '08-05 11:00'], { material: '已运行一年，群众认可' })
  expect(told.refused(other, ['designate', reviewer, '08-05 12:00'], designation)).toBe(
    'claimTaken',
  )
  told.step(id, ['addTask', office, '08-06 09:00'], task)
  const done = told.step(id, ['assess', reviewer, '08-07 09:00'], { assessment: '可推广' })
  expect(told.counts(done)).toEqual([`+assessed ${unit.street}`])
})

test('who cultivates may stop it, the host applies, the city’s organisation department decides', () => {
  const fresh = sites()
  const here = { ...cultivate, area: town.community }
  expect(starters((by) => fresh.tries(here, [by, '08-03 09:00'], site))).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const superior = all(unit.committee, unit.organisation)
  const decides = all(unit.cityOrganisation)
  const first = cultivated()
  expect(first.told.offered(first.id)).toEqual({ apply: all(unit.street), drop: superior })
  expect(first.told.readers(first.id)).toHaveLength(24)
  const stopped = cultivated()
  stopped.told.step(stopped.id, ['drop', office, '08-05 09:00'], { reason: '撤并' })
  expect(stopped.told.state(stopped.id)).toBe('dropped')
  const second = applied()
  expect(second.told.offered(second.id)).toEqual({ designate: decides, sendBack: decides })
  const third = trying()
  expect(third.told.offered(third.id)).toEqual({
    addTask: superior,
    assess: decides,
    exit: decides,
  })
  const fourth = assessed()
  expect(fourth.told.offered(fourth.id)).toEqual({
    promote: decides,
    tryOn: decides,
    exit: decides,
  })
  fourth.told.step(fourth.id, ['promote', reviewer, '08-08 09:00'])
  expect(fourth.told.offered(fourth.id)).toEqual({ addTask: superior, exit: decides })
})

/** Everything lies still after two days. */
function short() {
  return Object.fromEntries(
    Object.keys(demonstrationSite.parameters).map((name) => [
      name,
      [{ from: 0, version: 'test', value: { qty: 2, unit: 'working-day' } }],
    ]),
  )
}
