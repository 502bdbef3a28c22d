import { expect, test } from 'vitest'
import type { AskedFigure } from '../../../kernel/figure-fact.ts'
import type { Figure } from '../../../kernel/indicator.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { all, type Data, districtLine, linked, starters } from '../../four-level-linkage/testing.ts'
import { specialAction } from './kind.ts'

const office = post('clerk', unit.organisation)
const street = post('clerk', unit.street)
const launch = { kind: 'special-action', command: 'launch', area: town.district }
const campaign: Data = {
  title: '楼道清爽行动',
  goals: '三个月内老旧楼道堆物清零',
  year: 2026,
  from: '2026-08-03',
  until: '2026-10-30',
  isTopic: true,
}
const task: Data = {
  units: [unit.street, unit.otherStreet],
  task: '清理楼道并定公约',
  dueOn: '2026-09-30',
}
const report = { report: '两个街道共清理楼道四百个，居民满意' }

/** N13 is 80 per cent in the east district over the campaign's own time; F22 is a number. */
function figures({ id, area, from, to }: AskedFigure): Figure | undefined {
  const base = { numerator: 8, denominator: 10, hidden: false }
  if (id === 'F22') return { ...base, value: 3, denominator: 0 }
  if (id === 'N14') return { ...base, value: 0.8, hidden: true }
  if (id !== 'N13') return undefined
  const isAsked = area === town.district && from === '2026-08-03' && to === '2026-10-20'
  return { ...base, value: isAsked ? 0.8 : 0.1 }
}

/** Launched by the district's organisation department on Monday 3 August at nine. */
function launched(data: Data = {}) {
  const told = linked([specialAction], { figures })
  return { told, id: told.begin(launch, [office, '08-03 09:00'], { ...campaign, ...data }) }
}

function tasked(data: Data = {}) {
  const one = launched(data)
  one.told.step(one.id, ['assign', office, '08-04 09:00'], task)
  return one
}

function finished(data: Data = {}) {
  const one = tasked(data)
  for (const by of [unit.street, unit.otherStreet])
    one.told.step(one.id, [`participant/${by}/finish`, post('clerk', by), '09-20 09:00'], {
      result: '已清零',
    })
  return one
}

test('the declaration is sound', () => {
  expect(problemsIn(specialAction)).toEqual([])
})

test('it has a period to come, and a figure that the platform knows', () => {
  const told = linked([specialAction], { figures })
  const tries = (data: Data) =>
    told.tries(launch, [office, '08-03 09:00'], { ...campaign, ...data })
  expect(tries({ until: '2026-08-03', from: '2026-08-01' })).toMatchObject({ refused: 'endsLater' })
  expect(tries({ until: '2026-08-20', from: '2026-08-20' })).toMatchObject({ refused: 'endsLater' })
  expect(tries({ indicator: 'F999' })).toMatchObject({ refused: 'figureIsKnown' })
  expect(tries({ indicator: 'N13', target: 80 }).ok).toBe(true)
})

test('tasks go to those below, for a day inside the campaign, each unit once', () => {
  const { told, id } = launched()
  const assign = (data: Data) =>
    told.refused(id, ['assign', office, '08-04 09:00'], { ...task, ...data })
  expect(told.expected(id)).toEqual([`${unit.organisation} assign`])
  expect(assign({ units: [unit.foreignStreet] })).toBe('unitsAreBelow')
  expect(assign({ units: [unit.desk] })).toBe('unitsAreBelow')
  expect(assign({ dueOn: '2026-08-04' })).toBe('taskIsAhead')
  expect(assign({ dueOn: '2026-10-31' })).toBe('taskEndsInside')
  expect(assign({ units: [unit.street, unit.bureau], dueOn: '2026-10-30' })).toBeUndefined()
  expect(assign({})).toBeUndefined()
  expect(told.party(id, unit.street).fields['dueOn']).toBe('2026-10-30')
  expect(told.party(id, unit.otherStreet).fields['task']).toBeDefined()
  expect(told.expected(id)).toEqual([
    `${unit.organisation} conclude`,
    `${unit.bureau} finish`,
    `${unit.street} finish`,
    `${unit.otherStreet} finish`,
  ])
})

test('it ends with a report, and says what was not finished', () => {
  const none = launched()
  const end = (one: typeof none, data: Data = {}) =>
    one.told.refused(one.id, ['conclude', office, '10-20 09:00'], { ...report, ...data })
  expect(end(none)).toBe('hasTasks')
  const half = tasked()
  expect(end(half)).toBe('saysWhatIsUnfinished')
  expect(end(half, { unfinished: '后街两栋待改造' })).toBeUndefined()
  const finish = `participant/${unit.street}/finish`
  expect(half.told.refused(half.id, [finish, street, '10-21 09:00'], { result: '已清零' })).toBe(
    'isUnderway',
  )
  const whole = finished()
  expect(whole.told.party(whole.id, unit.street)).toMatchObject({ state: 'finished' })
  expect(whole.told.party(whole.id, unit.street).fields['result']).toBeDefined()
  expect(end(whole)).toBeUndefined()
  expect(whole.told.state(whole.id)).toBe('concluded')
})

test('the figure it was to move is read by the platform when it ends, and typed by nobody', () => {
  const actual = (indicator: string) => {
    const { told, id } = finished({ indicator })
    told.step(id, ['conclude', office, '10-20 09:00'], report)
    return told.fields(id)['actual']
  }
  expect(actual('N13')).toBe(80)
  expect(actual('F22')).toBe(3)
  expect(actual('N14')).toBeUndefined()
})

test('a task and a campaign that pass their days are noted', () => {
  const { told, id } = tasked()
  expect(told.until('09-30 17:00', id)).toEqual(['ActionTaskRanLate', 'ActionTaskRanLate'])
  expect(told.until('10-30 17:00', id)).toEqual(['ActionRanLate'])
})

test('F43 counts what the appraisal takes up, unless it was cancelled', () => {
  const told = linked([specialAction])
  const begin = (isTopic: boolean) =>
    told.tries(launch, [office, '08-03 09:00'], { ...campaign, isTopic })
  const topic = begin(true)
  expect(told.counts(topic)).toEqual([`+launched ${unit.committee}`, `+topics ${unit.committee}`])
  expect(told.counts(begin(false))).toEqual([`+launched ${unit.committee}`])
  const id = topic.ok ? topic.record.id : ''
  const cancelled = told.step(id, ['cancel', office, '08-04 09:00'], { reason: '并入另一行动' })
  expect(told.counts(cancelled)).toEqual([
    `-launched ${unit.committee}`,
    `-topics ${unit.committee}`,
  ])
  expect(told.state(id)).toBe('cancelled')
})

test('the superior leads it, each unit finishes its own task, both read it', () => {
  const told = linked([specialAction])
  expect(
    starters((by) => told.tries({ ...launch, area: town.street }, [by, '08-03 09:00'], campaign)),
  ).toEqual(
    all(unit.cityCommittee, unit.cityOrganisation, unit.committee, unit.organisation, unit.street),
  )
  const leaders = all(unit.committee, unit.organisation)
  const one = tasked()
  expect(one.told.offered(one.id)).toEqual({
    assign: leaders,
    conclude: leaders,
    cancel: leaders,
    [`participant/${unit.street}/finish`]: all(unit.street),
    [`participant/${unit.otherStreet}/finish`]: all(unit.otherStreet),
  })
  expect(one.told.readers(one.id)).toEqual(all(...districtLine, unit.street, unit.otherStreet))
  const lower = linked([specialAction])
  const ofStreet = lower.begin({ ...launch, area: town.street }, [street, '08-03 09:00'], campaign)
  expect(lower.readers(ofStreet)).toEqual(all(...districtLine, unit.street))
})
