import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import type { Field, Fields } from '../../kernel/field.ts'
import type { ApiError } from '../api/api-error.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { FieldInput } from './FieldInput.tsx'
import { isWide } from './form-layout.ts'
import { FormRow } from './FormRow.tsx'
import { useSubmitKey } from './use-submit-key.ts'
import { useCommandForm, type FormState } from './use-command-form.ts'
import type { FormErrors, FormValues } from './values.ts'

export type { FormState } from './use-command-form.ts'

type Props = {
  readonly fields: Fields
  /** What the draft is kept under: record and command. */
  readonly draftKey: string
  /** Sends it; `ask` stays the same until it succeeds. */
  readonly submit: (data: FormValues, ask: string) => Promise<void>
  readonly submitLabel: string
  readonly grave?: boolean
  readonly initial?: FormValues
  readonly onCancel?: (() => void) | undefined
  /** Stands beside the fields and may fill them: advice, templates. */
  readonly aside?: (form: FormState) => ReactNode
  /** Stands before the fields. */
  readonly before?: (form: FormState) => ReactNode
  /** The fields shown, in this order; without it, all as declared. */
  readonly order?: readonly string[]
}

/** The form that a command's declared input makes. Nothing typed is lost by a refusal, a fault or
 *  a closed tab. */
export function CommandForm(props: Props) {
  const { fields, draftKey, submit, initial = {} } = props
  const { id, draft, form, refusal, busy, send } = useCommandForm({
    fields,
    draftKey,
    submit,
    initial,
  })
  return (
    <form
      ref={useSubmitKey()}
      className={props.aside === undefined ? 'command-form' : 'command-form with-aside'}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (!busy) void send()
      }}
    >
      <div className="form-fields form-grid">
        {draft.found ? <Found startOver={draft.startOver} /> : null}
        {props.before?.(form)}
        {shown(fields, props.order).map(([name, field]) => (
          <FormRow
            key={name}
            id={`${id}-${name}`}
            label={field.label}
            required={field.required}
            help={field.help}
            error={form.errors[name]}
            wide={isWide(field)}
          >
            <FieldInput
              field={field}
              id={`${id}-${name}`}
              value={form.values[name]}
              onChange={(value) => form.set(name, value)}
              invalid={form.errors[name] !== undefined}
            />
          </FormRow>
        ))}
        <FormEnd {...props} refusal={refusal} errors={form.errors} busy={busy} />
      </div>
      {props.aside === undefined ? null : <aside className="form-aside">{props.aside(form)}</aside>}
    </form>
  )
}

function FormEnd({
  fields,
  submitLabel,
  grave,
  onCancel,
  refusal,
  errors,
  busy,
}: Props & {
  readonly refusal: ApiError | undefined
  readonly errors: FormErrors
  readonly busy: boolean
}) {
  const elsewhere = Object.keys(errors).some((name) => fields[name] === undefined)
  const onFields = Object.keys(refusal?.fields ?? {}).length > 0 && !elsewhere
  return (
    <>
      {refusal === undefined || onFields ? null : <ErrorBox error={refusal} />}
      <div className="row form-end">
        <Button
          type="primary"
          htmlType="submit"
          danger={grave === true}
          loading={busy}
          title="Ctrl+Enter"
        >
          {submitLabel}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>取消</Button>}
      </div>
    </>
  )
}

function Found({ startOver }: { readonly startOver: () => void }) {
  return (
    <div className="mask-offer" role="status">
      <span>已恢复上次没提交的内容。</span>
      <Button size="small" onClick={startOver}>
        重新填写
      </Button>
    </div>
  )
}

function shown(
  fields: Fields,
  order: readonly string[] | undefined,
): readonly (readonly [string, Field])[] {
  if (order === undefined) return Object.entries(fields)
  return order.flatMap((name) => {
    const field = fields[name]
    return field === undefined ? [] : [[name, field] as const]
  })
}
