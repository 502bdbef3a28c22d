import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { download, upload } from '../api/client.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Steps } from './Steps.tsx'
import type { ImportJob } from './types.ts'

type Props = {
  readonly kind: string
  readonly command: string
  readonly onTaken: (job: string) => void
}

/** The template to fill in, and the place to drop what was filled in. */
export function ChooseSheet({ kind, command, onTaken }: Props) {
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const path = `/api/sheets/${kind}/${command}`
  const send = async (file: File) => {
    setBusy(true)
    setError(undefined)
    try {
      const { id } = await upload<ImportJob>(path, file)
      onTaken(id)
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="sheet import-sheet stack">
      <Steps now={0} />
      <div className="stack">
        <p>
          先下载模板，照“填写说明”填好第一张表，再放到下面。列表导出的表格改过之后也可以直接用。
        </p>
        <div className="row">
          <Button
            icon={<DownloadOutlined />}
            onClick={() => download(`${path}/template`, { format: 'xlsx' })}
          >
            Excel 模板
          </Button>
          <Button onClick={() => download(`${path}/template`, { format: 'csv' })}>CSV 模板</Button>
        </div>
      </div>
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void send(file)
          return false
        }}
      >
        <p>
          <InboxOutlined /> {busy ? '正在上传…' : '选择或拖入填好的表格'}
        </p>
        <p className="quiet small">xlsx 或 csv，10 MB 以内；先检查，不会直接写入</p>
      </Upload.Dragger>
      {error === undefined ? null : <ErrorBox error={error} />}
    </div>
  )
}
