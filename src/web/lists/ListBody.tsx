import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { RowsQuery } from '../api/use-rows.ts'
import { Empty } from '../look/Empty.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Waiting } from '../look/Waiting.tsx'

/** What a list shows while it loads, when it failed or found nothing, and how one goes on. */
export function ListBody({
  list,
  filtered,
  label,
  children,
}: {
  readonly list: RowsQuery
  readonly filtered: boolean
  readonly label: string
  readonly children: ReactNode
}) {
  if (list.error !== null && list.rows.length === 0)
    return <ErrorBox error={list.error} retry={list.retry} />
  if (list.isLoading)
    return (
      <div className="sheet">
        <Waiting rows={10} />
      </div>
    )
  if (list.rows.length === 0)
    return (
      <div className="sheet">
        <Empty says={filtered ? `没有符合这些条件的${label}` : `还没有${label}`}>
          {filtered ? '可以放宽条件，或清除筛选' : `您能看到的${label}会列在这里`}
        </Empty>
      </div>
    )
  return (
    <>
      <div className="sheet list-sheet">{children}</div>
      {list.hasMore ? (
        <div className="list-more no-print">
          <Button onClick={list.more} loading={list.isFetching}>
            再显示 50 件
          </Button>
        </div>
      ) : null}
    </>
  )
}
