import type { ReactNode } from 'react'
import type { RecordRow } from '../api/types.ts'
import { Ago } from '../look/Ago.tsx'
import { ClockWords } from '../look/ClockWords.tsx'
import { GoLink } from '../look/GoLink.tsx'
import { placeTail } from '../look/place.ts'
import { StateTag, stateTone } from '../look/StateTag.tsx'

export type ColumnName =
  | 'number'
  | 'title'
  | 'state'
  | 'place'
  | 'category'
  | 'lead'
  | 'due'
  | 'openedAt'
  | 'closedAt'

/** A column that a capability adds of its own. */
export type OwnColumn = {
  readonly name: string
  readonly label: string
  readonly width?: number
  readonly cell: (row: RecordRow) => ReactNode
}

export type Column = ColumnName | OwnColumn

export const usualColumns: readonly ColumnName[] = [
  'number',
  'title',
  'state',
  'place',
  'category',
  'lead',
  'due',
  'openedAt',
]

export const known: Readonly<Record<ColumnName, OwnColumn>> = {
  number: {
    name: 'number',
    label: '编号',
    width: 128,
    cell: (row) => <span className="nowrap">{row.number}</span>,
  },
  title: { name: 'title', label: '标题', cell: (row) => <Title row={row} /> },
  state: {
    name: 'state',
    label: '状态',
    width: 124,
    cell: (row) => <StateTag tone={stateTone(row)}>{row.stateLabel}</StateTag>,
  },
  place: {
    name: 'place',
    label: '地点',
    width: 208,
    cell: (row) => <span title={row.place}>{placeTail(row.place)}</span>,
  },
  category: {
    name: 'category',
    label: '类别',
    width: 120,
    cell: (row) => row.categoryLabel ?? '—',
  },
  lead: { name: 'lead', label: '责任单位', width: 152, cell: (row) => row.lead?.name ?? '—' },
  due: { name: 'due', label: '时限', width: 136, cell: (row) => <Due row={row} /> },
  openedAt: {
    name: 'openedAt',
    label: '登记',
    width: 128,
    cell: (row) => <Ago at={row.openedAt} />,
  },
  closedAt: {
    name: 'closedAt',
    label: '办结',
    width: 128,
    cell: (row) => (row.closedAt === undefined ? '—' : <Ago at={row.closedAt} />),
  },
}

export function columnOf(column: Column): OwnColumn {
  return typeof column === 'string' ? known[column] : column
}

function Title({ row }: { readonly row: RecordRow }) {
  return (
    <>
      <GoLink to={`/r/${row.id}`}>{row.title === '' ? '（无标题）' : row.title}</GoLink>
      {row.recurrence === true ? <span className="tag tag-wait inline-tag">↻ 同地复发</span> : null}
    </>
  )
}

function Due({ row }: { readonly row: RecordRow }) {
  if (row.due === undefined || row.closedAt !== undefined || row.is === 'end')
    return row.late ? <span className="clock-late">! 曾超时</span> : <>—</>
  return <ClockWords due={row.due} late={row.late} brief />
}
