import { Radio } from 'antd'
import { useLists } from '../../../../web/api/use-directory.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import type { Fields } from '../../../../kernel/field.ts'
import { CommandForm, type FormState } from '../../../../web/forms/CommandForm.tsx'
import { FormRow } from '../../../../web/forms/FormRow.tsx'
import { text } from '../../../../web/forms/read-value.ts'
import type { OfferFormProps } from '../../../../web/screens.ts'
import { fields } from '../../resident-appeal/fields.ts'

/** Not accepting says on what ground, and where the person can turn instead. */
export function NotAcceptForm({ view, offer, onDone, onCancel }: OfferFormProps) {
  const { ask } = useAsk()
  const { kind, id } = view.record
  return (
    <NotAcceptFields
      draftKey={`${id}/notAccept`}
      submitLabel="确认不予受理"
      onCancel={onCancel}
      submit={async (data, askId) => {
        onDone(await ask({ kind, id, command: offer.command, data, ask: askId }))
      }}
    />
  )
}

const input: Fields = {
  ground: { ...fields.ground, required: true },
  turnTo: { ...fields.turnTo, required: true, help: '会原样告诉诉求人' },
}

/** The same for an appeal that is only just being registered. */
export function NotAcceptFields({
  draftKey,
  submitLabel,
  submit,
  onCancel,
}: {
  readonly draftKey: string
  readonly submitLabel: string
  readonly submit: (data: Readonly<Record<string, unknown>>, ask: string) => Promise<void>
  readonly onCancel: () => void
}) {
  return (
    <CommandForm
      fields={input}
      order={['turnTo']}
      draftKey={draftKey}
      submit={submit}
      submitLabel={submitLabel}
      onCancel={onCancel}
      grave
      before={(form) => <Grounds form={form} />}
    />
  )
}

/** Each ground brings its own channel; what was written by hand stays. */
function Grounds({ form }: { readonly form: FormState }) {
  const grounds = useLists()['grounds'] ?? []
  const chosen = text(form.values['ground'])
  const turnTo = text(form.values['turnTo'])
  const isOwn = turnTo !== undefined && !grounds.some((ground) => ground.turnTo === turnTo)
  const choose = (value: string) => {
    const ground = grounds.find((one) => one.value === value)
    form.setAll({ ground: value, ...(isOwn ? {} : { turnTo: ground?.turnTo }) })
  }
  return (
    <>
      <p className="note-box">不予受理后不能撤销。诉求人会看到情形和建议渠道。</p>
      <FormRow id="ground" label="不予受理的情形" required error={form.errors['ground']}>
        <Radio.Group
          id="ground"
          vertical
          value={chosen ?? null}
          options={grounds.map(({ value, label }) => ({ value, label }))}
          onChange={(event) => choose(String(event.target.value))}
        />
      </FormRow>
    </>
  )
}
