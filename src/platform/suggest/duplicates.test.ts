import { describe, expect, test } from 'vitest'
import { rankDuplicates } from './duplicates.ts'

const open = [
  { id: 'lamp', text: '人民路路灯不亮\n人民路与华山巷交叉口的路灯坏了一个星期' },
  {
    id: 'barbecue',
    text: '锦绣园小区楼下烧烤摊\n锦绣园3栋楼下烧烤摊每晚营业到两点,油烟和噪音严重',
  },
  { id: 'dance', text: '翠湖广场舞噪音\n每晚七点到十点,音响声音很大' },
  { id: 'works', text: '西山路工地噪音\n工地半夜打桩,小区居民无法休息' },
]

describe('duplicates', () => {
  test('a half-typed line finds the full account of the same matter first', () => {
    const [first] = rankDuplicates('锦绣园楼下烧烤', open)
    expect(first?.candidate.id).toBe('barbecue')
  })

  test('the same noise at another place is no duplicate', () => {
    const found = rankDuplicates('北市区学府路KTV噪音', open)
    expect(found).toEqual([])
  })

  test('what both say is shown in whole phrases', () => {
    const [first] = rankDuplicates('人民路路灯不亮,晚上很黑', open)
    expect(first?.shared[0]).toBe('人民路路灯不亮')
  })

  test('an empty or one-sign line has no duplicates', () => {
    expect(rankDuplicates('', open)).toEqual([])
    expect(rankDuplicates('灯', open)).toEqual([])
    expect(rankDuplicates('路灯不亮', [])).toEqual([])
  })

  test('likeness is whole for the same text and has no direction', () => {
    const [a, b] = ['人民路路灯不亮', '人民路的路灯又坏了']
    expect(likeness(a, a)).toBe(1)
    expect(likeness(a, b)).toBe(likeness(b, a))
    expect(likeness(a, b)).toBeGreaterThan(0.2)
    expect(likeness(a, '请问社保卡怎么办理')).toBe(0)
  })

  test('rare characters count as characters', () => {
    expect(likeness('𠮷家巷积水', '𠮷家巷积水严重')).toBeGreaterThan(0.8)
    expect(likeness('𠮷家', '𠮸家')).toBe(0)
  })
})

function likeness(a: string, b: string): number {
  return rankDuplicates(a, [{ id: 'b', text: b }], { atLeast: 0 })[0]?.likeness ?? 0
}
