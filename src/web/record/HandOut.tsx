import { QrcodeOutlined } from '@ant-design/icons'
import { Button, Modal, QRCode, Typography } from 'antd'
import { useState } from 'react'
import { get } from '../api/client.ts'
import { ApiError } from '../api/api-error.ts'
import type { RecordView } from '../api/record-view.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Waiting } from '../look/Waiting.tsx'

/** The link to hand to residents: as a picture for a poster, and as words for a message. */
export function HandOut({ record }: { readonly record: RecordView['record'] }) {
  const [isOpen, setOpen] = useState(false)
  const [address, setAddress] = useState<string>()
  const [error, setError] = useState<ApiError>()
  const load = async () => {
    setOpen(true)
    setError(undefined)
    try {
      const { path } = await get<{ path: string }>(`/api/record/${record.id}/link`)
      setAddress(new URL(path, location.origin).href)
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      setError(failure)
    }
  }
  return (
    <>
      <Button icon={<QrcodeOutlined />} onClick={() => void load()}>
        群众链接
      </Button>
      <Modal
        open={isOpen}
        title="给群众的链接"
        footer={null}
        onCancel={() => {
          setOpen(false)
        }}
      >
        {error === undefined ? null : <ErrorBox error={error} retry={() => void load()} />}
        {address === undefined && error === undefined ? <Waiting rows={3} /> : null}
        {address === undefined ? null : (
          <div className="hand-out">
            <h3>{record.title}</h3>
            <QRCode value={address} size={220} bordered={false} aria-label="二维码" />
            <p>手机扫一扫，不用注册、不留姓名，说说您的看法。</p>
            <Typography.Paragraph copyable={{ text: address }} ellipsis>
              {address}
            </Typography.Paragraph>
            <p className="quiet">可以贴在公告栏，也可以发到居民群。链接 180 天内有效。</p>
          </div>
        )}
      </Modal>
    </>
  )
}
