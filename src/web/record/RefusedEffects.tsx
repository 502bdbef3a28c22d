import { App, Button } from 'antd'
import { useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { newId } from '../api/ids.ts'
import type { RecordView } from '../api/record-view.ts'
import { useFollowed } from '../api/use-ask.ts'
import { useRecord } from '../api/use-record.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'

/** What another record's decision asked of this one, or this one of a neighbouring city, and could
 *  not be done: tried again, or given up by a person. */
export function RefusedEffects({ view }: { readonly view: RecordView }) {
  const { message } = App.useApp()
  const refresh = useFollowed()
  const { refetch } = useRecord(view.record.id)
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const settle = async (effect: string, how: 'retry' | 'aside') => {
    setBusy(true)
    try {
      const path = `/api/record/${view.record.id}/effects/${effect}`
      await post(path, { ask: newId(), do: how })
      setError(undefined)
      message.success(how === 'retry' ? '已重新发送，几秒后刷新可看结果' : '已不再联动')
      refresh()
      await refetch()
    } catch (caught) {
      if (!(caught instanceof ApiError)) throw caught
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  if (view.refused.length === 0) return null
  return (
    <section className="note-box no-print" aria-label="没有办成的联动">
      {view.refused.map(({ effect, label, says, to }) => (
        <div key={effect}>
          {to === undefined
            ? `另一条记录要求“${label}”，没有办成：${says}。`
            : `${to}没有接收“${label}”：${says}。`}{' '}
          <Button size="small" disabled={busy} onClick={() => void settle(effect, 'retry')}>
            再试一次
          </Button>{' '}
          <Button size="small" disabled={busy} onClick={() => void settle(effect, 'aside')}>
            不再联动
          </Button>
        </div>
      ))}
      {error === undefined ? null : <ErrorBox error={error} />}
    </section>
  )
}
