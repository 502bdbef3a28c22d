import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { asApiError, type ApiError } from '../../../../web/api/api-error.ts'
import { post } from '../../../../web/api/client.ts'
import { useRefresh } from '../../../../web/api/use-ask.ts'
import { MaskedText } from '../../../../web/forms/MaskedText.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import type { RecordRow } from '../../../../web/api/types.ts'

type Answer = {
  readonly done: number
  readonly refused: readonly {
    readonly id: string
    readonly number: string
    readonly says: string
  }[]
}

/** One reminder to many units. What could not be sent is said one by one, with the reason. */
export function BulkNudge({
  rows,
  onDone,
}: {
  readonly rows: readonly RecordRow[]
  readonly onDone: () => void
}) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        催办 {rows.length} 件
      </Button>
      {open ? <NudgeDialog rows={rows} onDone={onDone} close={() => setOpen(false)} /> : null}
    </>
  )
}

function NudgeDialog({
  rows,
  onDone,
  close,
}: {
  readonly rows: readonly RecordRow[]
  readonly onDone: () => void
  readonly close: () => void
}) {
  const { message } = App.useApp()
  const refresh = useRefresh()
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const [answer, setAnswer] = useState<Answer>()
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const ids = rows.map(({ id, kind }) => ({ id, kind }))
      const data = words.trim() === '' ? {} : { words: words.trim() }
      const said = await post<Answer>('/api/bulk/nudge', { ids, data })
      refresh()
      onDone()
      if (said.refused.length > 0) return setAnswer(said)
      message.success(`已催办 ${said.done} 件`)
      close()
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={answer === undefined ? `催办 ${rows.length} 件诉求` : `已催办 ${answer.done} 件`}
      okText={answer === undefined ? '发送催办' : '知道了'}
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => (answer === undefined ? void send() : close())}
      onCancel={close}
    >
      {answer === undefined ? (
        <div className="stack">
          <label htmlFor="nudge-words">催办内容（主办单位会看到，可不填）</label>
          <MaskedText id="nudge-words" rows={2} max={200} value={words} onChange={setWords} />
          {error === undefined ? null : <ErrorBox error={error} />}
        </div>
      ) : (
        <ul className="stack">
          {answer.refused.map((one) => (
            <li key={one.id}>
              {one.number}：{one.says}
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}
