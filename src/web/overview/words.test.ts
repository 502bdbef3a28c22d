import { describe, expect, it } from 'vitest'
import { comparedText, heat, movedText, pointsText, shareText } from './words.ts'

describe('a count', () => {
  it('is compared in percent only where there is enough to compare with', () => {
    expect(movedText({ whole: 156, before: 144 })).toBe('多 8%')
    expect(movedText({ whole: 12, before: 15 })).toBe('少 3')
    expect(movedText({ whole: 90, before: 20 })).toBe('是 4.5 倍')
    expect(movedText({ whole: 4, before: 4 })).toBe('一样多')
  })

  it('of a day that still runs stands beside the whole day of the week before', () => {
    expect(comparedText({ whole: 3, before: 13 }, true)).toBe('上周同日全天 13')
    expect(comparedText({ whole: 3, before: 13 }, false)).toBe('较同期少 10（13）')
    expect(comparedText({ whole: 0, before: 0 }, false)).toBe('同期也没有')
  })
})

describe('a share', () => {
  it('of a small base is only its base, and of none it is none', () => {
    expect(shareText({ value: 0.818, base: 11, small: false })).toBe('81.8%')
    expect(shareText({ base: 4, small: true })).toBe('基数小（4）')
    expect(shareText({ base: 0, small: false })).toBe('无')
  })

  it('is compared in points, and with nothing that may not be told', () => {
    const now = { value: 0.82, base: 11, small: false }
    expect(pointsText(now, { value: 0.9, base: 20, small: false })).toBe('较同期低 8.0 个百分点')
    expect(pointsText(now, { base: 3, small: true })).toBeUndefined()
  })
})

it('a hue has four steps besides none, and the most is the deepest', () => {
  expect([0, 1, 5, 10, 15, 20].map((value) => heat(value, 20))).toEqual([0, 1, 1, 2, 3, 4])
  expect(heat(0, 0)).toBe(0)
})
