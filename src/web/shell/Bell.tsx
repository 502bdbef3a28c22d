import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useMe } from '../api/use-me.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { NoticeList } from './NoticeList.tsx'
import { useNotices } from './use-notices.ts'

/** What one was told of; the count stands in the document's title too. */
export function Bell() {
  const { notices } = useMe()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={open ? <Latest close={() => setOpen(false)} /> : null}
    >
      <Badge count={notices} overflowCount={99} size="small" offset={[-6, 4]}>
        <Button
          type="text"
          icon={<BellOutlined className="bell" />}
          aria-label={notices > 0 ? `通知，${notices} 条未读` : '通知'}
        />
      </Badge>
    </Popover>
  )
}

function Latest({ close }: { readonly close: () => void }) {
  const { rows, unread, isLoading, error, retry, markRead } = useNotices(true)
  return (
    <div className="notice-pop">
      <div className="row spread">
        <b>通知</b>
        {unread > 0 ? (
          <Button size="small" type="link" onClick={() => void markRead()}>
            全部标为已读
          </Button>
        ) : null}
      </div>
      {isLoading ? <Waiting rows={4} /> : null}
      {error !== null && rows.length === 0 ? <ErrorBox error={error} retry={retry} /> : null}
      {!isLoading && error === null && rows.length === 0 ? <Empty says="还没有通知" /> : null}
      <NoticeList rows={rows.slice(0, 8)} onGo={close} />
      {rows.length > 0 ? (
        <GoLink to="/notices" onClick={close}>
          全部通知
        </GoLink>
      ) : null}
    </div>
  )
}
