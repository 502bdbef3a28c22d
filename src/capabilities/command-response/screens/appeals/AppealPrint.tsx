import type { RecordRow } from '../../../../web/api/types.ts'
import type { ColumnName } from '../../../../web/lists/columns.tsx'
import { appealColumn } from './appeal-column.tsx'

/** The rows on paper: a plain table, whose columns fit the sheet by themselves. */
export function AppealPrint({
  rows,
  columns,
}: {
  readonly rows: readonly RecordRow[]
  readonly columns: readonly ColumnName[]
}) {
  const shown = columns.map(appealColumn)
  return (
    <table className="only-print appeals-print">
      <thead>
        <tr>
          {shown.map((column) => (
            <th key={column.name}>{column.label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {shown.map((column) => (
              <td key={column.name}>{column.cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
