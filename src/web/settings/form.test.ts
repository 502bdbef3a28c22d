import { expect, test } from 'vitest'
import { problemsIn, typedFields, valuesToSend } from './form.ts'
import { listItems, sectionOf } from './sections.ts'
import type { SettingField, SettingRow } from './types.ts'

const value: SettingField = { name: 'value', type: 'code', label: '代码', required: true }
const label: SettingField = { name: 'label', type: 'text', label: '名称', required: true }
const turnTo: SettingField = { name: 'turnTo', type: 'text', label: '建议渠道' }

test('what a line is known by is typed once and stands fast afterwards', () => {
  expect(names(typedFields(listItems, [value, label], undefined))).toEqual(['value', 'label'])
  expect(names(typedFields(listItems, [value, label], row({ value: 'a' })))).toEqual(['label'])
})

test('of a parameter only the sort of value that it has is typed', () => {
  const fields: readonly SettingField[] = [
    { name: 'limit', type: 'limit', label: '时限' },
    { name: 'number', type: 'number', label: '数值' },
    { name: 'choice', type: 'choice', label: '选项' },
  ]
  for (const what of ['limits', 'policy', 'privacy']) {
    const section = sectionOf(what) ?? listItems
    expect(names(typedFields(section, fields, row({ number: 5 }))), what).toEqual(['number'])
    expect(names(typedFields(section, fields, row({ choice: 'a' }))), what).toEqual(['choice'])
  }
})

test('what was emptied is sent as empty, what never was is not sent', () => {
  const before = row({ value: 'a', label: '甲', turnTo: '去窗口' })
  expect(valuesToSend([label, turnTo], { label: '乙', turnTo: '' }, before)).toEqual({
    label: '乙',
    turnTo: null,
  })
  expect(valuesToSend([label, turnTo], { label: '乙' }, undefined)).toEqual({ label: '乙' })
})

test('what is missing is said at its field', () => {
  expect(problemsIn([value, label], { value: 'a' })).toEqual({ label: '请填写名称' })
})

function row(values: SettingRow['values']): SettingRow {
  return { id: '1', values, text: {} }
}

function names(fields: readonly SettingField[]): readonly string[] {
  return fields.map(({ name }) => name)
}
