import { Table } from 'antd'
import type { Key } from 'react'
import type { RecordRow } from '../../../../web/api/types.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import type { ColumnName } from '../../../../web/lists/columns.tsx'
import { appealColumn } from './appeal-column.tsx'

/** Rows are chosen to be reminded of; others would only be refused one by one. */
const mayNudge = new Set(['agent', 'dispatcher', 'head', 'supervisor', 'leader'])
const ownControls = 'button, input, label'

/** Appeals as rows to be chosen and opened; a click on a row opens it beside the list. */
export function AppealTable({
  rows,
  columns,
  open,
  onOpen,
  chosen,
  onChoose,
}: {
  readonly rows: readonly RecordRow[]
  readonly columns: readonly ColumnName[]
  readonly open: string | undefined
  readonly onOpen: (id: string) => void
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}) {
  const me = useMe()
  return (
    <Table<RecordRow>
      rowKey="id"
      size="small"
      tableLayout="fixed"
      pagination={false}
      dataSource={[...rows]}
      sticky={{ offsetHeader: 52 }}
      {...(mayNudge.has(me.post.role)
        ? {
            rowSelection: {
              columnWidth: 40,
              selectedRowKeys: [...chosen],
              onChange: (keys: Key[]) => onChoose(keys.map(String)),
            },
          }
        : {})}
      onRow={(row) => ({
        className: row.id === open ? 'appeal-row appeal-row-open' : 'appeal-row',
        onClick: (event) => {
          const { target } = event
          if (event.defaultPrevented && isLink(target)) return onOpen(row.id)
          if (target instanceof Element && target.closest(`a, ${ownControls}`) !== null) return
          onOpen(row.id)
        },
        // The title stays a link that opens in a new tab; a plain click on it opens beside the list.
        onClickCapture: (event) => {
          const { metaKey, ctrlKey, shiftKey, altKey } = event
          if (isLink(event.target) && !(metaKey || ctrlKey || shiftKey || altKey))
            event.preventDefault()
        },
      })}
      columns={columns.map(appealColumn).map((column) => ({
        key: column.name,
        title: column.label,
        ...(column.width === undefined ? {} : { width: column.width }),
        ellipsis: ['title', 'place', 'lead', 'category'].includes(column.name),
        render: (_: unknown, row: RecordRow) => column.cell(row),
      }))}
    />
  )
}

function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null
}
