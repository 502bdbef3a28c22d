import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphabet } from './alphabet.ts'
import { queryCodeOf, readQueryCode } from './query-code.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('a code is eight characters nobody takes for another, and is read as typed', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = queryCodeOf(random)
      expect(code).toHaveLength(8)
      expect(Array.from(code).every((char) => alphabet.includes(char))).toBe(true)
      expect(readQueryCode(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)).toBe(code)
    }),
  )
})

test('the same bytes give the same code, and every byte matters', () => {
  const zero = new Uint8Array(16)
  const codes = Array.from(zero, (_, at) => queryCodeOf(zero.with(at, 1)))
  expect(queryCodeOf(zero)).toBe('00000000')
  expect(new Set([...codes, queryCodeOf(zero)]).size).toBe(17)
})

test('too few bytes make no code', () => {
  expect(() => queryCodeOf(new Uint8Array(8))).toThrow(RangeError)
})

test.each(['', '1234567', '123456789', '1234567中'])('%j cannot be a code', (text) => {
  expect(readQueryCode(text)).toBeUndefined()
})
