import { expect, test } from 'vitest'
import { problemsIn } from '../../kernel/sound.ts'
import { post, town, unit } from '../../kernel/testing.ts'
import { penaltyCount } from './penalty-count.ts'
import { askers, everyone, of, seers, starters } from './testing/access-table.ts'
import { bureau, city, clerk, registersTeam } from './testing/penalties.ts'

const start = 'penalty-count/count'

function handed() {
  const told = city()
  registersTeam(told)
  const item = told.proposes('占道经营')
  const counts = (data: object = {}, by = clerk, area: number = town.street) =>
    told.tries(start, area, [
      by,
      '08-10 09:00',
      { handover: item, month: '2026-08', cases: 3, ...data },
    ])
  return { ...told, item, counts }
}

function inForce() {
  const told = handed()
  told.hands(told.item)
  told.assesses(told.item)
  return told
}

test('the declaration is sound', () => {
  expect(problemsIn(penaltyCount)).toEqual([])
})

test('R115 a street counts cases only under an item whose handover to it is in force', () => {
  const early = handed()
  expect(early.counts()).toBe('handoverIsInForce')
  const waiting = handed()
  waiting.hands(waiting.item)
  expect(waiting.counts()).toBe('handoverIsInForce')
  const told = inForce()
  const other = post('clerk', unit.otherStreet)
  expect(told.counts({}, other, town.otherStreet)).toBe('handoverIsInForce')
  expect(told.counts()).toBeUndefined()
  told.does(told.item, 'recall', [bureau, '08-11 09:00', { reason: '承接有困难' }])
  expect(told.counts({ month: '2026-07' })).toBe('handoverIsInForce')
})

test('a month is counted once, corrected, and none that is still to come', () => {
  const told = inForce()
  for (const month of ['2026-09', '2026-13', '八月']) {
    expect(told.counts({ month })).toBe('monthHasBegun')
  }
  expect(told.counts()).toBeUndefined()
  expect(told.counts()).toBe('claimTaken')
  const [record] = told.all('penalty-count')
  expect(record?.title).toBe('占道经营 2026-08')
  told.does(record?.id ?? '', 'correct', [clerk, '08-10 10:00', { cases: 5 }])
  expect(told.counted('penalty-count')).toEqual({ cases: 5 })
})

test('the street counts its own, all read', () => {
  const told = inForce()
  told.counts()
  const [record] = told.all('penalty-count')
  if (record === undefined) throw new Error('no count')
  expect(starters(penaltyCount, told.world, town.street)).toEqual({ count: of(['street']) })
  expect(seers(penaltyCount, told.world, record)).toEqual(everyone.slice(0, -2))
  expect(askers(penaltyCount, told.world, record)).toEqual({ correct: of(['street']) })
})
