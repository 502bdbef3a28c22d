import { type ColumnName, columnOf, type OwnColumn } from '../../../../web/lists/columns.tsx'
import { shortPlace } from '../short-place.ts'

/** A column as the appeals list shows it: where the whole path has no room, its end tells rows
 *  apart. */
export function appealColumn(name: ColumnName): OwnColumn {
  const column = columnOf(name)
  return name === 'place'
    ? {
        ...column,
        width: 168,
        cell: (row) => <span title={row.place}>{shortPlace(row.place)}</span>,
      }
    : column
}
