import { expect, test } from 'vitest'
import { arrayText } from './array-text.ts'
import { valueTypes } from './value-types.ts'

const readArray = valueTypes.getTypeParser(arrayOfTexts)
const parse = (text: string): unknown => readArray(text)

test('words come back as they were, whatever signs are in them', () => {
  const words = [
    '',
    'null',
    'NULL',
    '路灯',
    '"',
    '\\',
    'a"b\\c\\"',
    '{1,2}',
    ' a ',
    '\n\t\u0001',
    '𠮷',
    "'",
  ]
  expect(parse(arrayText(words))).toEqual(words)
})

test('what is not there is told from a word', () => {
  expect(parse(arrayText([null, 'null', undefined]))).toEqual([null, 'null', null])
})

test('numbers, flags and bytes stand as the database reads them', () => {
  expect(arrayText([1, -2.5, true])).toBe('{1,-2.5,true}')
  expect(parse(arrayText([Buffer.from([0, 255])]))).toEqual(['\\x00ff'])
  expect(arrayText([])).toBe('{}')
})

test('anything else is a fault', () => {
  expect(() => arrayText([{}])).toThrow(TypeError)
})
