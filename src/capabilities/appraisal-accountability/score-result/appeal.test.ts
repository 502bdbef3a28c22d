import { expect, test } from 'vitest'
import { unit } from '../../../kernel/testing.ts'
import { leader, organisation, organiser, street } from '../testing/reviewing.ts'
import { drafted, drawn, published, resultOf, scoring, solved, told } from '../testing/scoring.ts'

/** A round by two lines, told to the front street: 70 of 100 solved, 60 of 100 responded. */
function twoLines() {
  const city = scoring(({ part }) => ({
    value: undefined,
    numerator: part === 'solved' ? 70 : 60,
    denominator: 100,
    hidden: false,
  }))
  const sheet = drafted(city)
  const responded = { ...solved, label: '响应率', indicator: 'N13#responded' }
  city.does(sheet.id, 'addItem', [organiser, '08-03 09:20', responded])
  return told(drawn(published(sheet)))
}

const appeal = { contested: ['1', '2'], objection: '两项都有登记有误的，附清单' }
const right = { numerator: 80, denominator: 100, answer: '核对属实，予以更正' }

function appealed() {
  const round = twoLines()
  round.told.does(round.result, 'appeal', [street, '08-05 09:00', appeal])
  return round
}

test('a unit has several lines looked at again at once, each of them there', () => {
  const { told: city, result } = twoLines()
  const appeals = (contested: readonly string[]) =>
    city.refused(result, 'appeal', [street, '08-05 09:00', { ...appeal, contested }])
  expect(appeals([])).toBe('itemsAreThere')
  expect(appeals(['1', '3'])).toBe('itemsAreThere')
  expect(appeals(['1', '2'])).toBeUndefined()
  expect(city.record(result).fields['contested']).toEqual(['1', '2'])
})

test('each line is put right by itself, and the appeal is answered with the last', () => {
  const { told: city, result } = appealed()
  city.does(result, 'change', [leader, '08-05 10:00', { item: '1', ...right }])
  expect(city.record(result)).toMatchObject({
    state: 'appealed',
    fields: { changedItems: ['1'], pointsBefore: 30, pointsAfter: 40, points: 40 },
  })
  const again = { item: '1', ...right, numerator: 81 }
  expect(city.refused(result, 'change', [leader, '08-05 10:10', again])).toBe('itemIsOpen')
  city.does(result, 'change', [leader, '08-05 10:20', { item: '2', ...right }])
  expect(city.record(result)).toMatchObject({
    state: 'final',
    fields: {
      changedItems: ['1', '2'],
      readings: ['30 1 80/100', '30 2 80/100'],
      pointsBefore: 30,
      pointsAfter: 60,
      points: 60,
    },
  })
  expect(city.counted('score-result')).toMatchObject({ appealed: 1, changed: 2 })
})

test('the lines that were not put right are upheld, what was put right stays', () => {
  const { told: city, result, id } = appealed()
  city.does(result, 'change', [leader, '08-05 10:00', { item: '2', ...right }])
  city.does(result, 'uphold', [leader, '08-05 10:10', { answer: '第 1 项核对无误' }])
  expect(city.record(result)).toMatchObject({
    state: 'final',
    fields: { changedItems: ['2'], pointsBefore: 30, pointsAfter: 50, points: 50 },
  })
  city.does(id, 'correct', [organiser, '08-06 09:00', { reason: '并入更正' }])
  city.does(id, 'publish', [organisation, '08-06 10:00'])
  expect(city.record(resultOf(city, unit.street)).fields).toMatchObject({
    points: 50,
    righted: ['30 2 80/100'],
  })
})

test('both lines hold in the correction', () => {
  const { told: city, result, id } = appealed()
  for (const item of ['1', '2'])
    city.does(result, 'change', [leader, '08-05 10:00', { item, ...right }])
  city.does(id, 'correct', [organiser, '08-06 09:00', { reason: '并入更正' }])
  expect(city.record(id).fields['righted']).toEqual(['30 1 80/100', '30 2 80/100'])
})

test('a line that nobody contested is not changed on the way', () => {
  const { told: city, result } = twoLines()
  city.does(result, 'appeal', [street, '08-05 09:00', { ...appeal, contested: ['2'] }])
  expect(city.refused(result, 'change', [leader, '08-05 10:00', { item: '1', ...right }])).toBe(
    'itemIsOpen',
  )
})

test('points that were not told before stay untold as those before', () => {
  const city = scoring(({ part }) => ({
    value: undefined,
    numerator: part === 'solved' ? 70 : undefined,
    denominator: part === 'solved' ? 100 : 4,
    hidden: part !== 'solved',
  }))
  const sheet = drafted(city)
  city.does(sheet.id, 'addItem', [
    organiser,
    '08-03 09:20',
    { ...solved, label: '响应率', indicator: 'N13#responded' },
  ])
  const { result } = told(drawn(published(sheet)))
  expect(city.record(result).fields['lines']).toEqual([
    '1 解决率 20/40 分（10.4–28.1），70/100',
    '2 响应率 基数不足，不计分',
  ])
  city.does(result, 'appeal', [street, '08-05 09:00', appeal])
  const none = { item: '2', numerator: 0, denominator: 4, answer: '核对属实，予以更正' }
  city.does(result, 'change', [leader, '08-05 10:00', { ...none, denominator: 40 }])
  city.does(result, 'change', [leader, '08-05 10:10', { item: '1', ...right }])
  expect(city.record(result).fields).toMatchObject({
    readings: ['30 1 80/100', '30 2 0/40'],
    pointsAfter: 30,
  })
  expect(city.record(result).fields['pointsBefore'] ?? undefined).toBeUndefined()
})

test('none of few is something else than what is hidden', () => {
  const city = scoring(() => ({
    value: undefined,
    numerator: undefined,
    denominator: 4,
    hidden: true,
  }))
  const { result } = told(drawn(published(drafted(city))))
  city.does(result, 'appeal', [street, '08-05 09:00', { ...appeal, contested: ['1'] }])
  const none = { item: '1', numerator: 0, denominator: 4, answer: '核对后四件都未解决' }
  expect(city.refused(result, 'change', [leader, '08-05 10:00', none])).toBeUndefined()
  expect(city.record(result).fields['readings']).toEqual(['30 1 0/4'])
})
