import { type Column, known } from '../../../web/lists/columns.tsx'
import { ListTable } from '../../../web/lists/ListTable.tsx'
import { PageFrame } from '../../../web/look/PageFrame.tsx'
import { shortField } from './short-field.ts'

const columns: readonly Column[] = [
  'number',
  'title',
  'state',
  'category',
  { name: 'ruledLead', label: '裁定主办', width: 184, cell: (row) => shortField(row, 'lead') },
  'due',
  { ...known.openedAt, width: 128 },
]

/** Rulings on appeals given back twice; those in force are the precedents that dispatch names. */
export function Rulings() {
  return (
    <PageFrame title="退单裁定" sub="两次退单后裁定一次，生效的裁定是今后派单的先例">
      <ListTable
        kind="return-ruling"
        columns={columns}
        filters={['q', 'state', 'area', 'category', 'from', 'sort']}
      />
    </PageFrame>
  )
}
