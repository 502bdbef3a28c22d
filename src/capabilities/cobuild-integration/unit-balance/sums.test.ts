import { expect, test } from 'vitest'
import type { FactRow } from '../../../kernel/fact.ts'
import { textOf, type Values } from '../../../kernel/field.ts'
import { unopenedRecord } from '../../../kernel/record.ts'
import { at } from '../../../kernel/testing.ts'
import { bureau, market } from '../testing/market.ts'
import { sumsOf } from './sums.ts'

const { world } = market()

function row(name: string, fields: Values, opened = '08-03 09:00'): FactRow {
  const openedAt = at(opened)
  return { id: name, version: 1, state: 'judged', title: name, number: name, openedAt, fields }
}

function sums(facts: Readonly<Record<string, readonly FactRow[]>>, year: number, unread = 0) {
  const found = Object.entries(facts).map(
    ([name, rows]) => [name, { count: rows.length + unread, rows }] as const,
  )
  return sumsOf(
    {
      record: unopenedRecord({}),
      starting: true,
      input: {},
      words: {},
      actor: bureau,
      at: at('2027-03-01 09:00'),
      world,
      facts: Object.fromEntries(found),
    },
    year,
  )
}

const rooms = (many: number) =>
  Array.from({ length: many }, (_, index) => row(`第${index + 1}间`, { closedOn: null }))

test('a list too long for its sheet says how many are left out', () => {
  const lines = (many: number) =>
    textOf(sums({ resources: rooms(many) }, 2026), 'resourceLines') ?? ''
  expect(lines(60).split('\n')).toHaveLength(60)
  expect(lines(60)).not.toContain('另有')
  expect(lines(62).split('\n')).toHaveLength(61)
  expect(lines(62)).toMatch(/第60间：使用 0 次\n另有 2 项$/)
})

test('more records than can be read at once are told of, never left out in silence', () => {
  expect(sums({ resources: rooms(2) }, 2026)['summary']).not.toContain('最近')
  expect(sums({ resources: rooms(2) }, 2026, 3)['summary']).toContain('只汇总了最近的一部分')
})

test('what was kept before days of delivery and closing were counts by its opening', () => {
  const project = row('旧项目', { served: 12 }, '2025-05-01 09:00')
  const room = { ...row('旧场地', {}, '2025-05-01 09:00'), state: 'closed' }
  const all = { projects: [project], resources: [room] }
  expect(sums(all, 2025)).toMatchObject({ projects: 1, served: 12, resources: 1 })
  expect(sums(all, 2026)).toMatchObject({ projects: 0, served: 0, resources: 0 })
  const used = row('用', { resource: room.id, day: '2026-02-01', people: 8 })
  expect(sums({ ...all, bookings: [used] }, 2026)).toMatchObject({ resources: 1, bookings: 1 })
})
