import { expect, test } from 'vitest'
import { compacted, expanded } from './compact.ts'

test.each([
  '{"a":"01a204bc-3681-748b-afe9-eb34c9dc248a","b":"01a204bc-3681-748b-afe9-eb34c9dc248a"}',
  '["s1.k12.40ODL8xiQNUsIp0DD1wAgA..GO0fw1IdsQsYuD1PLSeaCrq62k_uurIQNYlkjnrIERU","0"]',
  '["s1.k1.40ODL8xiQNUsIp0DD1wAgB.8jNC.GO0fw1IdsQsYuD1PLSeaCrq62k_uurIQNYlkjnrIERV"]',
  '["𠮷\\u0001"]',
])('what is packed opens to the very same text: %s', (json) => {
  expect(expanded(compacted(json))).toBe(json)
})
