import { expect, test } from 'vitest'
import type { Kind } from '../../kernel/kind.ts'
import type { ClockState, Party } from '../../kernel/record.ts'
import { matter } from '../testing/kinds.ts'
import { dueNow } from './party-cells.ts'

const clock = (due: number, fired: boolean): ClockState => ({
  started: 0,
  stages: [
    { asks: '', limit: { qty: 1, unit: 'hour' }, version: '1', due, provisional: false, fired },
  ],
})
const kind: Kind = {
  ...matter,
  parties: {
    guest: {
      label: '',
      start: 'here',
      states: {
        here: {
          label: '',
          is: 'working',
          expects: [{ seat: 'self', command: 'do', clock: 'task' }],
        },
        done: { label: '', is: 'resting' },
      },
    },
  },
}
const party = (state: string): Party => ({
  unit: 2,
  role: 'guest',
  state,
  fields: {},
  clocks: { arrive: clock(10, true), task: clock(90, false) },
  joinedAt: 0,
})

test('a unit that arrived in time is given the time of its task, not of its arrival', () => {
  expect(dueNow(kind, party('here'))).toBe(90)
})

test('where nothing is expected by a clock, the nearest limit that still runs is told', () => {
  expect(dueNow(kind, party('done'))).toBe(90)
})
