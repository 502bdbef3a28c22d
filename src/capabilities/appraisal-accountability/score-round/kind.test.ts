import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, post, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { type Data, limitsOf } from '../../street-mandate/testing/told.ts'
import { leader, organisation, organiser, street } from '../testing/reviewing.ts'
import {
  counted,
  drafted,
  drawn,
  otherOrganiser,
  published,
  resultOf,
  scoring,
  solved,
  span,
  tellings,
  told as publishedRound,
  units,
} from '../testing/scoring.ts'
import { scoreRound } from './kind.ts'

test('the declaration is sound, and its parameters are those a city begins with', () => {
  expect(problemsIn(scoreRound)).toEqual([])
  expect(limitsOf(scoreRound)).toEqual({
    'score.publish': '10 working-day',
    'score.smallest': '30',
  })
})

test('the platform draws the figures, and places are told as far as they are sure', () => {
  const { told, id } = drawn()
  expect(told.record(id)).toMatchObject({
    title: '2026-04-01 至 2026-06-30评分',
    fields: {
      items: ['1 解决率 N13#solved 40分 满分0.9 零分0.5 不调整'],
      readings: ['30 1 70/100', '40 1 95/100'],
      places: ['前街街道 20 分（10.4–28.1），第 2 位', '后街街道 40 分（38.8–40），第 1 位'],
      smallest: 30,
      drawnAt: at('08-04 09:00'),
      version: 1,
      host: unit.committee,
      office: unit.organisation,
    },
  })
})

test('a base under the smallest gives no points and no place, and the city says what is small', () => {
  const few = published(drafted(scoring(() => ({ ...figure, denominator: 29, numerator: 20 }))))
  const places = (round: ReturnType<typeof drawn>) => round.told.record(round.id).fields['places']
  const neither = ['前街街道', '后街街道'].map((one) => `${one} 有评分项基数不足，不计分、不排位`)
  expect(places(drawn(few))).toEqual(neither)
  const strict = published(drafted(scoring(counted, { 'score.smallest': 101 })))
  expect(places(drawn(strict))).toEqual(neither)
})

test('whatever a city sets, a base under five gives no points', () => {
  const four = { ...figure, numerator: 4, denominator: 4 }
  const { told, id } = drawn(published(drafted(scoring(() => four, { 'score.smallest': 1 }))))
  expect(told.record(id).fields).toMatchObject({
    smallest: 5,
    places: ['前街街道', '后街街道'].map((one) => `${one} 有评分项基数不足，不计分、不排位`),
  })
})

test('what is hidden is drawn as hidden and gives no points, by whatever measure', () => {
  const hidden = { ...figure, numerator: undefined, denominator: 4, hidden: true, population: 9000 }
  const { told, id } = drafted(scoring(() => hidden))
  told.does(id, 'changeItem', [
    organiser,
    '08-03 09:20',
    { ...solved, item: '1', full: 0, zero: 10, adjust: 'population' },
  ])
  const round = drawn(published({ told, id }))
  expect(told.record(round.id).fields).toMatchObject({
    readings: ['30 1 不显示/4 人口9000', '40 1 不显示/4 人口9000'],
    places: ['前街街道', '后街街道'].map((one) => `${one} 有评分项基数不足，不计分、不排位`),
  })
})

const figure = { value: undefined, numerator: 0, denominator: 0, hidden: false }

test('a round rests on a sheet in force of one’s own, for units of its subject, over days gone by', () => {
  const sheet = published()
  const { told } = sheet
  const tries = (data: Data = {}, by = organiser) =>
    told.tries('score-round/draw', town.district, [
      by,
      '08-04 09:00',
      { sheet: sheet.id, ...span, units, ...data },
    ])
  expect(tries({}, post('clerk', unit.cityOrganisation))).toBe('sheetIsInForce')
  expect(tries({ units: [unit.foreignStreet] })).toBe('answersToAsker')
  expect(tries({ units: [unit.street, unit.bureau] })).toBe('unitsFitTheSheet')
  expect(tries({ to: '2026-08-04' })).toBe('periodIsOver')
  expect(tries({ from: '2026-07-01' })).toBe('periodIsOver')
  expect(tries()).toBeUndefined()
  expect(tries()).toBe('claimTaken')
  const other = drafted(told, { subjects: 'departments' })
  expect(tries({ sheet: other.id, units: [unit.bureau] })).toBe('sheetIsInForce')
})

test('nobody publishes what they drew themselves', () => {
  const { told, id } = drawn()
  const publishes = (by = organiser) => told.refused(id, 'publish', [by, '08-04 10:00'])
  expect(publishes()).toBe('publishedByAnother')
  told.does(id, 'redraw', [otherOrganiser, '08-04 09:30', { reason: '补录后重新取数' }])
  expect(told.record(id).fields['version']).toBe(2)
  expect(publishes(otherOrganiser)).toBe('publishedByAnother')
  expect(publishes()).toBeUndefined()
  expect(told.counted('score-round')).toEqual({ published: 1 })
})

test('each unit is told what was previewed, with all it rests on', () => {
  const { told, id, sheet } = publishedRound()
  const results = told.all('score-result')
  expect(results.map(({ fields }) => fields['unit'])).toEqual(units)
  expect(results[0]).toMatchObject({
    state: 'told',
    title: '前街街道得分（2026-04-01 至 2026-06-30）',
    fields: {
      round: id,
      sheet,
      ...span,
      items: ['1 解决率 N13#solved 40分 满分0.9 零分0.5 不调整'],
      readings: ['30 1 70/100'],
      points: 20,
      low: 10.4,
      high: 28.1,
      lines: ['1 解决率 20/40 分（10.4–28.1），70/100'],
      placeFrom: 2,
      placeTo: 2,
      placed: 2,
      version: 1,
      smallest: 30,
      host: unit.committee,
      office: unit.organisation,
    },
  })
  expect(told.record(id).fields['publishedAt']).toBe(at('08-04 10:00'))
})

test('a correction draws anew, and its results take the place of the first', () => {
  const { told, id, result } = publishedRound()
  told.does(id, 'correct', [organiser, '08-05 09:00', { reason: '漏计三件' }])
  expect(told.state(id)).toBe('drawn')
  expect(told.state(result)).toBe('told')
  expect(told.refused(id, 'abandon', [organiser, '08-05 09:10', { reason: '不公布' }])).toBe(
    'wasNeverPublished',
  )
  told.does(id, 'publish', [organisation, '08-05 10:00'])
  expect(told.state(result)).toBe('superseded')
  const next = resultOf(told, unit.street)
  expect(told.record(next)).toMatchObject({ state: 'told', fields: { version: 2, points: 20 } })
  expect(told.counted('score-round')).toEqual({ published: 2, corrected: 1 })
})

test('what an appeal put right stays right in the correction, which waits for open appeals', () => {
  const { told, id, result } = publishedRound()
  const appeal = { contested: ['1'], objection: '十件已解决，回访登记有误' }
  told.does(result, 'appeal', [street, '08-05 09:00', appeal])
  told.does(id, 'correct', [organiser, '08-05 09:10', { reason: '有单位申请复核' }])
  const publishes = (moment: string) => told.refused(id, 'publish', [organisation, moment])
  expect(publishes('08-05 09:20')).toBe('appealsAreIn')
  const right = { item: '1', numerator: 80, denominator: 100, answer: '核对属实，予以更正' }
  told.does(result, 'change', [leader, '08-05 10:00', right])
  expect(publishes('08-05 10:10')).toBe('appealsAreIn')
  told.does(id, 'redraw', [organiser, '08-05 10:20', { reason: '并入复核更正' }])
  expect(told.record(id).fields['readings']).toEqual(['30 1 80/100', '40 1 95/100'])
  expect(publishes('08-05 10:30')).toBeUndefined()
  expect(told.record(resultOf(told, unit.street)).fields['points']).toBe(30)
})

test('an appeal that was not followed holds up no correction', () => {
  const { told, id, result } = publishedRound()
  const appeal = { contested: ['1'], objection: '回访登记有误' }
  told.does(result, 'appeal', [street, '08-05 09:00', appeal])
  told.does(result, 'uphold', [leader, '08-05 09:10', { answer: '核对无误' }])
  told.does(id, 'correct', [organiser, '08-05 09:20', { reason: '漏计三件' }])
  expect(told.refused(id, 'publish', [organisation, '08-05 09:30'])).toBeUndefined()
})

test('a round that was drawn and not published in ten working days is told', () => {
  const { told, id, sheet } = drawn()
  expect(told.until('08-18 08:59')).not.toContain('RoundRanLate')
  expect(told.until('08-18 17:00')).toContain('RoundRanLate')
  told.does(id, 'abandon', [organiser, '08-19 09:00', { reason: '改为半年评一次' }])
  expect(told.state(id)).toBe('abandoned')
  expect(told.state(drawn({ told, id: sheet }).id)).toBe('drawn')
})

test('who is told of what', () => {
  expect(tellings(scoreRound)).toEqual([
    'letGo host',
    'publish host',
    'noteLate office',
    'correct host',
  ])
})

test('a preview is seen by the committee and its office alone', () => {
  const { told, id } = drawn()
  const staff = ['clerk', 'head', 'leader', 'worker', 'secretary'] as const
  const ours = of(['committee', 'organisation'], staff)
  const may = () => askers(scoreRound, told.world, told.record(id))
  expect(starters(scoreRound, told.world, town.district)).toEqual({
    draw: of(['cityCommittee', 'cityOrganisation', 'committee', 'organisation'], staff),
  })
  expect(seers(scoreRound, told.world, told.record(id))).toEqual(ours)
  const answerers = [
    ...of(['committee'], ['leader', 'secretary']),
    ...of(['organisation'], ['head', 'leader', 'secretary']),
  ]
  expect(may()).toEqual({ redraw: ours, letGo: answerers, publish: ours, abandon: ours })
  told.does(id, 'publish', [organisation, '08-04 10:00'])
  expect(may()).toEqual({ correct: ours })
})
