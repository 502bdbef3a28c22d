import { type Column, known } from '../../../web/lists/columns.tsx'
import { ListTable } from '../../../web/lists/ListTable.tsx'
import { PageFrame } from '../../../web/look/PageFrame.tsx'
import { shortField } from './short-field.ts'

const columns: readonly Column[] = [
  'number',
  'title',
  'state',
  { name: 'leader', label: '批示单位', width: 176, cell: (row) => shortField(row, 'leader') },
  {
    name: 'unit',
    label: '落实单位',
    width: 184,
    cell: (row) => row.lead?.name ?? shortField(row, 'unit'),
  },
  'due',
  { ...known.openedAt, width: 128 },
]

/** What leaders instructed, who carries it out and by when they report. */
export function Instructions() {
  return (
    <PageFrame title="领导批示" sub="落实单位按期反馈，批示人阅示后办结">
      <ListTable
        kind="instruction"
        columns={columns}
        filters={['q', 'state', 'unit', 'from', 'open', 'late', 'sort']}
      />
    </PageFrame>
  )
}
