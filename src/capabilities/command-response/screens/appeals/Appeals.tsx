import { Button } from 'antd'
import { useState } from 'react'
import { useKinds } from '../../../../web/api/use-directory.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { useRows } from '../../../../web/api/use-rows.ts'
import { useKeys } from '../../../../web/keys/use-keys.ts'
import { FilterBar } from '../../../../web/lists/FilterBar.tsx'
import { countOf, type FilterName } from '../../../../web/lists/filters.ts'
import { SheetButtons } from '../../../../web/lists/SheetButtons.tsx'
import { PageFrame } from '../../../../web/look/PageFrame.tsx'
import { RecordPane } from '../../../../web/record/RecordPane.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { AppealTabs } from './AppealTabs.tsx'
import { AppealList } from './AppealList.tsx'
import { BulkNudge } from './BulkNudge.tsx'
import { ColumnChoice } from './ColumnChoice.tsx'
import { columnsFrom, narrowColumns } from './columns.ts'
import { SavedFilters } from './SavedFilters.tsx'
import { totalText } from './total.ts'
import { useFilters } from './use-filters.ts'
import { useStored } from './use-stored.ts'
import './appeals.css'

const shown: readonly FilterName[] = [
  'q',
  'number',
  'phone',
  'state',
  'area',
  'category',
  'unit',
  'from',
  'to',
  'recurrence',
  'returned',
  'sort',
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
  const step = (by: 1 | -1) => {
    const at = list.rows.findIndex(({ id }) => id === open)
    const to = list.rows[at < 0 ? 0 : Math.min(list.rows.length - 1, Math.max(0, at + by))]
    if (to !== undefined) show(to.id)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ...(open === undefined ? {} : { Escape: () => show(undefined) }),
  })
  return (
    <PageFrame
      title="诉求"
      sub={<span className="hide-narrow no-print">j / k 上下查看 · Esc 收起</span>}
      extra={
        <>
          {marked.length === 0 ? null : <BulkNudge rows={marked} onDone={() => setChosen([])} />}
          <ColumnChoice chosen={columns} onChange={setColumns} />
          <SheetButtons path="/api/records/resident-appeal/export" params={filters} />
        </>
      }
    >
      <FilterBar
        kind={kind}
        filters={filters}
        shown={shown}
        set={set}
        clear={() => replace({})}
        count={countOf(filters)}
      />
      <SavedFilters filters={filters} onChoose={replace} />
      <AppealTabs filters={filters} onChoose={replace} />
      <p className="quiet list-total" role="status">
        {totalText(list)}
      </p>
      <div className={open === undefined ? 'appeals' : 'appeals appeals-split'}>
        <AppealList
          list={list}
          isFiltered={countOf(filters) > 0}
          columns={open === undefined ? columns : narrowColumns}
          {...{ open, chosen }}
          onOpen={show}
          onChoose={setChosen}
        />
        {open === undefined ? null : (
          <div className="appeals-pane hide-narrow">
            <RecordPane
              key={open}
              id={open}
              extra={() => (
                <>
                  <GoLink to={`/r/${open}`}>整页打开</GoLink>
                  <Button size="small" onClick={() => show(undefined)}>
                    收起
                  </Button>
                </>
              )}
            />
          </div>
        )}
      </div>
    </PageFrame>
  )
}
