import type { KindView } from '../api/types.ts'
import { useAddress } from '../api/use-address.ts'
import { useRows } from '../api/use-rows.ts'
import { Behind } from './Behind.tsx'
import { BulkWork } from './BulkWork.tsx'
import { ColumnPicker } from './ColumnPicker.tsx'
import { FilterChips } from './FilterChips.tsx'
import { countOf, filtersIn, type SetFilters } from './filters.ts'
import type { KindColumn } from './kind-columns.ts'
import { KindFilters } from './KindFilters.tsx'
import { KindTable } from './KindTable.tsx'
import { SavedViews } from './SavedViews.tsx'
import { SheetButtons } from './SheetButtons.tsx'
import { ListBody } from './ListBody.tsx'
import { OrderChoice } from './OrderChoice.tsx'
import { totalText } from './total.ts'
import { useChosen } from './use-chosen.ts'
import { useColumns } from './use-columns.ts'

/** The list of any kind: narrowed, ordered and shown by what the kind declares, kept under names,
 *  worked on together, taken along as a sheet. All of it stands in the address. */
export function KindList({ kind }: { readonly kind: KindView }) {
  const { values, set: setAddress } = useAddress()
  const filters = filtersIn(values)
  const { columns, choose: chooseColumns } = useColumns(kind)
  const asked = { ...filters, ...columnsAsked(kind, columns) }
  const list = useRows(kind.name, asked)
  const { chosen, choose, at } = useChosen(list.rows)
  const set: SetFilters = (changes) => setAddress(changes, { replace: true })
  const setSort = (sort: string | undefined) => set({ sort })
  return (
    <div className="kind-list">
      <SavedViews kind={kind.name} />
      <KindFilters kind={kind} filters={filters} set={set} />
      <FilterChips kind={kind} filters={filters} set={set} />
      <Behind kind={kind} filters={filters} set={set} />
      <div className="row spread list-head">
        <span className="quiet" role="status">
          {totalText(list)}
        </span>
        <span className="row no-print">
          <OrderChoice kind={kind} sort={filters.sort} setSort={setSort} />
          <ColumnPicker kind={kind} chosen={columns} choose={chooseColumns} />
          <SheetButtons
            path={`/api/records/${kind.name}/export`}
            params={{ ...filters, columns: columns.join(',') }}
          />
        </span>
      </div>
      <BulkWork list={kind.name} chosen={chosen} choose={choose} />
      <ListBody list={list} filtered={countOf(filters) > 0} label={kind.label}>
        <KindTable
          kind={kind}
          rows={list.rows}
          columns={columns}
          sort={filters.sort}
          setSort={setSort}
          chosen={chosen}
          choose={choose}
          at={at}
        />
      </ListBody>
    </div>
  )
}

/** What the server does not say in every row anyhow: people's words, other records, posts. */
function columnsAsked(kind: KindView, columns: readonly KindColumn[]) {
  const aside = columns.filter((column) => {
    const field = column.startsWith('f.') ? kind.fields[column.slice(2)] : undefined
    if (field === undefined) return false
    return field.seenBy !== undefined || ['text', 'long', 'record', 'post'].includes(field.type)
  })
  return aside.length === 0 ? {} : { columns: aside.join(',') }
}
