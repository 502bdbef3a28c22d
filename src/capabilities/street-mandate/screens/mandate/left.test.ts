import { expect, test } from 'vitest'
import { dayMs, hourMs } from '../../../../kernel/time.ts'
import { leftText } from './left.ts'

test('what is left is told in days, the last day in hours', () => {
  expect(leftText(3.5 * dayMs, 0)).toBe('还有 3 天')
  expect(leftText(4.2 * hourMs, 0)).toBe('还有 5 小时')
  expect(leftText(0, 2 * dayMs)).toBe('已超 2 天')
})
