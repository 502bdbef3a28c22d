import { expect, test } from 'vitest'
import { deltasOf } from '../../../kernel/derive.ts'
import { residentAppeal } from './kind.ts'
import { agent, answered, appeal, clerk } from './testing.ts'

const effect = { by: 'effect', of: 'exclusion' } as const

/** What the exclusion's effect asks of an appeal, as what it adds to the counts. */
function asks(told: ReturnType<typeof appeal>, command: string, moment: string) {
  const data = command === 'leaveFigures' ? { exclusion: 'exclusion' } : {}
  const done = told.does(told.id, command, { by: effect, at: moment, data })
  if (!done.ok) throw new Error(`${command} is refused: ${done.refused}`)
  return done.steps.flatMap((step) =>
    deltasOf(residentAppeal, told.world, step)
      .filter(({ measure }) => !measure.startsWith('state:'))
      .map(({ measure, n, day }) => `${n > 0 ? '+' : '-'}${measure}@${day.slice(5)}`),
  )
}

function judged(solved: string) {
  const told = answered()
  told.step('judge', [told.reporter, '08-06 10:00'], { solved, responded: true })
  return told
}

test('an appeal left out leaves the base of the rates in its own cohort, and comes back', () => {
  const told = judged('solved')
  expect(asks(told, 'leaveFigures', '08-07 09:00')).toEqual([
    '-evaluated@08-03',
    '-responded@08-03',
    '-solved@08-03',
  ])
  expect(told.state(told.id)).toBe('closed')
  expect(asks(told, 'countAgain', '08-08 09:00')).toEqual([
    '+evaluated@08-03',
    '+responded@08-03',
    '+solved@08-03',
  ])
})

test('a partly solved appeal leaves and comes back as such', () => {
  const told = judged('partly')
  expect(asks(told, 'leaveFigures', '08-07 09:00')).toContain('-partly@08-03')
  expect(asks(told, 'countAgain', '08-08 09:00')).toContain('+partly@08-03')
})

test('what is judged after it was left out does not count, until it comes back', () => {
  const told = answered()
  expect(asks(told, 'leaveFigures', '08-05 17:00')).toEqual([])
  const done = told.does(told.id, 'judge', {
    by: told.reporter,
    at: '08-06 10:00',
    data: { solved: 'solved', responded: true },
  })
  expect(done.ok && done.record.counted['evaluated']).toBeUndefined()
  expect(asks(told, 'countAgain', '08-07 09:00')).toContain('+evaluated@08-03')
})

test('it may be left out in whatever state it is, and stays there', () => {
  const told = appeal()
  asks(told, 'leaveFigures', '08-03 09:10')
  expect(told.state(told.id)).toBe('intake')
  expect(told.fields()['exclusion']).toBe('exclusion')
  for (const state of Object.values(residentAppeal.states))
    expect(Object.keys(state.commands ?? {})).toEqual(
      expect.arrayContaining(['leaveFigures', 'countAgain']),
    )
})

test('no person leaves an appeal out by hand', () => {
  const told = judged('solved')
  for (const by of [agent, clerk, told.reporter])
    for (const command of ['leaveFigures', 'countAgain'])
      expect(told.refused(command, [by, '08-07 09:00'])).toBe('notAllowed')
})
