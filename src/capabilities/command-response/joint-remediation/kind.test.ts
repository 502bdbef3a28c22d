import { describe, expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { limitText } from '../../../kernel/limit.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, unit } from '../../../kernel/testing.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { counts } from '../grid-finding/testing.ts'
import { remediationIndicators } from './indicators.ts'
import { jointRemediation } from './kind.ts'
import { bureau, campaigns, clerk, traffic, underway, worker } from './testing.ts'

const link = (record: string) => ({ by: 'link', record }) as const
const better = { residentView: 'better' }

test('the declaration is sound', () => {
  expect(problemsIn(jointRemediation)).toEqual([])
})

test('the limits a city begins with', () => {
  const texts = Object.entries(jointRemediation.parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(texts)).toEqual({
    'remediation.sign': '1 个工作日',
    'remediation.check': '5 个工作日',
    'remediation.hear': '15 个自然日',
  })
})

describe('R017', () => {
  test('R017 the length is end − start + 1, and follows when the end is moved', () => {
    const told = underway()
    expect(told.fields()['days']).toBe(22)
    expect(underway({ endOn: '2026-08-03' }).fields()['days']).toBe(1)
    const moved = { endOn: '2026-08-28', reason: '夜间反弹' }
    told.step('reschedule', [clerk, '08-10 09:00'], moved)
    expect(told.fields()).toMatchObject({ endOn: '2026-08-28', days: 26 })
    expect(told.events('08-28 16:59')).not.toContain('RemediationEnded')
    expect(told.events('08-28 17:00')).toEqual(['RemediationEnded'])
  })

  test('R017 nobody types the length, and the days run forward', () => {
    const { tries } = campaigns()
    expect(Object.keys(jointRemediation.starts.begin.input)).not.toContain('days')
    expect(tries(clerk, { endOn: '2026-08-02' })).toMatchObject({ refused: 'daysRunForward' })
    expect(tries(clerk, { startOn: '2026-08-25' })).toMatchObject({ refused: 'daysRunForward' })
    const told = underway()
    const ends = (endOn: string) =>
      told.refused('reschedule', [clerk, '08-10 09:00'], { endOn, reason: '提前' })
    expect(ends('2026-08-09')).toBe('daysRunForward')
    expect(ends('2026-08-10')).toBeUndefined()
  })

  test('R017 residents and shops are heard after the last day, never before', () => {
    const asked = [
      ['residentSays', better],
      ['shopSays', { shopView: 'some' }],
    ] as const
    for (const [command, view] of asked) {
      const told = underway()
      expect(told.refused(command, [link(told.id), '08-24 16:00'], view)).toBe('notOffered')
      expect(told.refused(command, [clerk, '08-24 17:30'], view)).toBe('hasEnded')
      expect(told.refused(command, [worker, '08-24 23:59'], view)).toBe('hasEnded')
      expect(told.refused(command, [link(told.id), '08-25 00:01'], view)).toBeUndefined()
      expect(told.refused(command, [worker, '08-25 09:00'], view)).toBeUndefined()
    }
  })

  test('R017 what is said is counted apart: neither the record nor its events hold it', () => {
    const told = underway()
    told.city.until(at('08-25 08:00'))
    const said = told.does(told.id, 'residentSays', {
      by: link(told.id),
      at: '08-25 09:00',
      data: better,
    })
    const step = said.ok ? said.steps[0] : undefined
    expect(step?.apart).toEqual(better)
    expect(step?.event.input).toEqual({})
    expect(JSON.stringify(step?.after)).not.toContain('better')
  })
})

test('F09 is the mean of the days of campaigns that are over, more than twenty in the example', () => {
  const told = underway()
  expect(told.city.record(told.id)?.counted).toEqual({})
  told.city.until(at('08-24 17:00'))
  const counted = told.city.record(told.id)?.counted ?? {}
  expect(counted).toEqual({ ended: 1, days: 22 })
  const days = remediationIndicators.find(({ id }) => id === 'F09')
  const figure =
    days &&
    figureOf(
      days,
      ofCounts(({ measure }) => counted[measure] ?? 0),
    )
  expect(figure?.value).toBeGreaterThan(20)
})

test('opinions of fewer than five are not shown, and residents and shops are told apart', () => {
  const views = remediationIndicators.filter(({ by }) => by === 'month')
  expect(views.length).toBe(2)
  for (const [index, view] of views.entries()) {
    const mine = (n: number) =>
      figureOf(
        view,
        ofCounts(({ measure }) =>
          measure.startsWith(index === 0 ? 'apart:residentView' : 'apart:shopView') ? n : 0,
        ),
      )
    expect(mine(1)).toMatchObject({ hidden: true, numerator: undefined, value: undefined })
    expect(mine(2).value).toBeCloseTo(1 / 3)
  }
})

test('a campaign stands by itself or follows a whistle of the same street', () => {
  const told = campaigns()
  const blown = told.begin({
    kind: 'street-whistle',
    command: 'whistle',
    area: 111,
    by: clerk,
    at: '08-03 08:00',
    data: {
      title: '夜市占道',
      matter: '夜市占道、乱停车',
      occasion: 'enforcement',
      lead: unit.bureau,
      called: [unit.traffic],
    },
  })
  expect(told.tries(clerk, { whistle: blown })).toMatchObject({
    record: { fields: { whistle: blown, street: unit.street } },
  })
  expect(told.tries(clerk, { whistle: 'none' })).toMatchObject({ refused: 'whistleIsOwn' })
  const other = post('clerk', unit.otherStreet)
  expect(told.tries(other, { whistle: blown }, 112)).toMatchObject({ refused: 'whistleIsOwn' })
})

test('units that take part serve the place, once each, and never the leading street', () => {
  const told = campaigns()
  for (const units of [[unit.otherBureau], [unit.street], [unit.bureau, unit.bureau], [9999]])
    expect(told.tries(clerk, { units })).toMatchObject({ refused: 'unitsServeHere' })
  const run = underway()
  const calls = (one: number) => run.refused('call', [clerk, '08-04 09:00'], { units: [one] })
  expect(calls(unit.bureau)).toBe('unitsServeHere')
  expect(calls(unit.street)).toBe('unitsServeHere')
  expect(calls(unit.cityBureau)).toBeUndefined()
})

test('tasks and day reports lie within the campaign, and no day is written down ahead', () => {
  const told = underway()
  const task = (one: number, day: string) =>
    told.refused('setTask', [clerk, '08-04 09:00'], { unit: one, day, task: '夜间值守' })
  expect(task(unit.cityBureau, '2026-08-05')).toBe('isParty')
  expect(task(unit.bureau, '2026-08-25')).toBe('isWithinTheDays')
  expect(task(unit.bureau, '2026-08-02')).toBe('isWithinTheDays')
  expect(task(unit.bureau, '2026-08-05')).toBeUndefined()
  const own = `department/${unit.bureau}`
  told.step(`${own}/sign`, [bureau, '08-04 09:10'])
  const report = (day: string) =>
    told.refused(`${own}/reportDay`, [bureau, '08-05 18:00'], { day, words: '劝离摊贩 12 处' })
  expect(report('2026-08-02')).toBe('isWithinTheDays')
  expect(report('2026-08-06')).toBe('isNotAhead')
  expect(report('2026-08-05')).toBeUndefined()
})

test('the problem list grows and shrinks by entries that name a place', () => {
  const told = underway()
  const entry = { spot: '文化巷 12 号旁', words: '宵夜摊占道' }
  expect(told.refused('solveProblem', [clerk, '08-04 09:00'], entry)).toBe('someAreUnsolved')
  told.step('listProblem', [worker, '08-04 09:00'], entry)
  told.step('listProblem', [bureau, '08-04 09:10'], entry)
  told.step('solveProblem', [traffic, '08-05 09:00'], { ...entry, words: '已劝离' })
  expect(told.fields()).toMatchObject({ problems: 2, solved: 1 })
  told.city.until(at('08-24 17:00'))
  told.step('solveProblem', [clerk, '08-25 09:00'], { ...entry, words: '已劝离' })
  expect(told.refused('solveProblem', [clerk, '08-25 09:10'], entry)).toBe('someAreUnsolved')
})

test('the result is checked in time, then opinions are heard for a while and it is over', () => {
  const told = underway()
  expect(told.events('08-04 17:00')).toEqual(['RemediationSignRanLate', 'RemediationSignRanLate'])
  expect(told.events('08-24 17:00')).toEqual(['RemediationEnded'])
  expect(told.events('08-31 17:00')).toEqual(['RemediationCheckRanLate'])
  told.step('check', [clerk, '09-01 09:00'], { result: '问题清单全部销号' })
  expect(told.state(told.id)).toBe('hearing')
  told.step('shopSays', [link(told.id), '09-10 09:00'], { shopView: 'better' })
  told.step('residentSays', [clerk, '09-10 09:00'], better)
  expect(told.events('09-15 16:59')).toEqual([])
  expect(told.events('09-16 23:59')).toEqual(['RemediationClosed'])
})

test('a unit that cannot take part says so, signed or not', () => {
  const told = underway()
  const reason = { reason: '无相应职责' }
  told.step(`department/${unit.bureau}/decline`, [bureau, '08-03 10:00'], reason)
  told.step(`department/${unit.traffic}/sign`, [traffic, '08-03 10:00'])
  told.step(`department/${unit.traffic}/decline`, [traffic, '08-03 11:00'], reason)
  expect(told.city.record(told.id)?.parties.map(({ state }) => state)).toEqual([
    'declined',
    'declined',
  ])
})

test('a campaign counts on the day it begins, a cancelled one never as ended', () => {
  const told = campaigns()
  expect(counts(told, jointRemediation, told.tries(clerk))).toEqual(['+begun@08-03'])
  const other = underway()
  other.step('cancel', [clerk, '08-04 09:00'], { reason: '改由区里统一整治' })
  other.city.until(at('08-31 09:00'))
  expect(other.state(other.id)).toBe('cancelled')
  expect(other.city.record(other.id)?.counted).toEqual({})
})

test('with the practice off no campaign begins', () => {
  const told = campaigns()
  told.city.setWorld({
    ...told.world,
    practices: told.world.practices.filter(({ name }) => name !== 'joint-remediation'),
  })
  expect(told.tries(clerk)).toMatchObject({ refused: 'practiceIsOn' })
})
