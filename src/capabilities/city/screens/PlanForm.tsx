import { Button, Input } from 'antd'
import { useState } from 'react'
import { newId } from '../../../web/api/ids.ts'
import { FormRow } from '../../../web/forms/FormRow.tsx'
import { ErrorBox } from '../../../web/look/ErrorBox.tsx'
import type { Rows } from '../reorganisation/rows.ts'
import { type Plan, planOfRows } from './plan.ts'
import { PlanEffects } from './PlanEffects.tsx'
import { PlanTables } from './PlanTables.tsx'

type Submitted = {
  readonly title: string
  readonly reason: string
  readonly plan: Plan
  /** Stays the same until it succeeds. */
  readonly ask: string
}

type Props = {
  readonly plan: Plan
  readonly title: string
  readonly reason?: string
  readonly submitLabel: string
  readonly submit: (submitted: Submitted) => Promise<void>
  readonly onCancel?: () => void
}

/** The whole lists, corrected where they are wrong, checked again, and sent. */
export function PlanForm({ plan: first, submitLabel, submit, onCancel, ...given }: Props) {
  const [plan, setPlan] = useState(first)
  const [rows, setRows] = useState<Rows>(first.rows)
  const [title, setTitle] = useState(given.title)
  const [reason, setReason] = useState(given.reason ?? '')
  const [ask] = useState(newId)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error>()
  const isChanged = rows !== plan.rows
  const working = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    await work().catch((fault: unknown) =>
      setError(fault instanceof Error ? fault : new Error(String(fault))),
    )
    setBusy(false)
  }
  const check = () =>
    working(async () => {
      const checked = await planOfRows(rows)
      setPlan(checked)
      setRows(checked.rows)
    })
  return (
    <section className="sheet reorganisation-part" aria-label="方案">
      <PlanEffects plan={plan} />
      <PlanTables rows={rows} onChange={setRows} />
      <Words {...{ title, setTitle, reason, setReason }} />
      {error === undefined ? null : <ErrorBox error={error} />}
      <div className="row form-end">
        {isChanged ? (
          <Button type="primary" loading={busy} onClick={() => void check()}>
            重新核对
          </Button>
        ) : (
          <Button
            type="primary"
            loading={busy}
            disabled={plan.problems.length > 0 || title.trim() === ''}
            onClick={() => void working(() => submit({ title: title.trim(), reason, plan, ask }))}
          >
            {submitLabel}
          </Button>
        )}
        {onCancel === undefined ? null : <Button onClick={onCancel}>取消</Button>}
      </div>
    </section>
  )
}

type WordsProps = {
  readonly title: string
  readonly setTitle: (title: string) => void
  readonly reason: string
  readonly setReason: (reason: string) => void
}

function Words({ title, setTitle, reason, setReason }: WordsProps) {
  return (
    <div className="form-fields">
      <FormRow id="reorganisation-title" label="方案名称" required>
        <Input
          id="reorganisation-title"
          value={title}
          maxLength={60}
          onChange={(event) => setTitle(event.target.value)}
        />
      </FormRow>
      <FormRow id="reorganisation-reason" label="理由">
        <Input.TextArea
          id="reorganisation-reason"
          value={reason}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormRow>
    </div>
  )
}
