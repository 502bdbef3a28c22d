import { useState, type ReactNode } from 'react'
import { useAddress } from '../api/use-address.ts'
import { useKinds } from '../api/use-directory.ts'
import { useRows } from '../api/use-rows.ts'
import { Behind } from './Behind.tsx'
import type { Column } from './columns.tsx'
import { FilterBar } from './FilterBar.tsx'
import { clearing, countOf, filtersIn, type FilterName, type Filters } from './filters.ts'
import { ListBody } from './ListBody.tsx'
import { RowsTable } from './RowsTable.tsx'
import { SheetButtons } from './SheetButtons.tsx'
import { totalText } from './total.ts'

type Props = {
  readonly kind: string
  readonly columns?: readonly Column[]
  /** Filters that always hold here and cannot be taken away. */
  readonly fixed?: Filters
  readonly filters?: readonly FilterName[]
  readonly extra?: ReactNode
}

const usualFilters: readonly FilterName[] = ['q', 'state', 'area', 'from', 'open', 'late', 'sort']

/** A list of one kind: filters in the address, page after page, and as a sheet. */
export function ListTable({ kind, columns, fixed = {}, filters = usualFilters, extra }: Props) {
  const address = useAddress()
  const declared = useKinds().get(kind)
  // A resident's number does not belong into an address that is kept in histories and sent on.
  const [phone, setPhone] = useState<string>()
  const chosen: Filters = {
    ...filtersIn(address.values),
    ...(phone === undefined ? {} : { phone }),
  }
  const params = { ...chosen, ...fixed }
  const list = useRows(kind, params)
  const set = (changes: Readonly<Partial<Record<FilterName, string | undefined>>>) => {
    const { phone: wanted, ...rest } = changes
    if ('phone' in changes) setPhone(wanted)
    address.set(rest, { replace: true })
  }
  return (
    <div>
      <FilterBar
        kind={declared}
        filters={chosen}
        shown={filters}
        set={set}
        clear={() => set(clearing())}
        count={countOf(chosen)}
      />
      <Behind kind={declared} filters={chosen} set={set} />
      <div className="row spread list-head">
        <span className="quiet" role="status">
          {totalText(list)}
        </span>
        <span className="row no-print">
          {extra}
          <SheetButtons path={`/api/records/${kind}/export`} params={params} />
        </span>
      </div>
      <ListBody list={list} filtered={countOf(chosen) > 0} label={declared?.label ?? '事项'}>
        <RowsTable rows={list.rows} columns={columns} />
      </ListBody>
    </div>
  )
}
