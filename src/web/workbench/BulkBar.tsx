import { App, Button } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import type { TodoRow } from '../api/types.ts'
import { useFollowed } from '../api/use-ask.ts'

type BulkAnswer = {
  readonly done: number
  readonly refused: readonly {
    readonly id: string
    readonly number: string
    readonly says: string
  }[]
}

/** The same simple step for many rows at once. What was refused is said, one by one. */
export function BulkBar({
  rows,
  clear,
}: {
  readonly rows: readonly TodoRow[]
  readonly clear: () => void
}) {
  const { message, modal } = App.useApp()
  const refresh = useFollowed()
  const [busy, setBusy] = useState(false)
  const [first] = rows
  if (first === undefined) return null
  const send = async () => {
    setBusy(true)
    try {
      const ids = rows.map(({ record }) => ({ kind: record.kind, id: record.id }))
      const answer = await post<BulkAnswer>(`/api/bulk/${first.command}`, { ids, data: {} })
      refresh()
      clear()
      if (answer.refused.length === 0)
        message.success(`${first.commandLabel}：办好 ${answer.done} 件`)
      else
        modal.info({
          title: `${first.commandLabel}：办好 ${answer.done} 件，${answer.refused.length} 件没有办成`,
          content: answer.refused.map((one) => (
            <p key={one.id}>
              {one.number}:{one.says}
            </p>
          )),
        })
    } catch (problem) {
      message.error(asApiError(problem).says)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="bulk-bar" role="status">
      <span>已选 {rows.length} 件</span>
      <Button type="primary" size="small" loading={busy} onClick={() => void send()}>
        批量{first.commandLabel}
      </Button>
      <Button size="small" onClick={clear}>
        取消选择
      </Button>
    </div>
  )
}
