import { DatePicker, Input, InputNumber, Radio } from 'antd'
import dayjs from 'dayjs'
import type { Level } from '../../kernel/directory.ts'
import type { Field } from '../../kernel/field.ts'
import { AreaPicker } from './AreaPicker.tsx'
import { ChoiceInput, ChoicesInput } from './ChoiceInput.tsx'
import { ContactInput } from './ContactInput.tsx'
import { controlOf } from './control.ts'
import { FilesInput } from './FilesInput.tsx'
import { LimitInput } from './LimitInput.tsx'
import { MaskedText } from './MaskedText.tsx'
import { PostPicker } from './PostPicker.tsx'
import { RecordPicker } from './RecordPicker.tsx'
import * as read from './read-value.ts'
import { UnitPicker, UnitsPicker } from './UnitPicker.tsx'

export type FieldInputProps = {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly id: string
  readonly invalid: boolean
}

/** The control for a declared field. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, onChange, id, invalid } = props
  const shared = { id, invalid }
  switch (field.type) {
    case 'text':
    case 'long':
      return (
        <MaskedText
          {...shared}
          value={read.text(value)}
          onChange={onChange}
          max={field.max}
          rows={field.type === 'long' ? 4 : (field.max ?? 0) > 150 ? 2 : 1}
        />
      )
    case 'choice':
      return <ChoiceInput {...shared} field={field} value={read.text(value)} onChange={onChange} />
    case 'choices':
      return (
        <ChoicesInput {...shared} field={field} value={read.texts(value)} onChange={onChange} />
      )
    case 'area':
      return (
        <AreaPicker
          {...shared}
          levels={levelsOf(field)}
          value={read.number(value)}
          onChange={onChange}
        />
      )
    case 'unit':
    case 'units':
      return <UnitField {...props} />
    case 'post':
      return <PostPicker {...shared} value={read.text(value)} onChange={onChange} />
    case 'record':
      return (
        <RecordPicker
          {...shared}
          kind={kindOf(field)}
          value={read.text(value)}
          onChange={onChange}
        />
      )
    case 'limit':
      return <LimitInput {...shared} value={read.limit(value)} onChange={onChange} />
    case 'contact':
      return <ContactInput {...shared} value={read.contact(value)} onChange={onChange} />
    case 'files':
      return <FilesInput id={id} value={read.texts(value)} onChange={onChange} max={field.max} />
    case 'code':
    case 'number':
    case 'day':
    case 'moment':
    case 'flag':
      return <PlainField {...props} />
  }
}

function UnitField({ field, value, onChange, id, invalid }: FieldInputProps) {
  const types = typeof field.of === 'string' ? [field.of] : field.of
  return field.type === 'units' ? (
    <UnitsPicker {...{ id, invalid, types }} value={read.numbers(value)} onChange={onChange} />
  ) : (
    <UnitPicker {...{ id, invalid, types }} value={read.number(value)} onChange={onChange} />
  )
}

function PlainField({ field, value, onChange, id, invalid }: FieldInputProps) {
  const control = controlOf({ id, invalid })
  const { type } = field
  if (type === 'number')
    return (
      <InputNumber
        {...control}
        value={read.number(value) ?? null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    )
  if (type === 'day')
    return (
      <DatePicker
        {...control}
        value={dayjsOf(value)}
        onChange={(next) => onChange(next?.format('YYYY-MM-DD'))}
      />
    )
  if (type === 'moment')
    return (
      <DatePicker
        {...control}
        format="YYYY-MM-DD HH:mm"
        showTime
        // What was typed stays when one goes on to the next field.
        needConfirm={false}
        value={dayjsOf(value)}
        onChange={(next) => onChange(next?.format('YYYY-MM-DDTHH:mm:00+08:00'))}
      />
    )
  if (type === 'flag')
    return (
      <Radio.Group
        id={id}
        value={typeof value === 'boolean' ? value : null}
        options={yesAndNo}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <Input
      {...control}
      value={read.text(value) ?? ''}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

const yesAndNo = [
  { value: true, label: '是' },
  { value: false, label: '否' },
]

/** The wall clock of the city, whatever zone the machine is set to. */
function dayjsOf(value: unknown) {
  const text = read.text(value)
  return text === undefined ? null : dayjs(text.slice(0, 16))
}

function kindOf(field: Field): string {
  return typeof field.of === 'string' ? field.of : (field.of?.[0] ?? '')
}

const levels: readonly Level[] = ['city', 'district', 'street', 'community', 'grid']

/** The levels an area field is open to, where it names any. */
function levelsOf({ of }: Field): readonly Level[] | undefined {
  return Array.isArray(of) ? levels.filter((level) => of.includes(level)) : undefined
}
