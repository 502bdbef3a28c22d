import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { type FormEvent, useId, useState } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { useMe } from '../api/use-me.ts'
import { FormRow } from '../forms/FormRow.tsx'
import type { FormErrors, FormValues } from '../forms/values.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { problemsIn, typedFields, valuesToSend } from './form.ts'
import type { Section } from './sections.ts'
import { SettingInput } from './SettingInput.tsx'
import type { SettingField, SettingRow } from './types.ts'
import type { Change } from './use-setting.ts'

type Props = {
  readonly section: Section
  readonly fields: readonly SettingField[]
  readonly row: SettingRow | undefined
  readonly mayChange: boolean
  readonly save: (change: Change) => Promise<void>
  readonly onCancel: () => void
}

/** The fields of a line and the days between which it holds. A refusal leaves what was typed. */
export function RowForm({ section, fields, row, mayChange, save, onCancel }: Props) {
  const id = useId()
  const form = useRowForm({ section, fields, row, save })
  const { error, busy, asksFrom } = form
  return (
    <form
      className="form-fields"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <FieldRows id={id} form={form} />
      {asksFrom ? (
        <DayRow
          id={`${id}-from`}
          label="从哪天起"
          value={form.from}
          onChange={form.setFrom}
          required
        />
      ) : null}
      {section.dated === 'from-to' && row !== undefined ? (
        <DayRow
          id={`${id}-end`}
          label="终止日期"
          value={form.end}
          onChange={form.setEnd}
          help="这一天起失效"
        />
      ) : null}
      {error === undefined ? null : <ErrorBox error={error} />}
      {mayChange ? (
        <div className="row form-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            保存
          </Button>
          <Button onClick={onCancel}>取消</Button>
        </div>
      ) : (
        <p className="quiet">这项设置由{section.keeper ?? '市级管理员'}修改。</p>
      )}
    </form>
  )
}

function FieldRows({ id, form }: { readonly id: string; readonly form: RowFormState }) {
  const { typed, values, errors, set } = form
  return typed.map((field) => (
    <FormRow
      key={field.name}
      id={`${id}-${field.name}`}
      label={field.label}
      required={field.required}
      help={field.help}
      error={errors[field.name]}
    >
      <SettingInput
        field={field}
        id={`${id}-${field.name}`}
        value={values[field.name]}
        onChange={(value) => set(field.name, value)}
        invalid={errors[field.name] !== undefined}
      />
    </FormRow>
  ))
}

type RowFormState = ReturnType<typeof useRowForm>

function useRowForm({ section, fields, row, save }: Omit<Props, 'mayChange' | 'onCancel'>) {
  const { today } = useMe()
  const [values, setValues] = useState<FormValues>(row?.values ?? {})
  const [from, setFrom] = useState<string | undefined>(today)
  const [end, setEnd] = useState(row?.to)
  const [errors, setErrors] = useState<FormErrors>({})
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const typed = typedFields(section, fields, row)
  const asksFrom = section.dated === 'from' || (section.dated === 'from-to' && row === undefined)
  const submit = async () => {
    const problems = problemsIn(typed, values)
    setErrors(problems)
    setError(undefined)
    if (Object.keys(problems).length > 0) return
    setBusy(true)
    try {
      const sent = valuesToSend(typed, values, row)
      const kept = row === undefined ? {} : lockedValues(section, row)
      await save({ values: { ...kept, ...sent }, from: asksFrom ? from : undefined, end })
    } catch (problem) {
      const said = asApiError(problem)
      setErrors(said.fields)
      setError(said)
    } finally {
      setBusy(false)
    }
  }
  const set = (name: string, value: unknown) =>
    setValues((before) => ({ ...before, [name]: value }))
  return { values, set, from, setFrom, end, setEnd, errors, error, busy, typed, asksFrom, submit }
}

/** What a line is known by goes along, though nobody types it. */
function lockedValues(section: Section, row: SettingRow): FormValues {
  const names = new Set([...(section.locked ?? []), ...(section.hidden ?? [])])
  return Object.fromEntries(Object.entries(row.values).filter(([name]) => names.has(name)))
}

function DayRow({
  id,
  label,
  value,
  onChange,
  help,
  required = false,
}: {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
  readonly help?: string
  readonly required?: boolean
}) {
  return (
    <FormRow id={id} label={label} required={required} help={help}>
      <div>
        <DatePicker
          id={id}
          allowClear={!required}
          value={value === undefined ? null : dayjs(value)}
          onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
        />
      </div>
    </FormRow>
  )
}
