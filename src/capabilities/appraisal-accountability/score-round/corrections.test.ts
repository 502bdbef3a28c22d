import { expect, test } from 'vitest'
import { post, unit } from '../../../kernel/testing.ts'
import { askers, of } from '../../street-mandate/testing/access-table.ts'
import type { Told } from '../../street-mandate/testing/told.ts'
import { leader, organisation, organiser, street } from '../testing/reviewing.ts'
import {
  drafted,
  drawn,
  published,
  resultOf,
  scoring,
  told as publishedRound,
} from '../testing/scoring.ts'
import { correctionsIn } from './corrections.ts'
import { scoreRound } from './kind.ts'

const head = post('head', unit.organisation, 'head')

/** A published round whose figures of the front street may move: 70 of 100 to begin with. */
function moving() {
  const now = { numerator: 70, denominator: 100, population: 50_000, hidden: false }
  const city = scoring(({ unit: whose }) => ({
    value: undefined,
    ...(whose === unit.street ? now : { ...now, numerator: 95, hidden: false }),
  }))
  return { now, ...publishedRound(drawn(published(drafted(city)))) }
}

type Moving = ReturnType<typeof moving>

/** The unit appeals against what it was told last, and is found to be right. */
function putRight({ told }: { readonly told: Told }, day: string, numerator = 80) {
  const result = resultOf(told, unit.street)
  const appeal = { contested: ['1'], objection: '十件已解决，回访登记有误' }
  told.does(result, 'appeal', [street, `${day} 09:00`, appeal])
  const right = { item: '1', numerator, denominator: 100, answer: '核对属实，予以更正' }
  told.does(result, 'change', [leader, `${day} 09:10`, right])
}

/** The next version: drawn anew and published. */
function corrected({ told, id }: Moving, day: string) {
  told.does(id, 'correct', [organiser, `${day} 10:00`, { reason: '漏计三件' }])
  told.does(id, 'publish', [organisation, `${day} 11:00`])
}

function readingOf({ told, id }: Moving): unknown {
  return [told.record(id).fields['readings']].flat()[0]
}

const line = '30 1 80/100 人口50000'

test('what an appeal put right holds in every later version, though the count moves', () => {
  const round = moving()
  putRight(round, '08-05')
  corrected(round, '08-06')
  expect(readingOf(round)).toBe(line)
  round.now.numerator = 72
  corrected(round, '08-07')
  expect(readingOf(round)).toBe(line)
  expect(round.told.record(round.id).fields['righted']).toEqual([line])
  corrected(round, '08-08')
  expect(readingOf(round)).toBe(line)
  expect(round.told.record(resultOf(round.told, unit.street)).fields).toMatchObject({
    points: 30,
    righted: [line],
    settled: [],
    version: 4,
  })
  expect(round.told.record(resultOf(round.told, unit.otherStreet)).fields['righted']).toEqual([])
})

test('the counts hold, what they are set against is drawn anew', () => {
  const round = moving()
  putRight(round, '08-05')
  round.now.population = 52_000
  corrected(round, '08-06')
  expect(readingOf(round)).toBe('30 1 80/100 人口52000')
})

test('it holds over a count that is hidden', () => {
  const round = moving()
  putRight(round, '08-05')
  round.now.hidden = true
  corrected(round, '08-06')
  expect(readingOf(round)).toBe(line)
})

test('once the figures drawn anew agree the platform’s count holds again, whatever it says later', () => {
  const round = moving()
  putRight(round, '08-05')
  round.now.numerator = 80
  round.told.does(round.id, 'correct', [organiser, '08-06 09:00', { reason: '补录' }])
  expect(round.told.record(round.id).fields).toMatchObject({
    righted: [],
    settled: ['30 1 1 重新取数与更正一致'],
  })
  round.now.numerator = 83
  round.told.does(round.id, 'redraw', [organiser, '08-06 10:00', { reason: '又补录三件' }])
  expect(readingOf(round)).toBe('30 1 83/100 人口50000')
  expect(round.told.refused(round.id, 'publish', [organisation, '08-06 11:00'])).toBeUndefined()
  corrected(round, '08-07')
  expect(readingOf(round)).toBe('30 1 83/100 人口50000')
})

test('a base that differs is no agreement', () => {
  const round = moving()
  putRight(round, '08-05')
  Object.assign(round.now, { numerator: 80, denominator: 101 })
  corrected(round, '08-06')
  expect(readingOf(round)).toBe(line)
})

test('a person decides otherwise, with a reason that the unit reads, and another publishes', () => {
  const round = moving()
  const { told, id } = round
  putRight(round, '08-05')
  corrected(round, '08-06')
  told.does(id, 'correct', [organiser, '08-07 09:00', { reason: '复查' }])
  const letsGo = (data: object) =>
    told.refused(id, 'letGo', [
      head,
      '08-07 10:00',
      { about: unit.street, item: '1', reason: '复查十件中有八件未解决', ...data },
    ])
  expect(letsGo({ item: '2' })).toBe('isRighted')
  expect(letsGo({ about: unit.otherStreet })).toBe('isRighted')
  expect(letsGo({})).toBeUndefined()
  expect(told.record(id).fields).toMatchObject({
    version: 4,
    reason: '复查十件中有八件未解决',
    righted: [],
    settled: ['30 1 3 复查十件中有八件未解决'],
  })
  expect(readingOf(round)).toBe('30 1 70/100 人口50000')
  expect(told.refused(id, 'publish', [head, '08-07 10:30'])).toBe('publishedByAnother')
  told.does(id, 'publish', [organisation, '08-07 11:00'])
  expect(told.record(resultOf(told, unit.street)).fields).toMatchObject({
    points: 20,
    settled: ['30 1 3 复查十件中有八件未解决'],
  })
  expect(told.record(resultOf(told, unit.otherStreet)).fields['settled']).toEqual([])
})

test('what was let go does not come back by itself, only by another appeal', () => {
  const round = moving()
  const { told, id } = round
  putRight(round, '08-05')
  told.does(id, 'correct', [organiser, '08-06 09:00', { reason: '复查' }])
  told.does(id, 'letGo', [
    head,
    '08-06 10:00',
    { about: unit.street, item: '1', reason: '复查有误' },
  ])
  told.does(id, 'redraw', [organiser, '08-06 11:00', { reason: '重新取数' }])
  expect(readingOf(round)).toBe('30 1 70/100 人口50000')
  told.does(id, 'publish', [organisation, '08-06 12:00'])
  putRight(round, '08-07', 80)
  corrected(round, '08-10')
  expect(readingOf(round)).toBe(line)
  putRight(round, '08-11', 84)
  corrected(round, '08-12')
  expect(readingOf(round)).toBe('30 1 84/100 人口50000')
})

test('a version that was drawn before the answer waits until it is drawn again', () => {
  const round = moving()
  const { told, id } = round
  told.does(id, 'correct', [organiser, '08-05 08:00', { reason: '复查' }])
  putRight(round, '08-05')
  const publishes = () => told.refused(id, 'publish', [organisation, '08-05 11:00'])
  expect(publishes()).toBe('appealsAreIn')
  told.does(id, 'redraw', [organiser, '08-05 10:00', { reason: '并入更正' }])
  expect(publishes()).toBeUndefined()
})

test('only those who answer appeals let one go, and only where there is one', () => {
  const round = moving()
  const { told, id } = round
  const may = () => askers(scoreRound, told.world, told.record(id))['letGo']
  told.does(id, 'correct', [organiser, '08-05 08:00', { reason: '复查' }])
  const asks = (by = head) =>
    told.refused(id, 'letGo', [
      by,
      '08-05 12:00',
      { about: unit.street, item: '1', reason: '复查' },
    ])
  expect(asks()).toBe('anyRighted')
  putRight(round, '08-05')
  expect(may()).toEqual([
    ...of(['committee'], ['leader', 'secretary']),
    ...of(['organisation'], ['head', 'leader', 'secretary']),
  ])
  expect(asks(organiser)).toBe('notAllowed')
  expect(asks()).toBeUndefined()
})

test('of what several versions put right the latest holds, in whatever order they are found', () => {
  const row = (version: number, numerator: number) => ({
    fields: { version, changedItems: ['1'], readings: [`30 1 ${numerator}/100`, '30 2 9/100'] },
  })
  const held = (fields: object, rows = [row(2, 82), row(4, 84), row(3, 83)]) =>
    correctionsIn({ ...fields }, rows).map(({ unit: whose, item, reading }) => [
      whose,
      item,
      reading.numerator,
    ])
  expect(held({ righted: ['30 1 80/100', '40 1 90/100'] })).toEqual([
    ['30', '1', 84],
    ['40', '1', 90],
  ])
  expect(held({ settled: ['30 1 3 复查有误', '30 2 9 复查有误'] })).toEqual([['30', '1', 84]])
  expect(held({ settled: ['30 1 4 复查有误'] })).toEqual([])
  expect(held({}, [])).toEqual([])
})
