import type { Filters } from '../../../../web/lists/filters.ts'

/** The parts of the list people turn to most; each is nothing but filters. */
export const tabs: readonly { readonly label: string; readonly filters: Filters }[] = [
  { label: '全部', filters: {} },
  { label: '在办', filters: { open: '1' } },
  { label: '超时在办', filters: { open: '1', late: '1' } },
  { label: '待派单', filters: { state: 'intake' } },
  { label: '待签收', filters: { state: 'dispatched' } },
  { label: '退单和裁定', filters: { state: 'returned,ruling' } },
  { label: '挂账', filters: { state: 'suspended' } },
  { label: '待评价', filters: { state: 'answered,calledBack' } },
]

/** Everything chosen besides what tabs choose: it goes on holding when the tab changes. */
export function besidesTabs(filters: Filters): Filters {
  const { state: _state, open: _open, late: _late, ...rest } = filters
  return rest
}

export function tabOf({ state, open, late }: Filters): number {
  return tabs.findIndex(
    ({ filters }) => filters.state === state && filters.open === open && filters.late === late,
  )
}
