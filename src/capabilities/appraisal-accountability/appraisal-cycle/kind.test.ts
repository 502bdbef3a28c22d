import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { limitsOf } from '../../four-level-linkage/testing.ts'
import { office, planned, yearOf } from '../appraisal-template/testing.ts'
import { appraisalCycle } from './kind.ts'

import { isToldAndCommented, passes, ratings, remarks } from './testing.ts'

const plan = { kind: 'appraisal-cycle', command: 'plan', area: town.district }
const when = [office, '08-03 09:30'] as const

test('the declaration is sound', () => {
  expect(problemsIn(appraisalCycle)).toEqual([])
  expect(limitsOf(appraisalCycle)).toEqual({
    'cycle.prepare': '20 个工作日',
    'cycle.meeting': '10 个工作日',
    'cycle.rectify': '120 个工作日',
  })
})

test('unless somebody names them, all the secretaries of the level right below report', () => {
  const told = yearOf()
  const template = told.template()
  const id = told.cycle()
  expect([unit.street, unit.otherStreet].map((one) => told.party(id, one).state)).toEqual([
    'listed',
    'listed',
  ])
  expect(told.party(id, unit.foreignStreet).state).toBe('none')
  expect(told.fields(id)).toMatchObject({
    host: unit.committee,
    office: unit.organisation,
    level: 'district',
    template,
    focus: 'focus',
    nth: 1,
  })
})

test('an organisation of another district, of another level or one’s own does not report here', () => {
  const told = yearOf()
  told.template()
  for (const other of [unit.foreignStreet, unit.community, unit.committee, unit.bureau])
    expect(told.tries(plan, when, { ...planned, reporters: [other] })).toMatchObject({
      refused: 'reportersAreBelow',
    })
  told.template({ category: 'organ' })
  const organs = { ...planned, category: 'organ' }
  for (const other of [unit.street, unit.committee, unit.otherBureau])
    expect(told.tries(plan, when, { ...organs, reporters: [other] })).toMatchObject({
      refused: 'reportersAreBelow',
    })
  expect(told.tries(plan, when, organs)).toMatchObject({ refused: 'reportersAreBelow' })
  const id = told.begin(plan, when, { ...organs, reporters: [unit.bureau] })
  expect(told.fields(id)['focus']).toBeUndefined()
})

test('R049 the category chooses the template: one’s own, else that of the nearest above', () => {
  const told = yearOf()
  expect(told.tries(plan, when, planned)).toMatchObject({ refused: 'hasTemplate' })
  told.template({ category: 'community' })
  expect(told.tries(plan, when, planned)).toMatchObject({ refused: 'hasTemplate' })
  const city = told.template({ most: 3000 }, post('clerk', unit.cityOrganisation))
  expect(told.fields(told.cycle())).toMatchObject({ template: city, most: 3000 })
  const other = yearOf()
  other.template({}, post('clerk', unit.cityOrganisation))
  const own = other.template()
  expect(other.fields(other.cycle())['template']).toBe(own)
  const lower = yearOf()
  lower.template({}, post('clerk', unit.street))
  expect(lower.tries(plan, when, planned)).toMatchObject({ refused: 'hasTemplate' })
})

test('R033 an organisation has one cycle of a category a year', () => {
  const told = yearOf()
  told.template()
  told.cycle()
  expect(told.tries(plan, when, planned)).toMatchObject({ refused: 'claimTaken' })
  told.cycle({ year: 2025 })
  const again = yearOf()
  again.template()
  again.step(again.cycle(), ['drop', office, '08-03 10:00'], { reason: '重排' })
  again.cycle()
})

test('R036 without a must-answer question of the year, the research does not begin', () => {
  const told = yearOf()
  told.template()
  const id = told.cycle()
  expect(told.refused(id, ['startResearch', office, '08-03 10:00'])).toBe('questionsAreSet')
  told.question('明年的', { year: 2027 })
  expect(told.refused(id, ['startResearch', office, '08-03 10:00'])).toBe('questionsAreSet')
  const dropped = told.question()
  told.step(dropped, ['drop', office, '08-03 10:05'], { reason: '重拟' })
  expect(told.refused(id, ['startResearch', office, '08-03 10:06'])).toBe('questionsAreSet')
  told.step(told.question(), ['settle', office, '08-03 10:10'], { result: '已解决' })
  expect(told.reports(id, '08-03 11:00')).toHaveLength(2)
  const full = yearOf()
  full.template()
  full.question()
  full.question('楼道充电')
  full.reports(full.cycle())
})

test('the meeting lies ahead, the year is this one or the last', () => {
  const told = yearOf()
  told.template()
  expect(told.tries(plan, when, { ...planned, meetingOn: '2026-08-03' })).toMatchObject({
    refused: 'meetingIsAhead',
  })
  for (const year of [2024, 2027])
    expect(told.tries(plan, when, { ...planned, year })).toMatchObject({ refused: 'yearIsNear' })
})

test('the years run on from last year’s cycle, or from what was held before the platform', () => {
  const told = yearOf()
  told.template()
  const last = told.cycle({ year: 2025, earlier: 8 })
  const now = told.cycle()
  expect(told.fields(now)).toMatchObject({ nth: 10, prior: last })
  told.template({ category: 'community' }, post('clerk', unit.street))
  const street = { kind: 'appraisal-cycle', command: 'plan', area: town.street }
  const communities = { ...planned, category: 'community' }
  const other = told.begin(street, [post('clerk', unit.street), '08-03 09:30'], communities)
  expect(told.fields(other)).toMatchObject({ nth: 1, level: 'street' })
  expect(told.fields(other)['prior']).toBeUndefined()
  const dropped = yearOf()
  dropped.template()
  const gone = dropped.cycle({ year: 2025, earlier: 8 })
  dropped.step(gone, ['drop', office, '08-03 10:00'], { reason: '没有开成' })
  expect(dropped.fields(dropped.cycle())['nth']).toBe(1)
})

test('last year’s cycle is asked for by its own host, whoever of its units planned it', () => {
  expect(appraisalCycle.facts.cycles.where).toEqual({
    host: { own: 'askerCommittee' },
    category: { input: 'category' },
  })
  const told = yearOf()
  told.template()
  told.template({ category: 'district' }, post('clerk', unit.cityOrganisation))
  const last = told.begin(plan, [post('secretary', unit.committee), '08-03 09:30'], {
    ...planned,
    year: 2025,
    earlier: 8,
  })
  expect(told.fields(told.cycle())).toMatchObject({ nth: 10, prior: last })
  const city = { ...plan, area: town.city }
  const districts = { ...planned, category: 'district' }
  const other = told.begin(city, [post('clerk', unit.cityOrganisation), '08-03 09:40'], districts)
  expect(told.fields(other)['nth']).toBe(1)
})

test('a name is given where nobody types one', () => {
  const told = yearOf()
  told.template()
  const named = (data = {}) => {
    const done = told.tries(plan, when, { ...planned, ...data })
    return done.ok ? done.record.title : ''
  }
  expect(named()).toBe('东区区委2026年度述职评议考核')
  expect(named({ year: 2025, title: '乡镇书记述职' })).toBe('乡镇书记述职')
})

test('reporters are added while the cycle is prepared, each once', () => {
  const told = yearOf()
  told.template()
  const id = told.cycle({ reporters: [unit.street] })
  const add = (reporters: readonly number[]) =>
    told.refused(id, ['addReporters', office, '08-03 10:00'], { reporters })
  expect(add([unit.street])).toBe('areNew')
  expect(add([unit.community])).toBe('reportersAreBelow')
  expect(add([unit.otherStreet])).toBeUndefined()
  expect(told.party(id, unit.otherStreet).state).toBe('listed')
})

test('cycles are counted by the year they began in, closed ones apart', () => {
  const told = yearOf({ there: { 'appraisal-rating': ratings } })
  told.template()
  told.question()
  const done = told.tries(plan, when, planned)
  expect(told.counts(done)).toEqual([`+planned ${unit.committee}`])
  const id = done.ok ? done.record.id : ''
  const [first = '', second = ''] = told.reports(id)
  for (const report of [first, second]) passes(told, report)
  told.step(id, ['startMeeting', office, '08-13 09:00'])
  for (const report of [first, second]) {
    isToldAndCommented(told, report, '08-13 09:10')
    remarks(told, report, '08-13 09:30')
  }
  told.step(id, ['startRectifying', office, '08-13 10:00'])
  const closed = told.step(id, ['close', office, '08-13 11:00'])
  expect(told.counts(closed)).toEqual([`+closed ${unit.committee}`])
  const other = yearOf()
  other.template()
  const dropped = other.step(other.cycle(), ['drop', office, '08-03 10:00'], { reason: '重排' })
  expect(other.counts(dropped)).toEqual([`-planned ${unit.committee}`])
})
