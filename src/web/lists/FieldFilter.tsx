import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { Field } from '../../kernel/field.ts'
import { useLists } from '../api/use-directory.ts'
import { AreaPicker } from '../forms/AreaPicker.tsx'
import { PostPicker } from '../forms/PostPicker.tsx'
import { RecordPicker } from '../forms/RecordPicker.tsx'
import { UnitsPicker } from '../forms/UnitPicker.tsx'
import { spanOf, spanText } from './field-filters.ts'

type Props = {
  readonly field: Field
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** The control by which a list is narrowed by one of its kind's fields. */
export function FieldFilter(props: Props) {
  const { field, value, onChange } = props
  const placeholder = field.label
  switch (field.type) {
    case 'choice':
    case 'choices':
      return <ChoiceFilter {...props} />
    case 'unit':
    case 'units':
      return (
        <UnitsPicker
          placeholder={placeholder}
          types={typeof field.of === 'string' ? [field.of] : field.of}
          value={value?.split(',').map(Number)}
          onChange={(units) => onChange(joined(units.map(String)))}
        />
      )
    case 'area':
      return (
        <AreaPicker
          placeholder={placeholder}
          value={value === undefined ? undefined : Number(value)}
          onChange={(code) => onChange(code?.toString())}
        />
      )
    case 'record':
      return (
        <RecordPicker
          placeholder={placeholder}
          kind={typeof field.of === 'string' ? field.of : (field.of?.[0] ?? '')}
          value={value}
          onChange={onChange}
        />
      )
    case 'post':
      return <PostPicker value={value} onChange={onChange} />
    case 'flag':
      return <FlagFilter {...props} />
    case 'day':
    case 'moment':
      return <DaysFilter {...props} />
    case 'number':
      return <NumbersFilter {...props} />
    case 'code':
    case 'text':
    case 'long':
    case 'limit':
    case 'contact':
    case 'files':
      return <WordFilter {...props} />
  }
}

function FlagFilter({ field, value, onChange }: Props) {
  return (
    <Select<string>
      aria-label={field.label}
      placeholder={field.label}
      allowClear
      value={value ?? null}
      options={yesAndNo}
      onChange={(next: string | undefined) => onChange(next)}
      style={{ width: '100%' }}
    />
  )
}

const yesAndNo = [
  { value: '1', label: '是' },
  { value: '0', label: '否' },
]

function joined(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(',')
}

function ChoiceFilter({ field, value, onChange }: Props) {
  const lists = useLists()
  const options =
    typeof field.options === 'string' ? (lists[field.options] ?? []) : (field.options ?? [])
  return (
    <Select<string[]>
      mode="multiple"
      aria-label={field.label}
      placeholder={field.label}
      value={value?.split(',') ?? []}
      options={options.map((option) => ({ value: option.value, label: option.label }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next) => onChange(joined(next))}
      maxTagCount="responsive"
      style={{ width: '100%' }}
    />
  )
}

export function DaysFilter({
  field,
  value,
  onChange,
}: Pick<Props, 'value' | 'onChange'> & { readonly field: Pick<Field, 'label'> }) {
  const [from, to] = spanOf(value)
  return (
    <DatePicker.RangePicker
      aria-label={field.label}
      placeholder={[`${field.label}起`, '止']}
      allowEmpty={[true, true]}
      value={[from === undefined ? null : dayjs(from), to === undefined ? null : dayjs(to)]}
      onChange={(days) =>
        onChange(spanText(days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD')))
      }
      style={{ width: '100%' }}
    />
  )
}

function NumbersFilter({ field, value, onChange }: Props) {
  const [from, to] = spanOf(value)
  const number = (text: string | undefined) => (text === undefined ? null : Number(text))
  return (
    <span className="row number-span">
      <InputNumber
        aria-label={`${field.label}不少于`}
        placeholder={`${field.label}从`}
        value={number(from)}
        onChange={(next) => onChange(spanText(next?.toString(), to))}
      />
      <InputNumber
        aria-label={`${field.label}不超过`}
        placeholder="到"
        value={number(to)}
        onChange={(next) => onChange(spanText(from, next?.toString()))}
      />
    </span>
  )
}

/** A code is found as it is written, once it is written. */
function WordFilter({ field, value, onChange }: Props) {
  const [typed, setTyped] = useState(value ?? '')
  const [last, setLast] = useState(value)
  if (value !== last) {
    setLast(value)
    setTyped(value ?? '')
  }
  const take = () => onChange(typed.trim() === '' ? undefined : typed.trim())
  return (
    <Input
      allowClear
      aria-label={field.label}
      placeholder={field.label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={take}
      onBlur={take}
    />
  )
}
