import { expect, test } from 'vitest'
import { alphabet } from '../numbers/alphabet.ts'
import { newSlipCode, readSlipCode } from './slip-code.ts'

test('a slip has more than eighty bits, in groups that people can type', () => {
  expect(newSlipCode()).toMatch(/^([0-9A-Z]{3}-){5}[0-9A-Z]{3}$/)
  expect(17 * Math.log2(alphabet.length)).toBeGreaterThan(80)
  const many = Array.from({ length: 500 }, newSlipCode)
  expect(new Set(many).size).toBe(500)
})

test('it is read as people type it, and a misread sign is noticed', () => {
  const code = newSlipCode()
  const plain = code.replaceAll('-', '')
  expect(readSlipCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(plain)
  expect(readSlipCode(plain.slice(1))).toBeUndefined()
  for (const sign of alphabet)
    if (sign !== plain[4])
      expect(readSlipCode(plain.slice(0, 4) + sign + plain.slice(5))).toBeUndefined()
})
