import { useQueries } from '@tanstack/react-query'
import { get } from '../../../../web/api/client.ts'
import type { Rows } from '../../../../web/api/types.ts'
import type { Filters } from '../../../../web/lists/filters.ts'
import { besidesTabs, tabOf, tabs } from './tabs.ts'

/** Tabs with the number of appeals behind each, under everything else that is chosen. */
export function AppealTabs({
  filters,
  onChoose,
}: {
  readonly filters: Filters
  readonly onChoose: (filters: Filters) => void
}) {
  const { sort: _, ...rest } = besidesTabs(filters)
  const counts = useQueries({
    queries: tabs.map((tab) => ({
      queryKey: ['rows', 'resident-appeal', 'count', { ...rest, ...tab.filters }],
      queryFn: () =>
        get<Rows>('/api/records/resident-appeal', { ...rest, ...tab.filters, limit: 1 }),
      staleTime: 60_000,
    })),
  })
  const chosen = tabOf(filters)
  return (
    <div className="appeal-tabs no-print" role="group" aria-label="按状态看">
      {tabs.map((tab, at) => (
        <button
          key={tab.label}
          type="button"
          aria-pressed={at === chosen}
          className={at === chosen ? 'appeal-tab appeal-tab-chosen' : 'appeal-tab'}
          onClick={() => onChoose({ ...besidesTabs(filters), ...tab.filters })}
        >
          {tab.label} <span className="number">{countText(counts[at]?.data?.total)}</span>
        </button>
      ))}
    </div>
  )
}

function countText(total: number | null | undefined): string {
  if (total === undefined) return ''
  return total === null ? '1000+' : String(total)
}
