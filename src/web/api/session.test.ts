import { expect, test } from 'vitest'
import { makeSession } from './session.ts'

test('everything that met an ended session waits, and goes on when the same person is back', async () => {
  const session = makeSession()
  const seen: boolean[] = []
  session.watch((away) => seen.push(away))
  const first = session.away()
  const second = session.away()
  expect(session.isAway()).toBe(true)
  session.back(true)
  expect(await Promise.all([first, second])).toEqual([true, true])
  expect(seen).toEqual([true, false])
})

test('what one person was sending is not sent in the name of another', async () => {
  const session = makeSession()
  const waiting = session.away()
  session.back(false)
  expect(await waiting).toBe(false)
})

test('a session can end again', async () => {
  const session = makeSession()
  const first = session.away()
  session.back(true)
  await first
  void session.away()
  expect(session.isAway()).toBe(true)
})
