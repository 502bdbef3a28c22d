import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalNumbers, maskName, maskNumbers, maskPhone } from './personal-numbers.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const mobiles = digits(9).map((rest) => `13${rest}`)
const words = fc.stringMatching(/^[一-龥,。 a-z]{0,12}$/)

describe('in what people write', () => {
  test.each([
    ['请回电13812345678，谢谢', '请回电138****5678，谢谢'],
    ['138 1234 5678', '138 **** 5678'],
    ['138-123-45678', '138-***-*5678'],
    ['+86 13812345678', '+86 138****5678'],
    ['8613812345678', '86138****5678'],
    ['13812345678', '138****5678'],
    [
      '\uff11\uff13\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18',
      '\uff11\uff13\uff18****\uff15\uff16\uff17\uff18',
    ],
    ['微信wx13812345678', '微信wx138****5678'],
    ['座机0871-65123456转8001', '座机0871-*****456转8001'],
    ['(010)65123456', '(010)*****456'],
    ['(0871)6512345', '(0871)****345'],
    ['+86 871 6512 3456', '+86 871 **** *456'],
    ['联系电话:65123456', '联系电话:*****456'],
    ['身份证11010519491231002X', '身份证1****************X'],
    ['身份证110105 19491231 002x', '身份证1***** ******** ***x'],
    [
      '\uff11\uff11\uff10\uff11\uff10\uff15\uff11\uff19\uff14\uff19\uff11\uff12\uff13\uff11\uff10\uff10\uff12\uff38',
      '\uff11****************\uff38',
    ],
    ['电话\uff1a65123456', '电话\uff1a*****456'],
    ['老证110105491231002', '老证1*************2'],
    ['11010519491231002X', '1****************X'],
  ])('%s is shown as %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked)
  })

  test.each([
    '拨打12345或110',
    '金额1100963.27元',
    '网友UU0082343您好',
    '91350100M000100Y43',
    '案号260803000A71',
    '530100000012345',
    '2026-08-03 15:20:00',
    '流水号202608031520001234567',
    '编号 65123456',
    '400-810-1234',
  ])('%s holds no personal number', (text) => {
    expect(findPersonalNumbers(text)).toEqual([])
  })

  test('a number is found where it stands, characters beyond the first plane included', () => {
    expect(findPersonalNumbers('𠮷先生 13812345678。')).toEqual([
      { kind: 'mobile', start: 5, end: 16, hiddenFrom: 8, hiddenTo: 12 },
    ])
  })

  test('several numbers are told apart', () => {
    const kinds = findPersonalNumbers('13812345678 13987654321、0871-65123456').map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['mobile', 'mobile', 'landline'])
  })
})

test('no mobile number survives masking, and masking twice changes nothing', () => {
  fc.assert(
    fc.property(
      fc.tuple(words, words, words),
      fc.tuple(mobiles, mobiles),
      ([before, between, after], [one, other]) => {
        const text = `${before}${one},${between}${other}${after}`
        const masked = maskNumbers(text)
        expect(masked).not.toContain(one)
        expect(masked).not.toContain(other)
        expect(masked).toHaveLength(text.length)
        expect(findPersonalNumbers(masked)).toEqual([])
      },
    ),
  )
})

describe('a contact', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['0871-65123456', '0871-*****456'],
    ['+1 415 555 2671', '+* *** *** **71'],
    ['12345', '***45'],
    ['110', '***'],
    ['', ''],
  ])('%j is masked as %j', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  test.each([
    ['王小明', '王**'],
    [' 李四 ', '李*'],
    ['𠮷田', '𠮷*'],
    ['甲', '*'],
    ['', ''],
  ])('the name %j is masked as %j', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})
