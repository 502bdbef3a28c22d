import { expect, test } from 'vitest'
import { grown } from './tree.ts'
import type { SettingRow } from './types.ts'

test('what has lower levels can be unfolded before they are known', () => {
  expect(grown([row('1', true), row('2', false)], {})).toEqual([
    { ...row('1', true), children: [] },
    row('2', false),
  ])
})

test('what was fetched stands below its own, to any depth', () => {
  const rows = grown([row('1', true)], { 1: [row('11', true)], 11: [row('111', false)] })
  expect(rows[0]?.children?.[0]?.children?.[0]?.id).toBe('111')
})

function row(id: string, hasChildren: boolean): SettingRow {
  return { id, values: {}, text: {}, hasChildren }
}
