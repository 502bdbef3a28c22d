import { Button } from 'antd'
import { type FormEvent, useId } from 'react'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import { useDraft } from '../../../../web/forms/use-draft.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import type { OfferFormProps } from '../../../../web/screens.ts'
import { AdvicePanel } from './AdvicePanel.tsx'
import { AppealWords } from './AppealWords.tsx'
import { appealIn, firstChoice } from './case.ts'
import { choiceOf, valuesOf } from './choice.ts'
import { DispatchFields } from './DispatchFields.tsx'
import { forbiddenFor } from './forbidden.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useDispatch } from './use-dispatch.ts'
import { useRouting } from './use-routing.ts'
import './desk.css'

/** Dispatching an appeal that waits: its words above, who is responsible and why beside the form. */
export function DispatchForm(props: OfferFormProps) {
  const { view, offer, onCancel } = props
  const id = useId()
  const isAgain = offer.command === 'redispatch'
  const draft = useDraft(`${view.record.id}/${offer.command}`, valuesOf(firstChoice(view, isAgain)))
  const choice = choiceOf(draft.values)
  const onChange = (next: typeof choice) => draft.set(valuesOf(next))
  const { query, pick } = useRouting(appealIn(view), choice, onChange)
  const { send, merge, busy, errors, error } = useDispatch(props, draft, choice)
  const items = query.advice?.items ?? []
  const lead = useDirectory().units.get(choice.lead ?? 0)
  const itemType = items.find((item) => item.id === choice.dutyItem)?.type
  const isForbidden = forbiddenFor(lead?.type, itemType) !== undefined
  const mayMerge = view.offers.some(({ command }) => command === 'merge')
  const likest = query.advice?.duplicates.find((one) => one.id !== view.record.id)
  useDeskKeys({
    advice: query.advice,
    pick,
    send: isForbidden ? undefined : send,
    merge: mayMerge && likest !== undefined ? () => void merge(likest) : undefined,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <div className="desk-box">
      <form className="desk-form" noValidate onSubmit={submit}>
        <div className="form-fields">
          <AppealWords view={view} isAgain={isAgain} />
          <DispatchFields
            {...{ id, choice, onChange, items, errors }}
            area={view.record.place.area}
          />
          {error === undefined ? null : <ErrorBox error={error} />}
          <div className="row desk-end">
            <Button type="primary" htmlType="submit" loading={busy} disabled={isForbidden}>
              {offer.label} <kbd>Ctrl+Enter</kbd>
            </Button>
            <Button onClick={onCancel}>取消</Button>
          </div>
        </div>
        <AdvicePanel
          {...{ query, choice }}
          onPick={pick}
          onMerge={mayMerge ? (duplicate) => void merge(duplicate) : undefined}
          ownId={view.record.id}
        />
      </form>
    </div>
  )
}
