import { Checkbox, Table } from 'antd'
import type { KindView, RecordRow } from '../api/types.ts'
import { ClockWords } from '../look/ClockWords.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { placeTail } from '../look/place.ts'
import { StateTag, stateTone } from '../look/StateTag.tsx'
import { cellsOf, isNumber } from './kind-column-cells.tsx'
import { directionOf, type KindColumn, sortAfter, sortOf } from './kind-columns.ts'

type Props = {
  readonly kind: KindView
  readonly rows: readonly RecordRow[]
  readonly columns: readonly KindColumn[]
  readonly sort: string | undefined
  readonly setSort: (sort: string | undefined) => void
  readonly chosen: readonly string[]
  readonly choose: (ids: readonly string[]) => void
  /** The row under the hand of whoever works by keyboard. */
  readonly at: string | undefined
}

/** Records of a kind in the columns chosen; on a telephone as cards. */
export function KindTable(props: Props) {
  const { rows, columns, kind, at, chosen, choose } = props
  const cells = columns.map((column) => cellsOf(kind, column))
  const width = cells.reduce((sum, cell) => sum + (cell.width ?? 208), 48)
  return (
    <>
      <div className="rows-wide kind-table">
        <Table<RecordRow>
          rowKey="id"
          size="small"
          pagination={false}
          dataSource={[...rows]}
          tableLayout="fixed"
          scroll={{ x: width }}
          rowClassName={(row) => (row.id === at ? 'row-at' : '')}
          rowSelection={{
            columnWidth: 40,
            selectedRowKeys: [...chosen],
            onChange: (keys) => choose(keys.map(String)),
          }}
          showSorterTooltip={false}
          onChange={(_page, _filters, sorter) => {
            const one = Array.isArray(sorter) ? sorter[0] : sorter
            const column = columns.find((name) => name === one?.columnKey)
            if (column !== undefined)
              props.setSort(sortAfter(kind, column, one?.order ?? undefined))
          }}
          columns={columns.map((column, index) => ({
            key: column,
            title: cells[index]?.label,
            ...(cells[index]?.width === undefined ? {} : { width: cells[index].width }),
            ...(isNumber(kind, column) ? { align: 'right' as const } : {}),
            ellipsis: !whole.has(column),
            ...(sortOf(kind, column) === undefined
              ? {}
              : { sorter: true, sortOrder: directionOf(kind, column, props.sort) ?? null }),
            render: (_: unknown, row: RecordRow) => cells[index]?.cell(row),
          }))}
        />
      </div>
      <Cards {...props} />
    </>
  )
}

/** What is short enough, or has a form of its own, is never cut. */
const whole: ReadonlySet<KindColumn> = new Set(['number', 'state', 'due', 'openedAt', 'closedAt'])

function Cards({ kind, rows, columns, chosen, choose }: Props) {
  const own = columns.filter((column) => column.startsWith('f.')).slice(0, 3)
  return (
    <ul className="rows-narrow">
      {rows.map((row) => (
        <li key={row.id} className="kind-card">
          <Checkbox
            aria-label={`选择 ${row.number}`}
            checked={chosen.includes(row.id)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, row.id] : chosen.filter((one) => one !== row.id))
            }
          />
          <GoLink to={`/r/${row.id}`} className="row-card">
            <span className="row spread">
              <b>{row.title === '' ? '（无标题）' : row.title}</b>
              <StateTag tone={stateTone(row)}>{row.stateLabel}</StateTag>
            </span>
            <span className="quiet small">
              {row.number} · {placeTail(row.place)}
            </span>
            <OwnLine kind={kind} row={row} columns={own} />
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
  )
}

/** The first of what else was chosen to be seen. */
function OwnLine({
  kind,
  row,
  columns,
}: {
  readonly kind: KindView
  readonly row: RecordRow
  readonly columns: readonly KindColumn[]
}) {
  const said = columns.flatMap((column) => {
    const text = row.fields?.[column.slice(2)]
    return text === undefined || text === ''
      ? []
      : [{ column, label: cellsOf(kind, column).label, text }]
  })
  if (said.length === 0) return null
  return (
    <span className="small card-own">
      {said.map(({ column, label, text }) => (
        <span key={column} className="cut">
          <span className="quiet">{label}</span> {text}
        </span>
      ))}
    </span>
  )
}
