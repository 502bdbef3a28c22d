import { expect, test } from 'vitest'
import { saidOf } from './forum-quarters.ts'

const third = { from: '2026-07-01', to: '2026-09-30', label: '2026年第3季度' }

test('R029 a quarter with one meeting is met, however many there were more', () => {
  expect(saidOf({ ...third, value: 1 }, '2026-08-05')).toMatchObject({ says: '已召开', held: 1 })
  expect(saidOf({ ...third, value: 2 }, '2026-11-05')).toMatchObject({ says: '已召开', held: 2 })
})

test('R029 none is shown as not held once the quarter has ended, not on its last day', () => {
  const none = { ...third, value: 0 }
  expect(saidOf(none, '2026-09-30')).toMatchObject({ says: '本季度还没有召开', tone: 'wait' })
  expect(saidOf(none, '2026-10-01')).toMatchObject({ says: '未召开', tone: 'late' })
  expect(saidOf(none, '2027-07-01')).toMatchObject({ says: '未召开' })
})
