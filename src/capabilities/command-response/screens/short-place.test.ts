import { expect, test } from 'vitest'
import { shortPlace } from './short-place.ts'

test('where there is no room, the street and the community tell a place', () => {
  expect(shortPlace('五华区 / 华山街道 / 水晶宫社区居民委员会')).toBe('华山街道 水晶宫社区')
  expect(shortPlace('寻甸县 / 塘子街道 / 白邑村委会')).toBe('塘子街道 白邑村')
  expect(shortPlace('五华区')).toBe('五华区')
})
