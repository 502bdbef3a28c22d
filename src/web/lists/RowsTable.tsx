import { Table } from 'antd'
import type { RecordRow } from '../api/types.ts'
import { ClockWords } from '../look/ClockWords.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { placeTail } from '../look/place.ts'
import { StateTag, stateTone } from '../look/StateTag.tsx'
import { columnOf, usualColumns, type Column } from './columns.tsx'
import './lists.css'

type Props = {
  readonly rows: readonly RecordRow[]
  readonly columns?: readonly Column[] | undefined
  readonly loading?: boolean | undefined
}

/** Records as a table of 40 px rows; on a phone as a list of what matters. */
export function RowsTable({ rows, columns = usualColumns, loading = false }: Props) {
  return (
    <>
      <div className="rows-wide">
        <Table<RecordRow>
          rowKey="id"
          size="small"
          pagination={false}
          loading={loading}
          dataSource={[...rows]}
          tableLayout="fixed"
          scroll={{ x: 1000 }}
          columns={columns.map(columnOf).map((column) => ({
            key: column.name,
            title: column.label,
            ...(column.width === undefined ? {} : { width: column.width }),
            ellipsis: cut.has(column.name),
            render: (_: unknown, row: RecordRow) => column.cell(row),
          }))}
        />
      </div>
      <ul className="rows-narrow">
        {rows.map((row) => (
          <li key={row.id}>
            <GoLink to={`/r/${row.id}`} className="row-card">
              <span className="row spread">
                <b>{row.title === '' ? '（无标题）' : row.title}</b>
                <StateTag tone={stateTone(row)}>{row.stateLabel}</StateTag>
              </span>
              <span className="quiet small">
                {row.number} · {placeTail(row.place)}
              </span>
              <span className="small">
                {row.lead?.name}{' '}
                {row.closedAt === undefined ? (
                  <ClockWords due={row.due} late={row.late} brief />
                ) : null}
              </span>
            </GoLink>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Long names are cut, so that every row keeps its height. */
const cut: ReadonlySet<string> = new Set(['place', 'title', 'category', 'lead'])
