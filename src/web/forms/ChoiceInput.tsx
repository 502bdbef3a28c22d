import { Radio, Select } from 'antd'
import type { Field } from '../../kernel/field.ts'
import type { ListOption } from '../api/types.ts'
import { useLists, type Lists } from '../api/use-directory.ts'
import { CategoryPicker } from './CategoryPicker.tsx'
import { controlOf } from './control.ts'

type Shared = {
  readonly field: Field
  readonly id: string
  readonly invalid: boolean
}

/** Few choices stand open, many are searched, those of two levels have a tree. */
export function ChoiceInput({
  field,
  value,
  onChange,
  id,
  invalid,
}: Shared & {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}) {
  const options = optionsOf(field, useLists())
  if (typeof field.options === 'string' && options.some((one) => one.parent !== undefined))
    return <CategoryPicker {...{ id, invalid, value, onChange }} list={field.options} />
  if (options.length <= 4)
    return (
      <Radio.Group
        id={id}
        value={value ?? null}
        options={options.map(({ value: own, label }) => ({ value: own, label }))}
        onChange={(event) => onChange(String(event.target.value))}
      />
    )
  return (
    <Select<string | undefined>
      value={value}
      onChange={(next) => onChange(next)}
      options={options.map(({ value: own, label }) => ({ value: own, label }))}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      placeholder="请选择"
      style={{ width: '100%' }}
      {...controlOf({ id, invalid })}
    />
  )
}

/** Without a list of choices any word can be added. */
export function ChoicesInput({
  field,
  value,
  onChange,
  id,
  invalid,
}: Shared & {
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}) {
  const options = optionsOf(field, useLists())
  return (
    <Select<string[]>
      mode={field.options === undefined ? 'tags' : 'multiple'}
      value={[...value]}
      onChange={(next) => onChange(next)}
      options={options.map(({ value: own, label }) => ({ value: own, label }))}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={field.options === undefined ? '输入后回车' : '可选多项'}
      style={{ width: '100%' }}
      {...controlOf({ id, invalid })}
    />
  )
}

function optionsOf(field: Field, lists: Lists): readonly ListOption[] {
  if (typeof field.options === 'string') return lists[field.options] ?? []
  return field.options ?? []
}
