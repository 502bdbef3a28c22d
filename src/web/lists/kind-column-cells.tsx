import type { Field } from '../../kernel/field.ts'
import type { KindView, RecordRow } from '../api/types.ts'
import { known, type OwnColumn } from './columns.tsx'
import type { KindColumn } from './kind-columns.ts'

/** A column of a kind's list with what stands in its cells. */
export function cellsOf(kind: KindView, column: KindColumn): OwnColumn {
  if (!isField(column)) return column === 'place' ? { ...known.place, width: 144 } : known[column]
  const name = column.slice(2)
  const field = kind.fields[name]
  return {
    name: column,
    label: field?.label ?? name,
    width: widthOf(field),
    cell: (row: RecordRow) => {
      const text = row.fields?.[name]
      if (text === undefined || text === '') return '—'
      return <span title={text}>{text}</span>
    },
  }
}

export function isNumber(kind: KindView, column: KindColumn): boolean {
  return isField(column) && kind.fields[column.slice(2)]?.type === 'number'
}

function isField(column: KindColumn): column is `f.${string}` {
  return column.startsWith('f.')
}

function widthOf(field: Field | undefined): number {
  switch (field?.type) {
    case 'number':
    case 'flag':
      return Math.max(88, (field.label.length + 2) * 14)
    case 'day':
      return 112
    case 'moment':
    case 'choice':
    case 'post':
      return 136
    case 'text':
    case 'long':
    case 'record':
    case 'units':
    case 'choices':
      return 224
    case 'code':
      return 128
    case 'area':
    case 'unit':
    case 'limit':
    case 'contact':
    case 'files':
    case undefined:
      return 152
  }
}
