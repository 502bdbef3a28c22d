import { expect, test } from 'vitest'
import { dataOf, problemsOf } from './values.ts'

const fields = {
  reason: { type: 'text', label: '理由', required: true, max: 5 },
  detail: { type: 'long', label: '内容', min: 4 },
  solved: { type: 'flag', label: '是否解决', required: true },
  reporter: { type: 'contact', label: '诉求人' },
  extension: { type: 'limit', label: '延长', required: true },
} as const

test('what is required and missing is said in the words of its label', () => {
  expect(problemsOf(fields, { solved: false })).toEqual({
    reason: '请填写理由',
    extension: '请填写延长',
  })
})

test('a plain no is an answer, not a missing one', () => {
  expect(problemsOf(fields, { solved: false })).not.toHaveProperty('solved')
})

test('length is counted in characters, so a rare character counts as one', () => {
  const given = { reason: '𬱖𬱖𬱖𬱖𬱖', solved: true, extension: { qty: 1, unit: 'day' } }
  expect(problemsOf(fields, given)).toEqual({})
  expect(problemsOf(fields, { ...given, reason: '一二三四五六', detail: '短' })).toEqual({
    reason: '理由最多 5 个字，现在 6 个',
    detail: '内容至少 4 个字',
  })
})

test('a limit needs its amount and its unit', () => {
  const given = { reason: '好', solved: true, extension: { unit: 'day' } }
  expect(problemsOf(fields, given)).toEqual({ extension: '请填写延长的数量和单位' })
})

test('only what was given is sent, without blanks around it', () => {
  const given = { reason: ' 好 ', detail: '  ', solved: false, reporter: { name: '', phone: '' } }
  expect(dataOf(fields, { ...given, stranger: 1 })).toEqual({ reason: '好', solved: false })
})
