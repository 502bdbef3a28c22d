import { Table } from 'antd'
import type { Key } from 'react'
import type { RecordRow } from '../../../../web/api/types.ts'
import { type ColumnName, columnOf } from '../../../../web/lists/columns.tsx'

const ownLinks = 'a, button, input, label'

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
  return (
    <Table<RecordRow>
      rowKey="id"
      size="small"
      tableLayout="fixed"
      pagination={false}
      dataSource={[...rows]}
      sticky={{ offsetHeader: 52 }}
      rowSelection={{
        columnWidth: 40,
        selectedRowKeys: [...chosen],
        onChange: (keys: Key[]) => onChoose(keys.map(String)),
      }}
      onRow={(row) => ({
        className: row.id === open ? 'appeal-row appeal-row-open' : 'appeal-row',
        onClick: (event) => {
          const { target } = event
          if (target instanceof Element && target.closest(ownLinks) !== null) return
          onOpen(row.id)
        },
      })}
      columns={columns.map(columnOf).map((column) => ({
        key: column.name,
        title: column.label,
        ...(column.width === undefined ? {} : { width: column.width }),
        ellipsis: ['title', 'place', 'lead', 'category'].includes(column.name),
        render: (_: unknown, row: RecordRow) => column.cell(row),
      }))}
    />
  )
}
