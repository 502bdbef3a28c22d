import { expect, test } from 'vitest'
import { todosOf } from '../../kernel/derive.ts'
import { at, post, unit } from '../../kernel/testing.ts'
import { seers } from '../street-mandate/testing/access-table.ts'
import { appraisalRating } from './appraisal-rating/kind.ts'
import { interview } from './interview/kind.ts'
import { organisation, organiser, secretary } from './testing/reviewing.ts'
import {
  low,
  moved,
  moves,
  objection,
  own,
  peopled,
  postsOf,
  predecessor,
  prepared,
  successor,
  type When,
} from './testing/people.ts'

test('a grade is the person’s: who comes to hold the post neither reads nor answers it', () => {
  const { here, id, asks, record } = prepared()
  expect(record(id).fields).toMatchObject({ person: 'predecessor', sits: unit.street })
  asks('rate', secretary, '08-05 09:00', low)
  moves(here)
  for (const command of ['accept', 'object'])
    expect(asks(command, successor, '08-06 09:00', objection)).toBe('notVisible')
  expect(asks('accept', post('head', unit.street), '08-06 09:00')).toBe('notVisible')
  expect(seers(appraisalRating, here.world, record(id)).join(' ')).not.toContain('street')
  expect(asks('object', moved, '08-06 09:00', objection), 'not handed on yet').toBe('notVisible')
})

test('the committee hands a grade on to who has moved, and the time to object begins anew', () => {
  const { here, id, asks, record, city } = prepared()
  asks('rate', secretary, '08-05 09:00', low)
  expect(asks('follow', secretary, '08-06 09:00'), 'nobody moved').toBe('hasMoved')
  moves(here)
  expect(asks('follow', organiser, '08-07 09:00')).toBe('notVisible')
  expect(asks('follow', organisation, '08-07 09:00')).toBeUndefined()
  expect(record(id).fields).toMatchObject({ person: 'moved', sits: unit.bureau, ...own })
  expect(city.until(at('08-14 16:59')).map(({ event }) => event.type)).toEqual([])
  expect(asks('object', moved, '08-14 16:59', objection)).toBeUndefined()
  here.now.went = predecessor.by === 'post' ? predecessor.post : undefined
  expect(asks('follow', secretary, '08-17 09:00'), 'back again').toBeUndefined()
  expect(record(id).fields).toMatchObject({ person: 'predecessor', sits: unit.street })
})

test('who moved before the grade was entered is told where they are now', () => {
  const { here, id, asks, record } = prepared()
  moves(here)
  asks('rate', secretary, '08-05 09:00', low)
  expect(record(id).fields).toMatchObject({ person: 'moved', sits: unit.bureau })
  expect(asks('accept', successor, '08-06 09:00')).toBe('notVisible')
  expect(asks('accept', moved, '08-06 09:00')).toBeUndefined()
})

test('who holds no post any more is followed nowhere, and no successor stands in', () => {
  const { here, id, asks, record } = prepared()
  here.now.held = postsOf([successor])
  asks('rate', secretary, '08-05 09:00', low)
  expect(asks('follow', secretary, '08-06 09:00')).toBe('hasMoved')
  expect(record(id).fields).toMatchObject({ person: 'predecessor', gone: true })
  expect(record(id).fields['sits']).toBeUndefined()
  const todos = todosOf(appraisalRating, here.world, record(id))
  expect(todos.map((todo) => [todo.unit, todo.command])).toEqual([[unit.organisation, 'inform']])
  expect(asks('accept', successor, '08-06 09:00')).toBe('notVisible')
})

test('where nobody, or more than one, answers for the unit it stays with the seat', () => {
  for (const answering of [[], [predecessor, successor]]) {
    const { id, asks, record } = prepared(answering)
    asks('rate', secretary, '08-05 09:00', low)
    expect(record(id).fields['person']).toBeUndefined()
    expect(record(id).fields['sits']).toBe(unit.street)
    expect(asks('accept', post('clerk', unit.street), '08-06 09:00')).toBe('notVisible')
    expect(asks('accept', successor, '08-06 09:00')).toBeUndefined()
  }
})

test('an interview is with whom the grade is about, wherever they are by then', () => {
  const { here, asks, record, opened, tries } = prepared()
  asks('rate', secretary, '08-05 09:00', low)
  asks('accept', predecessor, '08-06 09:00')
  const id = opened('interview')
  expect(record(id).fields).toMatchObject({ person: 'predecessor', unit: unit.street })
  expect(seers(interview, here.world, record(id)).join(' ')).not.toContain('bureau')
  moves(here)
  tries(id, 'interview/approve', secretary, '08-07 09:00')
  expect(record(id).fields).toMatchObject({ person: 'moved', sits: unit.bureau })
  const view = { view: '情况有客观原因' }
  expect(tries(id, 'interview/speak', successor, '08-10 09:00', view)).toBe('notVisible')
  expect(tries(id, 'interview/speak', moved, '08-10 09:00', view)).toBeUndefined()
  expect(tries(id, 'interview/follow', secretary, '08-10 10:00')).toBe('hasMoved')
})

test('an interview proposed by hand is with who answers for the unit that day, and is handed on', () => {
  const here = peopled()
  const { begins, record, tries } = here
  const data = { ...own, facts: '三项整改逾期两个月' }
  const id = begins('interview/proposeByHand', organisation, '08-03 09:00', data)
  expect(record(id).fields['person']).toBe('predecessor')
  const asks = (command: string, ...when: When) => tries(id, `interview/${command}`, ...when)
  asks('approve', secretary, '08-04 09:00')
  const view = { view: '情况有客观原因' }
  expect(asks('speak', predecessor, '08-04 10:00', view)).toBeUndefined()
  moves(here)
  expect(asks('speak', successor, '08-05 09:00', view)).toBe('notVisible')
  expect(asks('follow', organisation, '08-05 10:00')).toBeUndefined()
  expect(asks('speak', moved, '08-05 11:00', view)).toBeUndefined()
  expect(record(id).parties.map(({ unit: whose }) => whose)).toEqual([unit.street])
})
