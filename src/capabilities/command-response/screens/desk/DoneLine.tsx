import { Button } from 'antd'
import { useState } from 'react'
import { asApiError } from '../../../../web/api/api-error.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { CopyNumber } from '../../../../web/look/CopyNumber.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import type { Registered } from './use-register.ts'

/** What has just been done, what the caller is to be told, and the way back while there is one. */
export function DoneLine({
  done,
  onOpen,
  onClose,
}: {
  readonly done: Registered
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}) {
  const { ask, busy } = useAsk()
  const [error, setError] = useState<unknown>()
  const words = wordsOf(done)
  const { id, kind } = done.answer.view.record
  const undo = done.second?.undo
  const takeBack = async (command: string) => {
    try {
      await ask({ kind, id, command, data: {} })
      onClose()
      onOpen(id)
    } catch (problem) {
      setError(asApiError(problem))
    }
  }
  const { link } = done.answer
  return (
    <div className="done-line" role="status">
      <div className="row">
        <b>
          {done.refused === undefined ? '✓' : '!'} {words}
        </b>
        <CopyNumber value={done.answer.view.record.number} />
        <span className="done-ends">
          {undo === undefined ? null : (
            <Button size="small" loading={busy} onClick={() => void takeBack(undo)}>
              {undo === 'recall' ? '撤回派单' : '撤销'}
            </Button>
          )}
          <Button size="small" onClick={() => onOpen(id)}>
            打开
          </Button>
          <Button size="small" type="text" aria-label="收起" onClick={onClose}>
            ✕
          </Button>
        </span>
      </div>
      {link === undefined ? null : (
        <div>
          请告诉诉求人：编号 <b>{link.number}</b>，查询码 <b className="query-code">{link.code}</b>
          ，凭这两项可以查进度、补充和评价。
        </div>
      )}
      {error === undefined ? null : <ErrorBox error={error} />}
    </div>
  )
}

function wordsOf({ next, refused, second }: Registered): string {
  if (refused !== undefined) return '已登记，但下一步没有办成'
  if (next.step === 'dispatch') return `已登记，派给${second?.view.record.responsible?.name ?? ''}`
  if (next.step === 'merge') return `已登记，并入 ${next.into.number}`
  return next.step === 'notAccept' ? '已登记，不予受理' : '已登记，等着派单'
}
