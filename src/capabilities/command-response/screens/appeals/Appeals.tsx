import { useState } from 'react'
import { useKinds } from '../../../../web/api/use-directory.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { useRows } from '../../../../web/api/use-rows.ts'
import { FilterBar } from '../../../../web/lists/FilterBar.tsx'
import { countOf, type FilterName } from '../../../../web/lists/filters.ts'
import { Behind } from '../../../../web/lists/Behind.tsx'
import { SheetButtons } from '../../../../web/lists/SheetButtons.tsx'
import { totalText } from '../../../../web/lists/total.ts'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { AppealList } from './AppealList.tsx'
import { AppealPane } from './AppealPane.tsx'
import { AppealTabs } from './AppealTabs.tsx'
import { BulkNudge } from './BulkNudge.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { columnsFrom, narrowColumns } from './columns.ts'
import { SavedFilters } from './SavedFilters.tsx'
import { useFilters } from './use-filters.ts'
import { useSteps } from './use-steps.ts'
import { useStored } from './use-stored.ts'
import './appeals.css'

const shown: readonly FilterName[] = [
  ...(['q', 'number', 'phone', 'state', 'area', 'category', 'unit', 'from', 'to'] as const),
  ...(['recurrence', 'returned', 'reopened', 'archived', 'sort'] as const),
]

/** Every appeal this post may see: found, narrowed down, opened beside the list, taken along. */
export function Appeals() {
  const { account } = useMe()
  const { filters, set, replace, open, show } = useFilters()
  const kind = useKinds().get('resident-appeal')
  const list = useRows('resident-appeal', filters)
  const [columns, setColumns] = useStored(`tongxin:appeals:columns:${account.login}`, columnsFrom)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const marked = list.rows.filter(({ id }) => chosen.includes(id))
  const count = countOf(filters)
  useSteps(
    list.rows.map(({ id }) => id),
    open,
    show,
  )
  return (
    <PageFrame
      title="诉求"
      sub={<span className="hide-narrow no-print">j / k 上下查看 · Esc 收起</span>}
      extra={
        <>
          <BulkNudge rows={marked} onDone={() => setChosen([])} />
          <ColumnChoice chosen={columns} onChange={setColumns} />
          <SheetButtons path="/api/records/resident-appeal/export" params={filters} />
        </>
      }
    >
      <FilterBar {...{ kind, filters, shown, set, count }} clear={() => replace({})} />
      <Behind kind={kind} filters={filters} set={set} />
      <SavedFilters filters={filters} onChoose={replace} />
      {filters.measure === undefined && filters.at === undefined ? (
        <AppealTabs filters={filters} onChoose={replace} />
      ) : null}
      <p className="quiet list-total" role="status">
        {totalText(list)}
      </p>
      <div className={open === undefined ? 'appeals' : 'appeals appeals-split'}>
        <AppealList
          {...{ list, open, chosen }}
          isFiltered={count > 0}
          columns={open === undefined ? columns : narrowColumns}
          onOpen={show}
          onChoose={setChosen}
        />
        {open === undefined ? null : <AppealPane id={open} close={() => show(undefined)} />}
      </div>
    </PageFrame>
  )
}
