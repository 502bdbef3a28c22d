import type { RecordRow } from '../../../../web/api/types.ts'
import { ClockWords } from '../../../../web/look/ClockWords.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { StateTag, stateTone } from '../../../../web/look/StateTag.tsx'
import { shortPlace } from '../short-place.ts'
import { cellsOf, columnsOf } from './board.ts'
import { StageCell } from './StageCell.tsx'

/** A row per whistle and a column per unit called; names stay in sight while one scrolls. */
export function BoardTable({ rows }: { readonly rows: readonly RecordRow[] }) {
  const columns = columnsOf(rows)
  return (
    <div className="sheet board-scroll rows-wide" role="region" aria-label="哨件与报到单位">
      <table className="board">
        <thead>
          <tr>
            <th scope="col" className="board-what">
              哨件
            </th>
            <th scope="col">办理时限</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" title={column.name}>
                {column.short}
                {column.late === 0 ? null : <span className="clock-late"> {column.late} 超时</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BoardRow key={row.id} row={row} columns={columns.map(({ id }) => id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function BoardRow({
  row,
  columns,
}: {
  readonly row: RecordRow
  readonly columns: readonly number[]
}) {
  const cells = new Map(cellsOf(row).map((cell) => [cell.unit.id, cell]))
  return (
    <tr>
      <th scope="row" className="board-what">
        <GoLink to={`/r/${row.id}`}>{row.title === '' ? '（无标题）' : row.title}</GoLink>
        <span className="quiet small">
          {row.categoryLabel} · {shortPlace(row.place)}
        </span>
      </th>
      <td>
        <StateTag tone={stateTone(row)}>{row.stateLabel}</StateTag>
        <span className="small board-due">
          <ClockWords due={row.due} late={row.late} brief />
        </span>
      </td>
      {columns.map((id) => {
        const cell = cells.get(id)
        return <td key={id}>{cell === undefined ? null : <StageCell cell={cell} />}</td>
      })}
    </tr>
  )
}
