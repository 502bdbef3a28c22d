import { expect, test } from 'vitest'
import type { RecordRow } from '../api/types.ts'
import { entriesWith, labelOf } from './record-options.ts'

const entry = (number: string, title: string, is: RecordRow['is'] = 'resting') =>
  ({ number: '2605', title, is, fields: { number, lead: '城市管理局' } }) as unknown as RecordRow

const list = [
  entry('3.12', '公共厕所建设与管护'),
  entry('3.4', '占道经营劝导'),
  entry('3.5', '公共厕所旧项', 'end'),
]

test('an entry of a list goes by the number it has in the list', () => {
  expect(labelOf(entry('3.4', '占道经营劝导'))).toBe('3.4 占道经营劝导')
  expect(labelOf({ number: '260803', title: '路灯不亮' })).toBe('260803 路灯不亮')
})

test('entries are found by number, by words and by who leads, and ended ones are not', () => {
  const found = (words: string) => entriesWith(words, list).map(labelOf)
  expect(found('')).toEqual(['3.4 占道经营劝导', '3.12 公共厕所建设与管护'])
  expect(found('3.4')).toEqual(['3.4 占道经营劝导'])
  expect(found('厕所 城市管理')).toEqual(['3.12 公共厕所建设与管护'])
  expect(found('路灯')).toEqual([])
})
