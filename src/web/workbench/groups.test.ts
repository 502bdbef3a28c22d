import { expect, test } from 'vitest'
import type { TodoRow } from '../api/types.ts'
import { grouped, nextAfter, rowKey, step } from './groups.ts'

const wednesday = '2026-08-05'

test('a to-do stands under when it ends: late, today, this week up to Sunday, later', () => {
  const rows = [
    { ...row('a', '2026-08-05T10:00:00+08:00'), late: true },
    row('b', '2026-08-05T23:59:00+08:00'),
    row('c', '2026-08-09T17:00:00+08:00'),
    row('d', '2026-08-10T00:00:00+08:00'),
    row('e'),
  ]
  expect(headings(rows, wednesday)).toEqual({
    late: ['a'],
    today: ['b'],
    week: ['c'],
    later: ['d', 'e'],
  })
})

test('on a Sunday the week is over at midnight', () => {
  expect(headings([row('a', '2026-08-10T09:00:00+08:00')], '2026-08-09')).toEqual({ later: ['a'] })
})

test('headings without rows are left out and rows keep their order', () => {
  const rows = [row('a', '2026-08-05T09:00:00+08:00'), row('b', '2026-08-05T11:00:00+08:00')]
  expect(grouped(rows, wednesday)).toEqual([{ group: 'today', rows }])
})

test('moving stops at both ends and begins at the first', () => {
  const rows = [row('a'), row('b'), row('c')]
  const keys = rows.map(rowKey)
  expect(step(rows, undefined, 1)).toBe(rows[0])
  expect(step(rows, keys[0], -1)).toBe(rows[0])
  expect(step(rows, keys[0], 1)).toBe(rows[1])
  expect(step(rows, keys[2], 1)).toBe(rows[2])
})

test('when a row leaves, the next takes its place, and before the end the one above', () => {
  const rows = [row('a'), row('b')]
  expect(nextAfter(rows, rowKey(row('a')))?.record.id).toBe('b')
  expect(nextAfter(rows, rowKey(row('b')))?.record.id).toBe('a')
  expect(nextAfter([row('a')], rowKey(row('a')))).toBeUndefined()
})

test('two things asked of one record are two to-dos', () => {
  const one = row('a')
  expect(rowKey(one)).not.toBe(rowKey({ ...one, command: 'grantExtension' }))
  expect(rowKey(one)).not.toBe(rowKey({ ...one, party: { role: 'co', unit: 3 } }))
})

function headings(rows: readonly TodoRow[], today: string) {
  return Object.fromEntries(
    grouped(rows, today).map(({ group, rows: own }) => [group, own.map((one) => one.record.id)]),
  )
}

function row(id: string, due?: string): TodoRow {
  return {
    record: {
      id,
      kind: 'k',
      kindLabel: 'k',
      number: id,
      title: id,
      state: 's',
      stateLabel: 's',
      place: '',
      openedAt: '2026-08-01T09:00:00+08:00',
    },
    command: 'sign',
    commandLabel: '签收',
    provisional: false,
    late: false,
    ...(due === undefined ? {} : { due }),
  }
}
