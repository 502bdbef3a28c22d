import { InboxOutlined } from '@ant-design/icons'
import { App, Modal, Upload } from 'antd'
import { useState } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { upload } from '../api/client.ts'
import { useRefresh } from '../api/use-ask.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Passwords } from './Passwords.tsx'
import { Problems } from './Problems.tsx'
import type { SheetAnswer } from './types.ts'
import { useSettingsRefresh } from './use-setting.ts'

type Told = { readonly file: File; readonly answer: SheetAnswer; readonly written: boolean }

/** A sheet is checked whole and every bad row named before anything of it is written. */
export function SheetIn({
  path,
  onClose,
}: {
  readonly path: string
  readonly onClose: () => void
}) {
  const { told, error, busy, send } = useSheetIn(path, onClose)
  const ready = told?.written === false && told.answer.ok && told.answer.changed > 0
  return (
    <Modal
      open
      width={640}
      title="导入表格"
      okText={ready ? `写入 ${told.answer.changed} 行变化` : '写入'}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={busy}
      cancelText="关闭"
      maskClosable={told?.answer.passwords === undefined}
      onCancel={onClose}
      onOk={() => (told === undefined ? undefined : void send(told.file, false))}
    >
      <div className="stack">
        <Upload.Dragger
          accept=".xlsx,.csv"
          maxCount={1}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            void send(file, true)
            return false
          }}
        >
          <p>
            <InboxOutlined /> {told === undefined ? '选择或拖入表格' : told.file.name}
          </p>
          <p className="quiet small">列名与导出的表格一致，xlsx 或 csv；先检查，不会直接写入</p>
        </Upload.Dragger>
        {error === undefined ? null : <ErrorBox error={error} />}
        {told === undefined ? null : <Problems answer={told.answer} written={told.written} />}
        {told?.answer.passwords === undefined ? null : <Passwords all={told.answer.passwords} />}
      </div>
    </Modal>
  )
}

function useSheetIn(path: string, onClose: () => void) {
  const { message } = App.useApp()
  const refreshSettings = useSettingsRefresh()
  const refreshRows = useRefresh()
  const [told, setTold] = useState<Told>()
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const send = async (file: File, isCheck: boolean) => {
    setBusy(true)
    setError(undefined)
    try {
      const answer = await upload<SheetAnswer>(isCheck ? `${path}?check=1` : path, file)
      const written = !isCheck
      if (written && answer.changed > 0) {
        refreshSettings()
        refreshRows()
      }
      if (isCheck || !answer.ok || answer.passwords !== undefined)
        return setTold({ file, answer, written })
      message.success(`已导入，${answer.changed} 行有变化`)
      onClose()
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  return { told, error, busy, send }
}
