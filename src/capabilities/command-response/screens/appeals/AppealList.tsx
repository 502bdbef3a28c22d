import { Button } from 'antd'
import type { RowsQuery } from '../../../../web/api/use-rows.ts'
import type { ColumnName } from '../../../../web/lists/columns.tsx'
import { RowsTable } from '../../../../web/lists/RowsTable.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { ErrorBox } from '../../../../web/look/ErrorBox.tsx'
import { Waiting } from '../../../../web/look/Waiting.tsx'
import { AppealPrint } from './AppealPrint.tsx'
import { AppealTable } from './AppealTable.tsx'

/** The rows, or what stands there instead: loading, failed, nothing found, nothing yet. */
export function AppealList({
  list,
  isFiltered,
  columns,
  open,
  chosen,
  onOpen,
  onChoose,
}: {
  readonly list: RowsQuery
  readonly isFiltered: boolean
  readonly columns: readonly ColumnName[]
  readonly open: string | undefined
  readonly chosen: readonly string[]
  readonly onOpen: (id: string) => void
  readonly onChoose: (ids: readonly string[]) => void
}) {
  if (list.error !== null && list.rows.length === 0)
    return <ErrorBox error={list.error} retry={list.retry} />
  if (list.isLoading)
    return (
      <div className="sheet">
        <Waiting rows={12} />
      </div>
    )
  if (list.rows.length === 0)
    return (
      <div className="sheet">
        <Empty says={isFiltered ? '没有符合这些条件的诉求' : '还没有诉求'}>
          {isFiltered ? '可以放宽条件，或清除筛选' : '登记或居民提交的诉求会列在这里'}
        </Empty>
      </div>
    )
  return (
    <div>
      <div className="sheet hide-narrow no-print">
        <AppealTable rows={list.rows} {...{ columns, open, onOpen, chosen, onChoose }} />
      </div>
      <AppealPrint rows={list.rows} columns={columns} />
      <div className="sheet hide-wide no-print">
        <RowsTable rows={list.rows} />
      </div>
      {list.hasMore ? (
        <div className="list-more no-print">
          <Button onClick={list.more} loading={list.isFetching}>
            再显示 50 件
          </Button>
        </div>
      ) : null}
    </div>
  )
}
