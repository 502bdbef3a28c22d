import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useDirectory } from '../../../../web/api/use-directory.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { useDraft } from '../../../../web/forms/use-draft.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { AdvicePanel } from './AdvicePanel.tsx'
import { choiceOf, valuesOf } from './choice.ts'
import { DispatchFields } from './DispatchFields.tsx'
import { forbiddenFor } from './forbidden.ts'
import { IntakeFields } from './IntakeFields.tsx'
import { intakeOf } from './intake.ts'
import { NotAcceptFields } from './NotAcceptForm.tsx'
import { useDeskKeys } from './use-desk-keys.ts'
import { type Registered, type Registering, useRegister } from './use-register.ts'
import { useRouting } from './use-routing.ts'

const empty = { channel: 'phone' }

/** A call taken down, and in the same breath sent to who is responsible. */
export function IntakeForm({
  onRegistered,
}: {
  readonly onRegistered: (registered: Registered) => void
}) {
  const me = useMe()
  const id = useId()
  const draft = useDraft('desk/register', empty)
  const intake = intakeOf(draft.values)
  const choice = choiceOf(draft.values)
  const [declining, setDeclining] = useState(false)
  const onChange = (next: typeof choice) => draft.set(valuesOf(next))
  const { query, pick } = useRouting(intake, choice, onChange)
  const registering = useRegister(draft, { intake, choice }, (registered) => {
    setDeclining(false)
    onRegistered(registered)
    document.getElementById(`${id}-detail`)?.focus()
  })
  const { send, errors, error } = registering
  const items = query.advice?.items ?? []
  const lead = useDirectory().units.get(choice.lead ?? 0)
  const itemType = items.find((item) => item.id === choice.dutyItem)?.type
  const isForbidden = forbiddenFor(lead?.type, itemType) !== undefined
  const likest = query.advice?.duplicates[0]
  useDeskKeys({
    advice: query.advice,
    pick,
    send: isForbidden || declining ? undefined : () => send({ then: 'dispatch' }),
    merge: likest === undefined ? undefined : () => void send({ then: 'merge', into: likest }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send({ then: 'dispatch' })
  }
  return (
    <div className="sheet desk-sheet">
      <div className="row spread desk-title">
        <h2>新登记</h2>
        {draft.found ? (
          <button type="button" className="linklike" onClick={draft.startOver}>
            已恢复上次没提交的内容，重新填写
          </button>
        ) : null}
      </div>
      <div className="desk-form">
        <div className="form-fields">
          <form id={id} className="form-fields" noValidate onSubmit={submit}>
            <IntakeFields
              {...{ id, intake, errors }}
              change={(changes) => {
                draft.set(changes)
                registering.clearErrors(Object.keys(changes))
              }}
              under={me.post.unit.area}
            />
            <h3 className="desk-part">派给谁办</h3>
            <DispatchFields {...{ id, choice, onChange, items, errors }} area={intake.area} />
          </form>
          {error === undefined ? null : <ErrorBox error={error} />}
          {declining ? (
            <NotAcceptFields
              draftKey="desk/notAccept"
              submitLabel="登记并确认不予受理"
              submit={(data) => send({ then: 'notAccept', data })}
              onCancel={() => setDeclining(false)}
            />
          ) : (
            <Ends form={id} {...{ registering, isForbidden }} decline={() => setDeclining(true)} />
          )}
        </div>
        <AdvicePanel
          {...{ query, choice }}
          onPick={pick}
          onMerge={(into) => void send({ then: 'merge', into })}
        />
      </div>
    </div>
  )
}

function Ends({
  form,
  registering: { send, busy },
  isForbidden,
  decline,
}: {
  readonly form: string
  readonly registering: Registering
  readonly isForbidden: boolean
  readonly decline: () => void
}) {
  return (
    <div className="row desk-end">
      <Button type="primary" htmlType="submit" form={form} loading={busy} disabled={isForbidden}>
        登记并派单 <kbd>Ctrl+Enter</kbd>
      </Button>
      <Button disabled={busy} onClick={() => void send({ then: 'nothing' })}>
        只登记
      </Button>
      <Button disabled={busy} danger onClick={decline}>
        不予受理…
      </Button>
    </div>
  )
}
