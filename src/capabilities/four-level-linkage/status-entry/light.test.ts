import { expect, test } from 'vitest'
import { reckoned, shownLight } from './light.ts'

test('nothing late is normal, one thing late is watched, as many as the table says is a warning', () => {
  expect(reckoned({})).toEqual({ light: 'normal', hits: [] })
  expect(reckoned({ tasksLate: 2 })).toEqual({ light: 'watch', hits: ['tasksLate'] })
  expect(reckoned({ tasksLate: 3 })).toEqual({ light: 'warn', hits: ['tasksLate'] })
  expect(reckoned({ rectificationsLate: 2, withoutEffect: 1 })).toEqual({
    light: 'warn',
    hits: ['rectificationsLate', 'withoutEffect'],
  })
  expect(reckoned({ withoutEffect: 2 }).light).toBe('warn')
})

test('what was set by hand is shown before what was reckoned', () => {
  expect(shownLight({ reckoned: 'warn' })).toBe('warn')
  expect(shownLight({ reckoned: 'warn', byHand: 'watch' })).toBe('watch')
  expect(shownLight({})).toBe('normal')
})
