import { expect, test } from 'vitest'
import { limitText } from '../../../kernel/limit.ts'
import { asLimit } from '../../../kernel/turn.ts'
import { parameters } from './clocks.ts'

test('the limits a city begins with are those usual in the field', () => {
  const texts = Object.entries(parameters).map(([name, { default: value }]) => {
    const limit = asLimit(value)
    return [name, limit === undefined ? '' : limitText(limit)]
  })
  expect(Object.fromEntries(texts)).toEqual({
    'appeal.dispatch': '24 小时',
    'appeal.sign': '1 个工作日',
    'appeal.return': '3 个工作时',
    'appeal.returnReview': '4 个工作时',
    'appeal.contact': '24 小时',
    'appeal.limit.urgent': '2 小时',
    'appeal.limit.utility': '24 小时',
    'appeal.limit.general': '7 个工作日',
    'appeal.limit.complex': '15 个工作日',
    'appeal.judge': '7 个自然日',
    'appeal.assist': '2 个工作日',
    'appeal.office': '5 个工作日',
    'appeal.co': '5 个工作日',
  })
})
