import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchQuery, searchTokens } from './words.ts'

function finds(query: string, text: string): boolean {
  const tokens = searchTokens(text)
  const { exact, prefixes } = searchQuery(query)
  return (
    exact.every((one) => tokens.includes(one)) &&
    prefixes.every((one) => tokens.some((token) => token.startsWith(one)))
  )
}

const signs = fc.constantFrom(
  '小',
  '区',
  '路',
  '灯',
  '不',
  '亮',
  '𠮷',
  '𮯰',
  '〇',
  'a',
  'B',
  '5',
  '7',
  'é',
  '·',
  ' ',
  ',',
  '３',
)

describe('words for search', () => {
  test('every part of a text finds it, one character too', () => {
    fc.assert(
      fc.property(
        fc.array(signs, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (all, a, b) => {
          const from = a % all.length
          const to = from + 1 + (b % (all.length - from))
          expect(finds(all.slice(from, to).join(''), all.join(''))).toBe(true)
        },
      ),
    )
  })

  test.each([
    ['路灯', '小区路灯不亮'],
    ['灯不', '小区路灯不亮'],
    ['灯', '小区路灯不亮'],
    ['亮', '小区路灯不亮'],
    ['3栋', '住在锦绣园3栋'],
    ['园3栋2', '锦绣园3栋201室'],
    ['0-1380', '请回电0871-0-13800138000'],
    ['8001', '13800138000'],
    ['etc', '高速ETC扣费'],
    ['𠮷野', '𠮷野家门口占道'],
    ['𠮷', '业主姓𠮷'],
    ['提·艾', '买买提·艾力反映'],
    ['１２３', '编号123'],
    ['人民路 路灯', '人民路的路灯坏了'],
  ])('"%s" finds "%s"', (query, text) => {
    expect(finds(query, text)).toBe(true)
  })

  test.each([
    ['灯路', '小区路灯不亮'],
    ['车', '小区路灯不亮'],
    ['139', '13800138000'],
    ['路灯井盖', '路灯和井盖'],
    ['𠮷', '吉野家门口占道'],
  ])('"%s" does not find "%s"', (query, text) => {
    expect(finds(query, text)).toBe(false)
  })

  test('a character with a drawing selector and one without are the same character', () => {
    expect(finds('葛家', '葛\u{e0100}家村')).toBe(true)
  })

  test('a word longer than any token is found by a part longer than any token', () => {
    const number = 'https3101152026072200012345678901234567890'
    expect(finds(number.slice(3, 35), number)).toBe(true)
    expect(finds(`${number.slice(3, 35)}x`, number)).toBe(false)
  })

  test('a query of signs alone asks for nothing', () => {
    expect(searchQuery('%_! -- \'"')).toEqual({ exact: [], prefixes: [] })
  })

  test('nothing but letters, marks and digits is looked for', () => {
    expect(searchQuery("路灯' | 井盖:*")).toEqual({ exact: ['路灯', '井盖'], prefixes: [] })
    expect(searchQuery('路 lamp')).toEqual({ exact: [], prefixes: ['路', 'lamp'] })
  })
})
