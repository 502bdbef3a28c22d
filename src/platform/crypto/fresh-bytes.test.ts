import { expect, test } from 'vitest'
import { freshBytes } from './fresh-bytes.ts'

test('no bytes are given out twice, and what was given stays as it was', () => {
  const given = Array.from({ length: 2000 }, () => freshBytes(16))
  const then = given.map((bytes) => bytes.toString('hex'))
  const more = freshBytes(5000)
  expect(new Set(then).size).toBe(2000)
  expect(given.map((bytes) => bytes.toString('hex'))).toEqual(then)
  expect(more).toHaveLength(5000)
  expect(more.subarray(4000).every((byte) => byte === 0)).toBe(false)
})
