import { describe, expect, it } from 'vitest'
import { baseText, besideText, figureText, referenceText } from './words.ts'

const share = {
  unit: '%',
  terms: [
    { key: 'n0', label: '已取消的街道', weight: 1 },
    { key: 'd0', label: '全部街道', weight: 1 },
  ],
}
const number = { unit: '项', terms: [{ key: 'n0', label: '生效的', weight: 1 }] }
const mean = { ...share, unit: '天' }
const shown = (numerator: number, denominator: number) => ({
  value: numerator / denominator,
  numerator,
  denominator,
  hidden: false,
})

describe('a figure', () => {
  it('stands with its base, and of few its two numbers stand for it', () => {
    expect(figureText(shown(8, 10), share)).toBe('80.0%')
    expect(baseText(shown(8, 10), share)).toBe('8/10')
    expect(figureText(shown(3, 4), share)).toBe('3/4')
    expect(baseText(shown(3, 4), share)).toBe('基数小，不算百分比')
    expect(figureText(shown(45, 2), mean)).toBe('22.5 天')
    expect(baseText(shown(45, 2), mean)).toBe('45/2')
  })

  it('of nothing is none, a number has no base, and what may not be told is not', () => {
    expect(figureText({ denominator: 0, numerator: 0, hidden: false }, share)).toBe('无')
    const six = { value: 6, numerator: 6, denominator: 0, hidden: false }
    expect(figureText(six, number)).toBe('6 项')
    expect(baseText(six, number)).toBeUndefined()
    expect(figureText({ denominator: 4, hidden: true }, share)).toBe('基数小（4）')
    expect(figureText({ denominator: 0, hidden: false, untold: true }, share)).toBe('不单独统计')
    expect(figureText({ denominator: 0, hidden: false, wider: '市' }, share)).toBe('只按市算')
  })
})

describe('a published value', () => {
  const national = { value: 0.808, asOf: '2022-06', place: '全国' }

  it('says where and when it held', () => {
    expect(referenceText(national, '%')).toBe('全国 2022年6月 80.8%')
    const list = { value: 110, about: 'over', asOf: '2022-06', place: '北京' } as const
    expect(referenceText(list, '项')).toBe('北京 2022年6月 超过 110 项')
    expect(referenceText({ ...national, asOf: '2023' }, '%')).toBe('全国 2023年 80.8%')
  })

  it('is compared in points, and never with a figure of few', () => {
    expect(besideText(shown(9, 10), national, share)).toBe('本地区高 9.2 个百分点')
    expect(besideText(shown(1, 4), national, share)).toBeUndefined()
    expect(besideText(shown(808, 1000), national, share)).toBe('相同')
    const some = { value: 96, numerator: 96, denominator: 0, hidden: false }
    expect(besideText(some, { ...national, value: 110 }, number)).toBe('本地区少 14 项')
  })
})
