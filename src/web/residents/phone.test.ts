import { expect, test } from 'vitest'
import { phoneProblem, plainPhone } from './phone.ts'

test.each([
  ['13812345678', '13812345678'],
  ['138 1234 5678', '13812345678'],
  ['１３８－１２３４－５６７８', '13812345678'],
  ['+86 138-1234-5678', '13812345678'],
  ['0086 13812345678', '13812345678'],
  ['(0871) 6333 0000', '087163330000'],
  ['0871-63330000', '087163330000'],
  ['63330000', '63330000'],
])('%s is a number one can call', (typed, plain) => {
  expect(plainPhone(typed)).toBe(plain)
  expect(phoneProblem(typed)).toBeUndefined()
})

test('a mobile number with a digit too few says how many there are', () => {
  expect(phoneProblem('1381234567')).toContain('您写了 10 位')
  expect(phoneProblem('138123456789')).toContain('您写了 12 位')
})

test.each(['12345678901', '110', '九八七六', '138-1234-567x', '99'])(
  '%s is no number to be called at',
  (typed) => {
    expect(phoneProblem(typed)).toBeDefined()
  },
)
