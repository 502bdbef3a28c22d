import { expect, test } from 'vitest'
import type { FactRow } from '../../../kernel/fact.ts'
import { textOf, type Values } from '../../../kernel/field.ts'
import { at, unit } from '../../../kernel/testing.ts'
import { streetClerk } from '../appraisal-template/testing.ts'
import { sources } from './sources.ts'
import { begun } from './testing.ts'

function row(state: string, fields: Values = {}, opened = '2026-03-02 09:00'): FactRow {
  return { id: '1', version: 1, state, title: '事', number: '1', openedAt: at(opened), fields }
}

/** Whether the report of 2026 speaks of it. */
const isTold = (sort: string, one: FactRow) => sources[sort]?.of?.(one, 2026)

test('R021 demands stand in the reports of the years from the first count to the one compared with it', () => {
  type Known = { readonly state?: string; readonly opened?: string }
  const of = (from: string | null, compareTo: string | null, known: Known = {}) => {
    const fields = { ...(from && { from }), ...(compareTo && { compareTo }) }
    return isTold('demands', row(known.state ?? 'underway', fields, known.opened))
  }
  const last = '2025-08-04 09:00'
  expect(of('2025-10-01', '2026-06-30')).toBe(true)
  expect(of('2026-01-01', '2027-03-31')).toBe(true)
  expect(of('2024-07-01', '2025-06-30')).toBe(false)
  expect(of('2027-01-01', '2027-06-30')).toBe(false)
  expect(of('2025-07-01', null)).toBe(true)
  expect(of('2025-01-01', null, { opened: last })).toBe(true)
  for (const state of ['closed', 'declined', 'givenUp']) {
    expect(of('2025-01-01', null, { state, opened: last }), state).toBe(false)
    expect(of('2025-07-01', null, { state }), state).toBe(true)
  }
  expect(of(null, null)).toBe(true)
  expect(of(null, null, { opened: '2027-01-04 09:00' })).toBe(false)
})

test('contact points of the year are told with their visits and what they solved', () => {
  const point = row('open', { year: 2026, visits: 6, problems: 3, solved: 2 })
  expect(isTold('points', point)).toBe(true)
  expect(isTold('points', row('open', { year: 2025 }))).toBe(false)
  expect(sources['points']?.says(point)).toBe('事（到点 6 次，发现问题 3 个，帮助解决 2 个）')
  expect(sources['points']?.says(row('open'))).toBe('事（到点 0 次，发现问题 0 个，帮助解决 0 个）')
})

test('receptions that were held in the year are told by counts, and of nobody who came', () => {
  const held = { onDay: '2026-05-06', raised: 9, solved: 7, attendances: 31 }
  for (const state of ['receiving', 'concluded'])
    expect(isTold('grassroots', row(state, held)), state).toBe(true)
  for (const state of ['announced', 'cancelled'])
    expect(isTold('grassroots', row(state, held)), state).toBe(false)
  expect(isTold('grassroots', row('concluded', { ...held, onDay: '2025-05-06' }))).toBe(false)
  expect(isTold('grassroots', row('concluded'))).toBe(false)
  expect(sources['grassroots']?.says(row('concluded', held))).toBe(
    '事（2026-05-06，提出诉求 9 件，解决 7 件）',
  )
})

test('shortcomings found in the year are told, and those of before that are still open', () => {
  const of = (state: string, opened?: string) => isTold('shortcomings', row(state, {}, opened))
  expect(of('solved')).toBe(true)
  expect(of('rectifying')).toBe(true)
  expect(of('dismissed')).toBe(false)
  expect(of('rectifying', '2025-03-03 09:00')).toBe(true)
  expect(of('solved', '2025-03-03 09:00')).toBe(false)
  expect(of('rectifying', '2027-03-03 09:00')).toBe(false)
  expect(sources['shortcomings']?.says(row('solved'))).toBe('事（已销号）')
  expect(sources['shortcomings']?.says(row('rectifying'))).toBe('事（没有销号）')
})

test('special actions are told where they are a topic of the appraisal', () => {
  const topic = { isTopic: true }
  expect(isTold('actions', row('underway', topic))).toBe(true)
  expect(isTold('actions', row('concluded', topic))).toBe(true)
  expect(isTold('actions', row('cancelled', topic))).toBe(false)
  expect(isTold('actions', row('underway', { isTopic: false }))).toBe(false)
  expect(sources['actions']?.says(row('concluded'))).toBe('事（已结束）')
  expect(sources['actions']?.says(row('underway'))).toBe('事（进行中）')
})

test('each source is asked for its own reporter, special actions for the host and the year', () => {
  const own = { unit: unit.street }
  const one = (title: string, data: Values, state = 'there') => ({ title, state, data })
  const lines = ['urban', 'points', 'grassroots', 'shortcomings', 'actions']
  const { evidence } = begun(
    {
      there: {
        'secretary-contact-point': [
          one('一社区', { ...own, year: 2026, visits: 2 }),
          one('别处', { unit: unit.otherStreet, year: 2026 }),
        ],
        'field-reception': [
          one('接访', { host: unit.street, onDay: '2026-05-06' }, 'concluded'),
          one('别处', { host: unit.otherStreet, onDay: '2026-05-06' }, 'concluded'),
        ],
        shortcoming: [
          one('沙袋不足', own, 'solved'),
          one('别处', { unit: unit.otherStreet }, 'solved'),
        ],
        'special-action': [
          one('清零', { superior: unit.committee, year: 2026, isTopic: true }, 'concluded'),
          one('旧的', { superior: unit.committee, year: 2025, isTopic: true }, 'concluded'),
          one('别处', { superior: unit.cityCommittee, year: 2026, isTopic: true }, 'concluded'),
        ],
      },
    },
    { lines },
  )
  expect(evidence('points')).toBe('1. 一社区（到点 2 次，发现问题 0 个，帮助解决 0 个）')
  expect(evidence('grassroots')).toBe('1. 接访（2026-05-06，提出诉求 0 件，解决 0 件）')
  expect(evidence('shortcomings')).toBe('1. 沙袋不足（已销号）')
  expect(evidence('actions')).toBe('1. 清零（已结束）')
})

test('more than a hundred records are told by their number', () => {
  const told = (count: number) => {
    const data = { unit: unit.street }
    const problems = Array.from({ length: count }, (_, n) => ({
      title: `问题${n + 1}`,
      state: 'raised',
      data,
    }))
    const { evidence } = begun({ there: { 'appraisal-problem': problems } })
    return evidence('problems').split('\n')
  }
  expect(told(100)).toHaveLength(100)
  expect(told(100).at(-1)).toMatch(/^100\. 问题/u)
  expect(told(102)).toHaveLength(101)
  expect(told(102).at(-1)).toBe('另有 2 条')
})

test('R042 what the records say is drawn anew while the report is written', () => {
  const problem = { title: '停车', state: 'raised', data: { unit: unit.street } }
  const { told, section } = begun({
    there: {
      'appraisal-problem': [problem, { ...problem, title: '别处', state: 'closed' }],
      'frequent-demand-project': [
        { title: '噪声', data: { leader: unit.street, before: 40, after: 10 } },
      ],
      'monthly-dispatch': [
        { title: '年度安排', data: { unit: unit.street, year: 2026, passed: 1 } },
      ],
    },
    practices: ['monthly-dispatch'],
  })
  const put = (kind: string, command: string, data: Values) => {
    const what = { kind, command, area: 111 }
    told.begin(what, [streetClerk, '08-04 09:00'], { title: '充电', unit: unit.street, ...data })
  }
  put('appraisal-problem', 'closed', {})
  put('frequent-demand-project', 'there', { leader: unit.street, before: 20, after: 5 })
  const evidenceOf = (sort: string) => {
    told.step(section(sort), ['refresh', streetClerk, '08-05 09:00'])
    return textOf(told.fields(section(sort)), 'evidence') ?? 'none'
  }
  expect(told.fields(section('demands'))).toMatchObject({ before: 40, after: 10 })
  expect(evidenceOf('problems').split('\n').toSorted()).toEqual([
    '1. 停车（没有销号）',
    '2. 别处（已销号）',
    '3. 充电（已销号）',
  ])
  expect(evidenceOf('demands')).toContain('充电：治理前 20 件，治理后 5 件')
  expect(told.fields(section('demands'))).toMatchObject({ before: 60, after: 15 })
  expect(evidenceOf('dispatch')).toContain('1月：未调度\n2月：还没有结束')
  expect(told.refused(section('plan'), ['refresh', streetClerk, '08-05 09:00'])).toBe('hasMaterial')
  expect(evidenceOf('response')).toBe('none')
  expect(told.fields(section('response'))['before']).toBeUndefined()
})
