import { Input, Modal } from 'antd'
import { useState } from 'react'

/** Asks what a sheet with people's words is taken out for. */
export function ExportReason({
  take,
  close,
}: {
  readonly take: (reason: string) => void
  readonly close: () => void
}) {
  const [reason, setReason] = useState('')
  const isGiven = [...reason.trim()].length >= 2
  return (
    <Modal
      open
      title="导出做什么用？"
      okText="导出"
      cancelText="取消"
      okButtonProps={{ disabled: !isGiven }}
      onOk={() => take(reason.trim())}
      onCancel={close}
    >
      <div className="stack">
        <label htmlFor="export-reason">
          表里有居民写的内容。用途会写在表格第一行，并记入安全日志。
        </label>
        <Input
          id="export-reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={() => (isGiven ? take(reason.trim()) : undefined)}
        />
      </div>
    </Modal>
  )
}
