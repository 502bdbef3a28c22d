import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import {
  all,
  type Data,
  districtLine,
  limitsOf,
  linked,
  starters,
} from '../../four-level-linkage/testing.ts'
import { reportSection } from '../report-section/kind.ts'
import { majorTask } from './kind.ts'
import { report } from './testing.ts'

const office = post('clerk', unit.organisation)
const street = post('clerk', unit.street)
const open = { kind: 'major-task', command: 'open', area: town.district }
const flood: Data = {
  title: '八月强降雨应对',
  sort: 'flood',
  from: '2026-08-01',
  units: [unit.street, unit.community],
}
const share: Data = { contribution: '转移低洼院落居民十二户', attended: 60 }
const review: Data = { good: '当晚到岗', lacking: '沙袋不足', lessons: '汛前备齐' }
const streetShares = `participant/${unit.street}/contribute`
const streetAttaches = `participant/${unit.street}/attach`

/** Opened by the district's organisation department on Monday 3 August at nine. */
function opened(data: Data = {}) {
  const told = linked([majorTask, report, reportSection])
  return { told, id: told.begin(open, [office, '08-03 09:00'], { ...flood, ...data }) }
}

function ended() {
  const one = opened()
  one.told.step(one.id, [streetShares, street, '08-04 09:00'], share)
  one.told.step(one.id, ['end', office, '08-06 09:00'], { until: '2026-08-05' })
  return one
}

function reviewed() {
  const one = ended()
  one.told.step(one.id, ['review', office, '08-10 09:00'], review)
  return one
}

test('the declaration is sound', () => {
  expect(problemsIn(majorTask)).toEqual([])
  expect(limitsOf(majorTask)).toEqual({
    'majorTask.run': '30 个自然日',
    'majorTask.review': '15 个工作日',
  })
})

test('it names organisations below, has begun, and lies in the year in which it began', () => {
  const told = linked([majorTask])
  const tries = (data: Data) => told.tries(open, [office, '08-03 09:00'], { ...flood, ...data })
  expect(tries({ units: [unit.foreignStreet] })).toMatchObject({ refused: 'unitsAreBelow' })
  expect(tries({ units: [unit.desk] })).toMatchObject({ refused: 'unitsAreBelow' })
  expect(tries({ from: '2026-08-04' })).toMatchObject({ refused: 'hasBegun' })
  const done = tries({ from: '2026-08-03', units: [unit.bureau] })
  expect(done).toMatchObject({ record: { fields: { year: 2026, superior: unit.committee } } })
  expect(told.counts(done)).toEqual([`+opened ${unit.committee}`])
})

test('each organisation tells what it did: who turned out is added up under its own unit', () => {
  const { told, id } = opened()
  expect(told.counts(told.step(id, [streetShares, street, '08-04 09:00'], share))).toEqual([
    `+contributed ${unit.street}`,
    `+attended ${unit.street}`,
  ])
  told.step(id, [streetShares, street, '08-05 09:00'], { ...share, attended: 40 })
  expect(told.party(id, unit.street).fields['attended']).toBe(100)
  told.step(id, ['end', office, '08-06 09:00'], { until: '2026-08-05' })
  const late = `participant/${unit.community}/contribute`
  expect(told.refused(id, [late, post('worker', unit.community), '08-07 09:00'], share)).toBe(
    undefined,
  )
  told.step(id, ['review', office, '08-10 09:00'], review)
  expect(told.refused(id, [streetShares, street, '08-11 09:00'], share)).toBe('isNotReviewed')
})

test('more are called while it lasts and before its review, and none twice', () => {
  const { told, id } = opened()
  const call = (units: readonly number[]) =>
    told.refused(id, ['call', office, '08-04 09:00'], { units })
  expect(call([unit.foreignStreet])).toBe('unitsAreBelow')
  told.step(id, [streetShares, street, '08-04 09:00'], share)
  expect(call([unit.street, unit.otherStreet])).toBeUndefined()
  expect(told.party(id, unit.otherStreet).state).toBe('called')
  expect(told.party(id, unit.street).fields['attended']).toBe(60)
})

test('it ends on a day between its beginning and today', () => {
  const { told, id } = opened()
  const end = (until: string) => told.refused(id, ['end', office, '08-06 09:00'], { until })
  expect(end('2026-07-31')).toBe('endsBetween')
  expect(end('2026-08-07')).toBe('endsBetween')
  expect(end('2026-08-06')).toBeUndefined()
})

test('nothing is reviewed of which nobody told anything, and then it may be cancelled alone', () => {
  const { told, id } = opened()
  const cancelled = opened()
  cancelled.told.step(cancelled.id, ['cancel', office, '08-04 09:00'], { reason: '误建' })
  expect(cancelled.told.state(cancelled.id)).toBe('cancelled')
  told.step(id, ['end', office, '08-06 09:00'], { until: '2026-08-05' })
  expect(told.refused(id, ['review', office, '08-07 09:00'], review)).toBe('somebodyContributed')
  const shared = opened()
  shared.told.step(shared.id, [streetShares, street, '08-04 09:00'], share)
  const cancel = shared.told.asks(shared.id, ['cancel', office, '08-04 10:00'], { reason: '误建' })
  expect(cancel).toMatchObject({ refused: 'nobodyContributed' })
})

test('a cancelled one counts no more', () => {
  const { told, id } = opened()
  const done = told.step(id, ['cancel', office, '08-04 09:00'], { reason: '误建' })
  expect(told.counts(done)).toEqual([`-opened ${unit.committee}`])
})

test('a task that lasts long and a review that is missing are noted', () => {
  const { told, id } = opened()
  expect(told.expected(id)).toEqual([`${unit.organisation} end`])
  expect(told.until('09-02 09:00', id)).toEqual(['MajorTaskRanLong'])
  told.step(id, [streetShares, street, '09-03 09:00'], share)
  told.step(id, ['end', office, '09-03 09:00'], { until: '2026-09-02' })
  expect(told.expected(id)).toEqual([`${unit.organisation} review`])
  expect(told.until('09-24 17:00', id)).toEqual(['MajorTaskReviewRanLate'])
})

test('the review is evidence in the own report of the same year of whoever took part', () => {
  const { told, id } = reviewed()
  const written = (reporter: number, year: number) =>
    told.begin(
      { kind: 'secretary-report', command: 'write', area: town.street },
      [street, '08-11 09:00'],
      { reporter, year },
    )
  const attach = (one: string) =>
    told.refused(id, [streetAttaches, street, '08-11 10:00'], { report: one })
  expect(attach(written(unit.otherStreet, 2026))).toBe('reportIsOwn')
  expect(attach(written(unit.street, 2025))).toBe('reportIsOwn')
  const sent = written(unit.street, 2026)
  told.step(sent, ['submit', street, '08-11 09:30'])
  expect(attach(sent)).toBe('reportIsOwn')
  const own = written(unit.street, 2026)
  expect(attach(own)).toBeUndefined()
  expect(told.party(id, unit.street).fields['report']).toBe(own)
  const silent = `participant/${unit.community}/attach`
  const ofCommunity = written(unit.community, 2026)
  expect(
    told.refused(id, [silent, post('worker', unit.community), '08-11 10:00'], {
      report: ofCommunity,
    }),
  ).toBe('hasContributed')
  const early = ended()
  expect(
    early.told.refused(early.id, [streetAttaches, street, '08-11 10:00'], { report: own }),
  ).toBe('isReviewed')
})

test('what was attached stands in the report as a section of its own, once', () => {
  const { told, id } = reviewed()
  const whose = { host: unit.committee, office: unit.organisation, cycle: 'id-cycle' }
  const own = told.begin(
    { kind: 'secretary-report', command: 'write', area: town.street },
    [street, '08-11 09:00'],
    { reporter: unit.street, year: 2026, ...whose },
  )
  const done = told.step(id, [streetAttaches, street, '08-11 10:00'], { report: own })
  const sections = told.opened(done, 'report-section')
  expect(sections).toHaveLength(1)
  expect(told.fields(sections[0] ?? '')).toMatchObject({
    ...whose,
    report: own,
    reporter: unit.street,
    year: 2026,
    sort: 'tasks',
    weight: 'general',
    rank: 99,
    evidence: '1. 八月强降雨应对（已复盘，出动 60 人次）',
  })
  const { steps } = done.ok ? done : { steps: [] }
  expect(steps.find(({ after }) => after.id === sections[0])?.after).toMatchObject({
    title: '重大任务：八月强降雨应对',
    place: { street: town.street },
    state: 'empty',
  })
  expect(told.refused(id, [streetAttaches, street, '08-11 10:10'], { report: own })).toBe(
    'isNotAttached',
  )
})

test('the superior leads it, each organisation speaks for itself, both read it', () => {
  const told = linked([majorTask])
  const own = { ...flood, units: [unit.community] }
  expect(
    starters((by) => told.tries({ ...open, area: town.street }, [by, '08-03 09:00'], own)),
  ).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const leaders = all(unit.committee, unit.organisation)
  const shares = {
    [streetShares]: all(unit.street),
    [`participant/${unit.community}/contribute`]: all(unit.community),
  }
  const one = opened()
  expect(one.told.offered(one.id)).toEqual({
    call: leaders,
    end: leaders,
    cancel: leaders,
    ...shares,
  })
  expect(one.told.readers(one.id)).toEqual(all(...districtLine, unit.street, unit.community))
  const two = ended()
  expect(two.told.offered(two.id, '08-06 10:00')).toEqual({
    call: leaders,
    review: leaders,
    ...shares,
  })
  const three = reviewed()
  expect(three.told.offered(three.id, '08-10 10:00')).toEqual({
    [streetAttaches]: all(unit.street),
  })
  const lower = linked([majorTask])
  const ofStreet = lower.begin({ ...open, area: town.street }, [street, '08-03 09:00'], own)
  expect(lower.readers(ofStreet)).toEqual(all(...districtLine, unit.street, unit.community))
})
