import { Button, Input } from 'antd'
import { useState } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { useAsk } from '../api/use-ask.ts'
import type { FieldView, RecordView } from '../api/record-view.ts'
import { contact, isObject } from '../forms/read-value.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Watermark } from './Watermark.tsx'

type Person = { readonly name?: string | undefined; readonly phone?: string | undefined }

/** A person's name and number stay masked until somebody who may says why they must see them. */
export function Contact({ field, view }: { readonly field: FieldView; readonly view: RecordView }) {
  const value = isObject(field.value) ? field.value : {}
  const masked = contact(value['masked'] ?? value)
  const [seen, setSeen] = useState<Person>()
  const [open, setOpen] = useState(false)
  const known = seen ?? (isObject(value['revealed']) ? contact(value['revealed']) : undefined)
  const offered = view.offers.some((offer) => offer.command === 'reveal')
  return (
    <div className="stack">
      {known === undefined ? null : <Watermark />}
      <div className="row">
        <span>{words(known ?? masked)}</span>
        {known === undefined && offered && !open ? (
          <Button size="small" className="no-print" onClick={() => setOpen(true)}>
            查看联系方式
          </Button>
        ) : null}
      </div>
      {open ? (
        <Reveal view={view} close={() => setOpen(false)} show={(person) => setSeen(person)} />
      ) : null}
    </div>
  )
}

function Reveal({
  view,
  close,
  show,
}: {
  readonly view: RecordView
  readonly close: () => void
  readonly show: (person: Person) => void
}) {
  const { ask, busy } = useAsk()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<ApiError>()
  const send = async () => {
    try {
      const answer = await ask({
        kind: view.record.kind,
        id: view.record.id,
        command: 'reveal',
        data: { reason: reason.trim() },
      })
      show(answer.contact ?? { name: '（已按期清除）' })
      close()
    } catch (problem) {
      setError(asApiError(problem))
    }
  }
  return (
    <form
      className="stack no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') void send()
      }}
    >
      <label htmlFor="reveal-reason">为什么要看（会记入本件的经过，诉求人也能看到）</label>
      <Input
        id="reveal-reason"
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
      {error === undefined ? null : <ErrorBox error={error} />}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy} disabled={reason.trim() === ''}>
          查看
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}

function words({ name, phone }: Person): string {
  const given = [name, phone].filter((one) => one !== undefined && one !== '')
  return given.length === 0 ? '未留' : given.join(' ')
}
