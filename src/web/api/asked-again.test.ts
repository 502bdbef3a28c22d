import { expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { isAskedAgain, pauseMs } from './asked-again.ts'

const error = (status: number, code: string) => new ApiError(status, { code, says: '稍等' })
const times = (thrown: unknown) =>
  Array.from({ length: 9 }, (_, failures) => isAskedAgain(failures, thrown)).filter(Boolean).length

test('a server out of reach is asked again twice, one that is busy more often, a refusal never', () => {
  expect(times(error(0, 'offline'))).toBe(2)
  expect(times(error(503, 'storeAway'))).toBe(2)
  expect(times(error(503, 'busy'))).toBe(5)
  expect(times(error(409, 'lateReturn'))).toBe(0)
  expect(times(new TypeError('no answer'))).toBe(2)
})

test('those who were sent away do not all come back at the same moment', () => {
  expect([0, 1, 2, 3, 4].map((failures) => pauseMs(failures, 0.5))).toEqual([
    600, 1200, 2400, 4800, 5000,
  ])
  expect([pauseMs(0, 0), pauseMs(0, 1)]).toEqual([450, 750])
})
