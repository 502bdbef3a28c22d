import { expect, test } from 'vitest'
import type { KindView } from '../api/types.ts'
import { behindText } from './behind.ts'
import { totalText } from './total.ts'

const kind: KindView = {
  name: 'appeal',
  label: '居民诉求',
  about: '',
  fields: {},
  title: 'title',
  group: 'command-response',
  slots: {},
  states: { handling: { label: '办理中', is: 'working' } },
  starts: {},
  commands: {},
  counters: {
    answered: { label: '答复', by: 'flow' },
    solved: { label: '已解决件', by: 'cohort' },
  },
}

test('a list says of which number it is the list, and of which days', () => {
  const days = { from: '2026-08-03', to: '2026-08-09' }
  expect(behindText(kind, { measure: 'answered', ...days })).toBe(
    '8月3日至8月9日计入“答复”的居民诉求',
  )
  expect(behindText(kind, { measure: 'solved', from: '2026-08-03', to: '2026-08-03' })).toBe(
    '8月3日受理的居民诉求中的“已解决件”',
  )
  expect(behindText(kind, { at: '2026-08-03' })).toBe('8月3日结束时没有办结的居民诉求')
  expect(behindText(kind, { at: '2026-08-03', state: 'handling' })).toBe(
    '8月3日结束时处于“办理中”的居民诉求',
  )
  expect(behindText(kind, { due: '2026-08-03' })).toBe('8月3日到期、还在办的居民诉求')
  expect(behindText(kind, { open: '1' })).toBeUndefined()
})

test('where something was counted twice the list says how often', () => {
  const known = { isLoading: false, rows: [] }
  expect(totalText({ ...known, total: 0, times: 0 })).toBe('共 0 件')
  expect(totalText({ ...known, total: 3, times: 5 })).toBe('共 3 件（计 5 次），已显示 0 件')
  expect(totalText({ ...known, total: null })).toBe('1000 件以上，已显示 0 件')
})
