import { expect, test } from 'vitest'
import { problemsIn } from '../../../kernel/sound.ts'
import { town, unit } from '../../../kernel/testing.ts'
import { all, starters } from '../../four-level-linkage/testing.ts'
import { everyUnit, bureau, here, market, openRoom, roomTerms } from '../testing/market.ts'
import { unitResource } from './kind.ts'

const open = { kind: 'unit-resource', command: 'open', ...here }

test('the declaration is sound', () => {
  expect(problemsIn(unitResource)).toEqual([])
})

test('R132 a unit says when its resource is open, on what conditions and to whom', () => {
  const required = Object.entries(unitResource.starts.open.input).flatMap(([name, field]) =>
    'required' in field ? [name] : [],
  )
  expect(required).toEqual(['title', 'form', 'topic', 'weekdays', 'hours', 'conditions', 'scope'])
  const done = market().tries(open, [bureau, '08-03 09:00'], roomTerms)
  expect(done).toMatchObject({
    record: { state: 'open', fields: { unit: unit.bureau, scope: town.street, booked: 0 } },
  })
})

test('it is open until its last day, which lies ahead, and the unit may change its terms', () => {
  const told = market()
  const past = { ...roomTerms, until: '2026-08-02' }
  expect(told.tries(open, [bureau, '08-03 09:00'], past)).toMatchObject({ refused: 'endsAhead' })
  const id = openRoom(told, { until: '2026-08-10' })
  const longer = { ...roomTerms, until: '2026-08-12' }
  expect(told.refused(id, ['change', bureau, '08-04 09:00'], past)).toBe('endsAhead')
  told.step(id, ['change', bureau, '08-04 09:00'], { ...longer, conditions: '先登记' })
  expect(told.fields(id)).toMatchObject({ conditions: '先登记', until: '2026-08-12' })
  told.step(id, ['pause', bureau, '08-05 09:00'])
  expect(told.until('08-12 16:59', id)).toEqual([])
  expect(told.until('08-12 17:00', id)).toEqual(['ResourceExpired'])
  expect(told.state(id)).toBe('closed')
  expect(told.fields(id)['closedOn']).toBe('2026-08-12')
})

test('an open one runs out as well', () => {
  const told = market()
  const id = openRoom(told, { until: '2026-08-10' })
  expect(told.until('08-10 17:00', id)).toEqual(['ResourceExpired'])
})

test('any unit opens, the unit alone changes, pauses, resumes and closes, everybody reads', () => {
  const told = market()
  expect(starters((by) => told.tries(open, [by, '08-03 09:00'], roomTerms)).toSorted()).toEqual(
    everyUnit,
  )
  const id = openRoom(told)
  expect(told.readers(id)).toHaveLength(24)
  const own = all(unit.bureau)
  expect(told.offered(id)).toEqual({ change: own, pause: own, close: own })
  told.step(id, ['pause', bureau, '08-04 09:00'])
  expect(told.offered(id)).toEqual({ resume: own, close: own })
  told.step(id, ['resume', bureau, '08-05 09:00'])
  told.step(id, ['close', bureau, '08-06 09:00'])
  expect(told.fields(id)['closedOn']).toBe('2026-08-06')
  expect(told.offered(id)).toEqual({})
})

test('opening is counted for the unit', () => {
  const told = market()
  const done = told.tries(open, [bureau, '08-03 09:00'], roomTerms)
  expect(told.counts(done)).toEqual([`+opening ${unit.bureau}`, `+opened ${unit.bureau}`])
})
