import { Button } from 'antd'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { NoticeList } from './NoticeList.tsx'
import { useNotices } from './use-notices.ts'

export function NoticesPage() {
  const { rows, unread, isLoading, error, hasMore, more, retry, markRead } = useNotices(true)
  return (
    <PageFrame
      title="通知"
      sub={unread > 0 ? `${unread} 条未读` : undefined}
      extra={
        <Button disabled={unread === 0} onClick={() => void markRead()}>
          全部标为已读
        </Button>
      }
    >
      <div className="sheet notices-sheet">
        {isLoading ? <Waiting /> : null}
        {error !== null && rows.length === 0 ? <ErrorBox error={error} retry={retry} /> : null}
        {!isLoading && error === null && rows.length === 0 ? (
          <Empty says="还没有通知">派来的、退回的、催办的、到期的都会在这里告诉您</Empty>
        ) : null}
        <NoticeList rows={rows} />
        {hasMore ? (
          <div className="list-more">
            <Button onClick={more}>更早的</Button>
          </div>
        ) : null}
      </div>
    </PageFrame>
  )
}
