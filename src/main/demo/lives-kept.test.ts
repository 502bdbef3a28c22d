import { expect, test } from 'vitest'
import { livesKept } from './lives-kept.ts'

const kind = { states: { open: { is: 'working' }, closed: { is: 'end' } } }
const step = (id: string, state: string, openedBy?: string) => ({
  kind,
  before: openedBy === undefined && state === 'closed' ? {} : undefined,
  after: { id, state },
  openedBy,
})
const idsOf = (lives: Iterable<{ steps: readonly { after: { id: string } }[] }>) =>
  [...lives].map(({ steps }) => steps.map(({ after }) => after.id).join(' '))

test('a life that is over is given away once', () => {
  const book = livesKept()
  book.add(step('a', 'open'))
  expect(book.ended()).toEqual([])
  book.add(step('a', 'closed'))
  expect(idsOf(book.ended())).toEqual(['a a'])
  expect(book.ended()).toEqual([])
  expect(idsOf(book.rest())).toEqual([])
})

test('what was opened may tell its opener something after the opener’s end', () => {
  const book = livesKept()
  book.add(step('appeal', 'open'))
  book.add(step('whistle', 'open', 'appeal'))
  book.add(step('appeal', 'closed'))
  expect(book.ended()).toEqual([])
  book.add(step('whistle', 'closed'))
  book.add(step('appeal', 'closed'))
  expect(idsOf(book.ended())).toEqual(['appeal appeal appeal', 'whistle whistle'].toReversed())
  expect(idsOf(book.rest())).toEqual([])
})

test('what waits for something that never ends comes with the rest, whole', () => {
  const book = livesKept()
  book.add(step('appeal', 'open'))
  book.add(step('project', 'open', 'appeal'))
  book.add(step('appeal', 'closed'))
  expect(book.ended()).toEqual([])
  expect(idsOf(book.rest())).toEqual(['appeal appeal', 'project'])
})

test('what somebody else may come back to comes with the rest', () => {
  const book = livesKept()
  book.add(step('a', 'open'))
  book.keep('a')
  book.add(step('a', 'closed'))
  expect(book.ended()).toEqual([])
  book.add(step('a', 'closed'))
  expect(idsOf(book.rest())).toEqual(['a a a'])
})

test('nothing becomes of a life that was given away', () => {
  const book = livesKept()
  book.add(step('a', 'open'))
  book.add(step('a', 'closed'))
  book.ended()
  expect(() => book.add(step('a', 'closed'))).toThrow('given away')
})
