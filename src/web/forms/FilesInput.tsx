import { PaperClipOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { upload } from '../api/client.ts'

type Props = {
  readonly value?: readonly string[] | undefined
  readonly onChange: (ids: readonly string[]) => void
  readonly id?: string | undefined
  readonly max?: number | undefined
}

/** Files go up one by one as they are chosen; the form holds only their ids. */
export function FilesInput({ value = [], onChange, id, max = 9 }: Props) {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [going, setGoing] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const send = async (file: File) => {
    setProblem(undefined)
    setGoing(file.name)
    try {
      const kept = await upload('/api/files', file)
      setNames((before) => ({ ...before, [kept.id]: kept.name }))
      onChange([...value, kept.id])
    } catch (error) {
      setProblem(`${file.name}:${asApiError(error).says}`)
    } finally {
      setGoing(undefined)
    }
  }
  return (
    <div className="stack" style={{ gap: 4 }}>
      {value.map((one, at) => (
        <div key={one} className="row">
          <a href={`/api/files/${one}`} target="_blank" rel="noreferrer">
            <PaperClipOutlined /> {names[one] ?? `附件 ${at + 1}`}
          </a>
          <button
            type="button"
            className="linklike"
            onClick={() => onChange(value.filter((other) => other !== one))}
          >
            移除
          </button>
        </div>
      ))}
      {value.length >= max ? null : (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            void send(file)
            return false
          }}
        >
          <Button id={id ?? ''} icon={<PaperClipOutlined />} loading={going !== undefined}>
            {going === undefined ? '添加文件' : `正在上传 ${going}`}
          </Button>
        </Upload>
      )}
      {problem === undefined ? null : (
        <div role="alert" className="clock-late">
          {problem}
        </div>
      )}
    </div>
  )
}
