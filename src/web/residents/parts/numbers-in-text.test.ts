import { expect, test } from 'vitest'
import { numbersIn } from './numbers-in-text.ts'

test('a telephone number in free words is noticed', () => {
  expect(numbersIn('打我电话 13812345678，谢谢', [])).toEqual(['13812345678'])
})

test('a number somebody wants to keep is not asked about again, another is', () => {
  const text = '13812345678 或 13912345678'
  expect(numbersIn(text, ['13812345678'])).toEqual(['13912345678'])
})

test('numbers that point at nobody are left alone', () => {
  expect(numbersIn('3 栋 2 单元 1201，2026-08-03 起', [])).toEqual([])
})
