import { Button } from 'antd'
import { useId } from 'react'
import { useMe } from '../../../../web/api/use-me.ts'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { AdvicePanel } from './AdvicePanel.tsx'
import { DispatchFields } from './DispatchFields.tsx'
import { IntakeFields } from './IntakeFields.tsx'
import { NotAcceptFields } from './NotAcceptForm.tsx'
import { type IntakeState, useIntakeForm } from './use-intake-form.ts'
import type { Registered } from './use-register.ts'

/** A call taken down, and in the same breath sent to who is responsible. */
export function IntakeForm({
  onRegistered,
}: {
  readonly onRegistered: (registered: Registered) => void
}) {
  const id = useId()
  const form = useIntakeForm((registered) => {
    onRegistered(registered)
    document.getElementById(`${id}-detail`)?.focus()
  })
  const { draft, choice, query, pick, registering } = form
  return (
    <div className="sheet desk-sheet desk-box">
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
          <Fields id={id} form={form} />
          {registering.error === undefined ? null : <ErrorBox error={registering.error} />}
          <Ends id={id} form={form} />
        </div>
        <AdvicePanel
          {...{ query, choice }}
          onPick={pick}
          onMerge={(into) => void registering.send({ step: 'merge', into })}
        />
      </div>
    </div>
  )
}

function Fields({ id, form }: { readonly id: string; readonly form: IntakeState }) {
  const { intake, choice, change, choose, query, registering } = form
  const { errors, send } = registering
  const me = useMe()
  return (
    <form
      id={id}
      className="form-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send({ step: 'dispatch' })
      }}
    >
      <IntakeFields {...{ id, intake, errors, change }} under={me.post.unit.area} />
      <h3 className="desk-part">派给谁办</h3>
      <DispatchFields
        {...{ id, choice, errors }}
        onChange={choose}
        area={intake.area}
        items={query.advice?.items ?? []}
      />
    </form>
  )
}

function Ends({ id, form }: { readonly id: string; readonly form: IntakeState }) {
  const { registering, isForbidden, declining, decline } = form
  const { send, busy } = registering
  if (declining)
    return (
      <NotAcceptFields
        draftKey="desk/notAccept"
        submitLabel="登记并确认不予受理"
        submit={(data) => send({ step: 'notAccept', data })}
        onCancel={() => decline(false)}
      />
    )
  return (
    <div className="row desk-end">
      <Button type="primary" htmlType="submit" form={id} loading={busy} disabled={isForbidden}>
        登记并派单 <kbd>Ctrl+Enter</kbd>
      </Button>
      <Button disabled={busy} onClick={() => void send({ step: 'none' })}>
        只登记
      </Button>
      <Button disabled={busy} danger onClick={() => decline(true)}>
        不予受理…
      </Button>
    </div>
  )
}
