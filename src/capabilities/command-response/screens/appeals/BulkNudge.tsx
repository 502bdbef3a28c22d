import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { asApiError, type ApiError } from '../../../../web/api/api-error.ts'
import { post } from '../../../../web/api/client.ts'
import type { RecordRow } from '../../../../web/api/types.ts'
import { useFollowed } from '../../../../web/api/use-ask.ts'
import { MaskedText } from '../../../../web/forms/MaskedText.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'

type Answer = {
  readonly done: number
  readonly refused: readonly {
    readonly id: string
    readonly number: string
    readonly says: string
  }[]
}

type Props = { readonly rows: readonly RecordRow[]; readonly onDone: () => void }

/** One reminder to many units. What could not be sent is said one by one, with the reason. */
export function BulkNudge({ rows, onDone }: Props) {
  const [words, setWords] = useState<string>()
  const [answer, setAnswer] = useState<Answer>()
  const { send, busy, error } = useNudge((said) => {
    setWords(undefined)
    if (said.refused.length > 0) setAnswer(said)
    onDone()
  })
  return (
    <>
      {rows.length === 0 ? null : (
        <Button type="primary" onClick={() => setWords('')}>
          催办 {rows.length} 件
        </Button>
      )}
      <Modal
        open={words !== undefined}
        title={`催办 ${rows.length} 件诉求`}
        okText="发送催办"
        cancelText="取消"
        confirmLoading={busy}
        onOk={() => void send(rows, words ?? '')}
        onCancel={() => setWords(undefined)}
      >
        <div className="stack">
          <label htmlFor="nudge-words">催办内容（主办单位会看到，可不填）</label>
          <MaskedText id="nudge-words" rows={2} value={words} onChange={setWords} />
          {error === undefined ? null : <ErrorBox error={error} />}
        </div>
      </Modal>
      <Modal
        open={answer !== undefined}
        title={`已催办 ${answer?.done ?? 0} 件，${answer?.refused.length ?? 0} 件没有催办`}
        footer={<Button onClick={() => setAnswer(undefined)}>知道了</Button>}
        onCancel={() => setAnswer(undefined)}
      >
        <ul className="stack">
          {answer?.refused.map((one) => (
            <li key={one.id}>
              {one.number}：{one.says}
            </li>
          ))}
        </ul>
      </Modal>
    </>
  )
}

function useNudge(onSent: (answer: Answer) => void) {
  const { message } = App.useApp()
  const refresh = useFollowed()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const send = async (rows: readonly RecordRow[], words: string) => {
    setBusy(true)
    setError(undefined)
    try {
      const ids = rows.map(({ id, kind }) => ({ id, kind }))
      const data = words.trim() === '' ? {} : { words: words.trim() }
      const answer = await post<Answer>('/api/bulk/nudge', { ids, data })
      refresh()
      if (answer.refused.length === 0) message.success(`已催办 ${answer.done} 件`)
      onSent(answer)
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, error }
}
