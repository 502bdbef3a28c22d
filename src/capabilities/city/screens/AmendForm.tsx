import { useAsk } from '../../../web/api/use-ask.ts'
import { text } from '../../../web/forms/read-value.ts'
import { ErrorBox } from '../../../web/look/ErrorBox.tsx'
import { Waiting } from '../../../web/look/Waiting.tsx'
import type { OfferFormProps } from '../../../web/screens.ts'
import { useStanding } from './plan.ts'
import { PlanForm } from './PlanForm.tsx'
import './reorganisation.css'

/** The lists of a plan that was sent back, to be corrected. */
export function AmendForm({ view, offer, onDone, onCancel }: OfferFormProps) {
  const { ask } = useAsk()
  const { kind, id, title } = view.record
  const { data, error, refetch } = useStanding(id)
  const value = (name: string) => text(view.fields.find((field) => field.name === name)?.value)
  if (error !== null) return <ErrorBox error={error} retry={() => void refetch()} />
  if (data?.plan === undefined) return <Waiting rows={8} />
  return (
    <PlanForm
      plan={data.plan}
      title={title}
      reason={value('reason') ?? ''}
      submitLabel="保存修改"
      onCancel={onCancel}
      submit={async ({ title: named, reason, plan, ask: askId }) => {
        const fields = { title: named, reason, what: value('what'), of: value('of') }
        const values = { ...fields, ...plan.lines }
        onDone(await ask({ kind, id, command: offer.command, data: values, ask: askId }))
      }}
    />
  )
}
