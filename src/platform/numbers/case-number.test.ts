import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/time.ts'
import { alphabet } from './alphabet.ts'
import { casesPerDay, formatCaseNumber, readCaseNumber } from './case-number.ts'

const days = fc.nat(70 * 365).map((offset) => addDays('2026-01-01', offset))
const counters = fc.nat(casesPerDay - 1)
const numbers = fc.tuple(days, counters).map(([day, counter]) => formatCaseNumber(day, counter))
const places = fc.nat(11)

test('a number is the date, five characters and a check character', () => {
  expect(formatCaseNumber('2026-08-03', 0)).toMatch(/^26080300000.$/)
  expect(formatCaseNumber('2026-08-03', 29)).toMatch(/^26080300010.$/)
  expect(formatCaseNumber('2026-08-03', casesPerDay - 1)).toMatch(/^260803YYYYY.$/)
})

test('every number made is sound', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(number).toHaveLength(12)
      expect(checkCaseNumber(number)).toBe(true)
    }),
  )
})

test('two cases of a day never share a number', () => {
  fc.assert(
    fc.property(days, counters, counters, (day, one, other) => {
      fc.pre(one !== other)
      expect(formatCaseNumber(day, one)).not.toBe(formatCaseNumber(day, other))
    }),
  )
})

describe('a slip is noticed', () => {
  test('one wrong character', () => {
    const anything = fc.oneof(
      fc.constantFrom(...Array.from(alphabet)),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    )
    fc.assert(
      fc.property(numbers, places, anything, (number, at, char) => {
        fc.pre(number[at] !== char)
        expect(checkCaseNumber(number.slice(0, at) + char + number.slice(at + 1))).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('two neighbours swapped', () => {
    fc.assert(
      fc.property(numbers, fc.nat(10), (number, at) => {
        const [one = '', other = ''] = [number[at], number[at + 1]]
        fc.pre(one !== other)
        const swapped = number.slice(0, at) + other + one + number.slice(at + 2)
        expect(checkCaseNumber(swapped)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a number is read however it is typed', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const spaced = `${number.slice(0, 6)}-${number.slice(6, 11)} ${number.slice(11)}`
      expect(readCaseNumber(spaced.toLowerCase())).toBe(number)
      expect(readCaseNumber(number.replaceAll('0', 'o').replaceAll('1', 'I'))).toBe(number)
      const wide = number.replace(/\d/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      )
      expect(readCaseNumber(wide)).toBe(number)
    }),
  )
})

test.each(['', '260803', '26080300000', '260803000000000', '张三的案子'])(
  '%j is no number',
  (text) => {
    expect(readCaseNumber(text)).toBeUndefined()
  },
)

test('a number of a day that does not exist is not sound', () => {
  const sound = Array.from(alphabet).filter((check) => checkCaseNumber(`26023000000${check}`))
  expect(sound).toEqual([])
})

test.each([-1, 1.5, casesPerDay])('a day has no case %d', (counter) => {
  expect(() => formatCaseNumber('2026-08-03', counter)).toThrow(RangeError)
})

function checkCaseNumber(text: string): boolean {
  return readCaseNumber(text) === text
}
