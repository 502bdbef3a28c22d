import { expect, test } from 'vitest'
import type { RecordRow } from '../../../../web/api/types.ts'
import { countedBy, districtOf, factOf, found } from './library.ts'

const row = (
  title: string,
  place: string,
  fields: Readonly<Record<string, string>>,
): RecordRow => ({
  id: title,
  kind: 'experience-case',
  number: title,
  title,
  state: 'published',
  stateLabel: '已发布',
  place,
  late: false,
  openedAt: '2026-07-01T09:00:00+08:00',
  fields,
})
const rows = [
  row('院落议事', '五华区 / 龙翔街道', { theme: '社区治理', mechanism: '每月一议', adopted: '2' }),
  row('夜间吹哨', '五华区 / 华山街道', {
    theme: '诉求办理',
    mechanism: '合用值班表',
    adopted: '5',
  }),
  row('窗口按事', '盘龙区', { theme: '街道统筹', mechanism: '综合窗口' }),
]
const all = { words: '', theme: undefined, district: undefined }
const titles = (filters: Partial<typeof all>) =>
  found(rows, { ...all, ...filters }).map(({ title }) => title)

test('what others learnt from most comes first', () => {
  expect(titles({})).toEqual(['夜间吹哨', '院落议事', '窗口按事'])
})

test('words are looked for in everything a card says, all of them', () => {
  expect(titles({ words: '值班' })).toEqual(['夜间吹哨'])
  expect(titles({ words: '五华区 一议' })).toEqual(['院落议事'])
  expect(titles({ words: '没有' })).toEqual([])
})

test('a filter says how many stand behind it', () => {
  expect(countedBy(rows, districtOf)).toEqual([
    { value: '五华区', count: 2 },
    { value: '盘龙区', count: 1 },
  ])
  expect(countedBy(rows, (one) => factOf(one, 'theme'))).toHaveLength(3)
})
