import { expect, test } from 'vitest'
import { placeOf } from '../../../kernel/directory.ts'
import { rehearse } from '../../../kernel/rehearsal.ts'
import { problemsIn } from '../../../kernel/sound.ts'
import { at, governedWorld, town, unit } from '../../../kernel/testing.ts'
import { askers, of, seers, starters } from '../../street-mandate/testing/access-table.ts'
import { limitsOf } from '../../street-mandate/testing/told.ts'
import { leader, organisation, organiser, otherStreet, street } from '../testing/reviewing.ts'
import { drawn, tellings, told as publishedRound } from '../testing/scoring.ts'
import { scoreResult } from './kind.ts'

const objection = { contested: ['1'], objection: '十件已解决，回访登记有误' }
const right = { item: '1', numerator: 80, denominator: 100, answer: '核对属实，予以更正' }

function appealed() {
  const round = publishedRound()
  round.told.does(round.result, 'appeal', [street, '08-05 09:00', objection])
  return round
}

test('the declaration is sound, and its limits are those a city begins with', () => {
  expect(problemsIn(scoreResult)).toEqual([])
  expect(limitsOf(scoreResult)).toEqual({
    'score.appeal': '10 working-day',
    'score.answer': '10 working-day',
  })
})

test('a unit is told once of what a round gave it', () => {
  const kinds = new Map([[scoreResult.name, scoreResult]])
  const world = governedWorld([scoreResult])
  let ids = 0
  const city = rehearse({
    kinds,
    world,
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
  })
  const tells = (data: object) =>
    city.ask({
      kind: 'score-result',
      command: 'tell',
      actor: { by: 'effect', of: 'round' },
      at: at('08-04 10:00'),
      place: placeOf(world.directory, town.district),
      data: { ...handed, ...data },
    })
  expect(tells({}).ok).toBe(true)
  expect(tells({})).toMatchObject({ refused: 'claimTaken' })
  expect(tells({ unit: unit.otherStreet }).ok).toBe(true)
  expect(tells({ version: 2 }).ok).toBe(true)
})

const handed = {
  round: 'round',
  unit: unit.street,
  host: unit.committee,
  office: unit.organisation,
  version: 1,
  items: ['1 解决率 N13#solved 40分 满分0.9 零分0.5 不调整'],
}

test('a line whose base is too small or missing says so instead of points', () => {
  const { told, id } = publishedRound(drawn(undefined, { units: [unit.street] }))
  expect(told.record(id).state).toBe('published')
  const lines = (reading: string) => {
    const kinds = new Map([[scoreResult.name, scoreResult]])
    const world = governedWorld([scoreResult])
    const city = rehearse({ kinds, world, nextId: () => 'id', nextNumber: () => 'no' })
    const done = city.ask({
      kind: 'score-result',
      command: 'tell',
      actor: { by: 'effect', of: 'round' },
      at: at('08-04 10:00'),
      place: placeOf(world.directory, town.district),
      data: { ...handed, smallest: 30, readings: [reading] },
    })
    return done.ok ? [done.record.fields['lines'], done.record.fields['points']] : []
  }
  expect(lines('30 1 7/10')).toEqual([['1 解决率 基数不足，不计分'], undefined])
  expect(lines('30 1 7/0')).toEqual([['1 解决率 没有可比的基数，不计分'], undefined])
})

test('a unit that has no objection says so, or lets ten working days pass', () => {
  const { told, result } = publishedRound()
  told.does(result, 'accept', [street, '08-05 09:00'])
  expect(told.state(result)).toBe('final')
  const silent = publishedRound()
  expect(silent.told.until('08-18 09:59')).not.toContain('ScoreStood')
  expect(silent.told.until('08-18 17:00')).toEqual(['ScoreStood', 'ScoreStood'])
  expect(silent.told.state(silent.result)).toBe('final')
})

test('a unit has a line looked at again, one that is there', () => {
  const { told, result } = publishedRound()
  const appeals = (item: string) =>
    told.refused(result, 'appeal', [street, '08-05 09:00', { ...objection, contested: [item] }])
  expect(appeals('2')).toBe('itemsAreThere')
  expect(appeals('1')).toBeUndefined()
  expect(told.state(result)).toBe('appealed')
})

test('whoever published it does not answer the appeal', () => {
  const { told, result } = appealed()
  expect(
    told.refused(result, 'uphold', [organisation, '08-05 10:00', { answer: '核对无误' }]),
  ).toBe('answeredByAnother')
  expect(told.refused(result, 'change', [organisation, '08-05 10:00', right])).toBe(
    'answeredByAnother',
  )
  told.does(result, 'uphold', [leader, '08-05 10:10', { answer: '核对无误' }])
  expect(told.record(result).fields).toMatchObject({
    pointsBefore: 20,
    pointsAfter: 20,
    points: 20,
  })
  expect(told.counted('score-result')).toEqual({ told: 2, appealed: 1 })
})

test('a line put right changes the points, both are kept, and the place waits for the correction', () => {
  const { told, result } = appealed()
  const changes = (numerator: number) =>
    told.refused(result, 'change', [leader, '08-05 10:00', { ...right, numerator }])
  expect(changes(70)).toBe('countsDiffer')
  expect(changes(80)).toBeUndefined()
  expect(told.record(result)).toMatchObject({
    state: 'final',
    fields: {
      pointsBefore: 20,
      pointsAfter: 30,
      points: 30,
      readings: ['30 1 80/100'],
      lines: ['1 解决率 30/40 分（21.1–36.7），80/100'],
      changedItems: ['1'],
    },
  })
  expect(told.record(result).fields['placeFrom']).toBeUndefined()
  expect(told.record(result).fields['placeTo']).toBeUndefined()
  expect(told.counted('score-result')).toEqual({ told: 2, appealed: 1, changed: 1 })
})

test('a base put right is a change too', () => {
  const { told, result } = appealed()
  const given = { ...right, numerator: 70, denominator: 80 }
  expect(told.refused(result, 'change', [leader, '08-05 10:00', given])).toBeUndefined()
})

test('an appeal not answered in ten working days is told', () => {
  const { told } = appealed()
  expect(told.until('08-19 08:59')).not.toContain('ScoreAnswerRanLate')
  expect(told.until('08-19 17:00')).toContain('ScoreAnswerRanLate')
})

test('who is told of what', () => {
  expect(tellings(scoreResult)).toEqual([
    'tell unit',
    'appeal host office',
    'supersede unit',
    'uphold unit host',
    'change unit host office',
    'noteAnswerLate office',
  ])
})

test('the unit and its committee see it, nobody beside them', () => {
  const { told, result } = publishedRound()
  const staff = ['clerk', 'head', 'leader', 'worker', 'secretary'] as const
  const own = of(['street'], staff)
  const may = () => askers(scoreResult, told.world, told.record(result))
  expect(starters(scoreResult, told.world, town.district)).toEqual({})
  expect(seers(scoreResult, told.world, told.record(result))).toEqual([
    ...of(['committee', 'organisation'], staff),
    ...own,
  ])
  expect(told.refused(result, 'accept', [otherStreet, '08-05 09:00'])).toBe('notVisible')
  expect(may()).toEqual({ accept: own, appeal: own })
  told.does(result, 'appeal', [street, '08-05 09:00', objection])
  const answerers = [
    ...of(['committee'], ['leader', 'secretary']),
    ...of(['organisation'], ['head', 'leader', 'secretary']),
  ]
  expect(may()).toEqual({ uphold: answerers, change: answerers })
  expect(told.refused(result, 'uphold', [organiser, '08-05 10:00', { answer: '核对无误' }])).toBe(
    'notAllowed',
  )
})
