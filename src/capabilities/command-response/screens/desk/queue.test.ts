import { expect, test } from 'vitest'
import type { TodoRow } from '../../../../web/api/types.ts'
import { nextAfter, rowsOf, stepFrom } from './queue.ts'

const rows = [todo('a', 'dispatch'), todo('b', 'dispatch'), todo('c', 'redispatch')]

test('each group holds what waits for its command', () => {
  expect(rowsOf('dispatch', rows).map((row) => row.record.id)).toEqual(['a', 'b'])
  expect(rowsOf('redispatch', rows).map((row) => row.record.id)).toEqual(['c'])
})

test('after a dispatch comes the next, and after the last the one before it', () => {
  expect(nextAfter('a', rows)).toBe('b')
  expect(nextAfter('c', rows)).toBe('b')
  expect(nextAfter('a', rows.slice(0, 1))).toBeUndefined()
})

test('the keys stop at both ends of the queue', () => {
  expect(stepFrom(undefined, rows, 1)).toBe('a')
  expect(stepFrom('c', rows, 1)).toBe('c')
  expect(stepFrom('a', rows, -1)).toBe('a')
})

function todo(id: string, command: string): TodoRow {
  return {
    record: {
      id,
      kind: 'resident-appeal',
      kindLabel: '居民诉求',
      number: id,
      title: id,
      state: 'intake',
      stateLabel: '待派单',
      place: '',
      openedAt: '2026-07-01T09:00:00+08:00',
    },
    command,
    commandLabel: command,
    provisional: false,
    late: false,
  }
}
