import { useAsk } from '../../../web/api/use-ask.ts'
import { CommandForm } from '../../../web/forms/CommandForm.tsx'
import { ErrorBox } from '../../../web/look/ErrorBox.tsx'
import { Waiting } from '../../../web/look/Waiting.tsx'
import type { OfferFormProps } from '../../../web/screens.ts'
import { useStanding } from './plan.ts'
import { PlanEffects } from './PlanEffects.tsx'
import { PlanTables } from './PlanTables.tsx'
import './reorganisation.css'

/** Whoever approves sees first what would move. */
export function ApproveForm({ view, offer, onDone, onCancel }: OfferFormProps) {
  const { ask } = useAsk()
  const { kind, id } = view.record
  const { data, error, refetch } = useStanding(id)
  return (
    <CommandForm
      fields={offer.input ?? {}}
      draftKey={`${id}/${offer.command}`}
      submitLabel="批准"
      grave
      onCancel={onCancel}
      submit={async (values, askId) => {
        onDone(await ask({ kind, id, command: offer.command, data: values, ask: askId }))
      }}
      before={() => (
        <div className="form-row wide">
          {error === null ? null : <ErrorBox error={error} retry={() => void refetch()} />}
          {data === undefined && error === null ? <Waiting rows={6} /> : null}
          {data?.plan === undefined ? null : <PlanEffects plan={data.plan} />}
          {data === undefined ? null : <PlanTables rows={data.rows} />}
        </div>
      )}
    />
  )
}
