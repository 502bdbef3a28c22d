import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCreditCode, isIdentityNumber, isOrganisationCode } from './codes.ts'

const vectors = new URL('../../../shared/data/codes/code-vectors.csv', import.meta.url)

test('the codes of an independent judge are judged the same', ({ skip }) => {
  if (!existsSync(vectors)) skip('no ../shared/data/codes beside this project')
  const rows = readFileSync(vectors, 'utf8').trim().split('\n').slice(1)
  const wrong = rows.filter((row) => {
    const [kind, value = '', valid] = row.trim().split(',')
    const found = kind === 'ric' ? isIdentityNumber(value) : isCreditCode(value)
    return found !== (valid !== '0')
  })
  expect(rows.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})

describe('a credit code', () => {
  test('carries its check character, in either case', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    expect(isCreditCode('91350100m000100y43')).toBe(true)
  })

  test.each(['91350100M000100Y44', '91350100M000100Y4', '9135O100M000100Y43', ''])(
    'is not %j',
    (text) => {
      expect(isCreditCode(text)).toBe(false)
    },
  )

  test('holds the organisation code', () => {
    expect(isOrganisationCode('M000100Y-4')).toBe(true)
    expect(isOrganisationCode('91350100M000100Y43'.slice(8, 17))).toBe(true)
    expect(isOrganisationCode('M000100Y-5')).toBe(false)
  })
})

describe('an identity number', () => {
  test('carries its check character, in either case', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true)
    expect(isIdentityNumber('11010519491231002x')).toBe(true)
  })

  test('does not survive a wrong digit', () => {
    const number = '11010519491231002X'
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = String((Number(number[at]) + shift) % 10)
        expect(isIdentityNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false)
      }),
    )
  })

  test('names a day that exists', () => {
    expect(isIdentityNumber('110105202402300013')).toBe(false)
  })
})
