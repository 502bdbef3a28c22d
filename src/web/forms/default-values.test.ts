import { expect, test } from 'vitest'
import type { Fields } from '../../kernel/field.ts'
import { indexDirectory } from '../api/directory.ts'
import { defaultValues } from './default-values.ts'
import { isWide } from './form-layout.ts'

const me = {
  today: '2026-08-03',
  now: '2026-08-03T09:30:00.000+08:00',
  post: {
    id: 'p',
    unit: { id: 20, name: '河口街道', type: 'street', area: 530_102_001 },
    role: 'clerk',
    roleName: '经办人',
    title: '',
  },
}
const directory = indexDirectory({
  version: 1,
  areas: [[530_102_001, '河口街道', 'street', 'street', null]],
  units: [],
})

test('a form begins with today, the own unit and the own area where its fields say so', () => {
  const fields: Fields = {
    day: { type: 'day', label: '日期', default: 'today' },
    at: { type: 'moment', label: '时间', default: 'today' },
    by: { type: 'unit', label: '单位', default: 'own-unit' },
    with: { type: 'units', label: '单位', default: 'own-unit' },
    where: { type: 'area', label: '地点', default: 'own-area' },
    other: { type: 'unit', label: '另一个' },
  }
  expect(defaultValues(fields, { me, directory })).toEqual({
    day: '2026-08-03',
    at: '2026-08-03T09:30:00.000+08:00',
    by: 20,
    with: [20],
    where: 530_102_001,
  })
})

test('nothing is filled in that would be refused', () => {
  const fields: Fields = {
    by: { type: 'unit', label: '部门', of: 'department', default: 'own-unit' },
    where: { type: 'area', label: '社区', of: ['community'], default: 'own-area' },
    words: { type: 'text', label: '说明', default: 'today' },
  }
  expect(defaultValues(fields, { me, directory })).toEqual({})
})

test('short fields share a line; words, many choices and lists have one of their own', () => {
  expect(isWide({ type: 'day', label: '' })).toBe(false)
  expect(isWide({ type: 'text', label: '', max: 20 })).toBe(false)
  expect(isWide({ type: 'text', label: '', max: 300 })).toBe(true)
  expect(isWide({ type: 'text', label: '' })).toBe(true)
  expect(isWide({ type: 'units', label: '' })).toBe(true)
  const options = (label: string, n: number) =>
    Array.from({ length: n }, (_, at) => ({ value: String(at), label }))
  expect(isWide({ type: 'choice', label: '', options: options('群众诉求哨', 4) })).toBe(true)
  expect(isWide({ type: 'choice', label: '', options: options('是', 2) })).toBe(false)
  expect(isWide({ type: 'choice', label: '', options: options('群众诉求哨', 9) })).toBe(false)
})
