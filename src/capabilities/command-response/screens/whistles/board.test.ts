import { expect, test } from 'vitest'
import type { PartyCell, RecordRow } from '../../../../web/api/types.ts'
import { cellsOf, columnsOf, summaryOf } from './board.ts'

const party = (id: number, state: string, more: Partial<PartyCell> = {}): PartyCell => ({
  role: 'department',
  unit: { id, name: `单位${id}` },
  state,
  stateLabel: state,
  is: state === 'done' ? 'resting' : state === 'released' ? 'end' : 'working',
  joinedAt: '2026-08-03T09:00:00+08:00',
  due: '2026-08-04T09:00:00+08:00',
  late: false,
  ...more,
})
const row = (state: string, parties: readonly PartyCell[]): RecordRow => ({
  id: 'r',
  kind: 'street-whistle',
  number: '1',
  title: '夜市占道',
  state,
  stateLabel: state,
  place: '',
  late: false,
  openedAt: '2026-08-03T09:00:00+08:00',
  parties,
})

test('a unit that has arrived handles once the plan stands', () => {
  const stage = (state: string) =>
    cellsOf(row(state, [party(1, 'arrived')])).map((one) => one.stage)
  expect(stage('responding')).toEqual(['arrived'])
  expect(stage('handling')).toEqual(['handling'])
  expect(stage('accepting')).toEqual(['handling'])
})

test('nothing is due of a unit that has done its part or need not come', () => {
  const cells = cellsOf(
    row('handling', [party(1, 'done'), party(2, 'released'), party(3, 'signed')]),
  )
  expect(cells.map(({ due }) => due !== undefined)).toEqual([false, false, true])
})

test('units called most often stand first, each with how often it is late', () => {
  const rows = [
    row('responding', [party(1, 'called'), party(2, 'signed', { late: true })]),
    row('responding', [party(2, 'called', { late: true }), party(3, 'called')]),
  ]
  expect(columnsOf(rows).map(({ id, late }) => [id, late])).toEqual([
    [2, 2],
    [1, 0],
    [3, 0],
  ])
})

test('the line on top says who is waited for', () => {
  expect(summaryOf([])).toBe('没有在办的哨件')
  expect(summaryOf([row('responding', [party(1, 'arrived')])])).toBe('在办 1 件，应到的都已报到')
  const late = party(2, 'signed', { late: true })
  const disputed = party(3, 'disputed')
  expect(summaryOf([row('responding', [party(1, 'called'), late, disputed])])).toBe(
    '在办 1 件，待报到 2 个单位，其中超时 1 个，争议待裁 1 个',
  )
})

test('a column’s name leaves out the district, unless two would read the same', () => {
  const short = (...names: readonly string[]) => {
    const called = names.map((name, at) => party(at + 1, 'called', { unit: { id: at + 1, name } }))
    return columnsOf([row('responding', called)]).map((column) => column.short)
  }
  expect(short('五华区城市管理局', '市自然资源和规划局五华分局', '市公安局五华分局')).toEqual([
    '城市管理局',
    '自然资源和规划局',
    '公安局',
  ])
  expect(short('五华区市场监督管理局', '市城市管理局', '安宁市水务局')).toEqual([
    '市场监督管理局',
    '城市管理局',
    '水务局',
  ])
  expect(short('市公安局', '市公安局五华分局', '五华区水务局')).toEqual([
    '市公安局',
    '市公安局五华分局',
    '水务局',
  ])
})
