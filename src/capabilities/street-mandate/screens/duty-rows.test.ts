import { expect, test } from 'vitest'
import { blocksOf, countedBy, type DutyRow } from './duty-rows.ts'

const rows = [
  item('3.12', { block: '城市管理', type: '配合履职', lead: '城管', keywords: '停车、违停' }),
  item('3.9', { block: '城市管理', type: '基本履职', lead: '街道' }),
  item('1.1', { block: '党群工作', type: '基本履职', lead: '街道' }),
]
const everything = { words: '', type: undefined, lead: undefined }

test('items stand by block, and 3.9 before 3.12', () => {
  const blocks = blocksOf(rows, everything, ['党群工作', '平安建设', '城市管理'])
  expect(blocks.map(({ name }) => name)).toEqual(['党群工作', '城市管理'])
  expect(blocks[1]?.rows.map((row) => row.fields?.['number'])).toEqual(['3.9', '3.12'])
})

test('a block that the settings do not know any more still shows its items', () => {
  expect(blocksOf(rows, everything, []).flatMap((block) => block.rows)).toHaveLength(3)
})

test('every word must be found, in the keywords too', () => {
  expect(blocksOf(rows, { ...everything, words: '违停 城管' }, [])).toHaveLength(1)
  expect(blocksOf(rows, { ...everything, words: '违停 街道' }, [])).toEqual([])
})

test('a filter says how many items stand behind each choice', () => {
  expect(countedBy(rows, 'type')).toEqual([
    { value: '基本履职', count: 2 },
    { value: '配合履职', count: 1 },
  ])
})

function item(number: string, fields: Readonly<Record<string, string>>): DutyRow {
  return {
    id: number,
    kind: 'duty-item',
    number,
    title: `事项${number}`,
    state: 'inForce',
    stateLabel: '生效中',
    place: '',
    late: false,
    openedAt: '2026-07-01T09:00:00+08:00',
    fields: { ...fields, number },
  }
}
