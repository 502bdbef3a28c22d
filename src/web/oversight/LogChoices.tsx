import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { Address } from '../api/use-address.ts'
import type { LogFilters, LogView } from './log.ts'

/** Which lines: of one sort, with their counts, of one account, between two days. */
export function LogChoices({
  view,
  filters,
  set,
}: {
  readonly view: LogView | undefined
  readonly filters: LogFilters
  readonly set: Address['set']
}) {
  const total = view?.counts.reduce((sum, { n }) => sum + n, 0)
  const options = (view?.counts ?? []).map(({ what, label, n }) => ({
    value: what,
    label: `${label}（${n}）`,
  }))
  const day = (text: string | undefined) => (text === undefined ? null : dayjs(text))
  return (
    <div className="oversight-choices no-print" role="search">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="事项"
        placeholder={total === undefined ? '全部事项' : `全部事项（${total}）`}
        value={filters.what ?? null}
        options={options}
        onChange={(value: string | undefined) => set({ what: value })}
      />
      <Input.Search
        key={filters.login ?? ''}
        allowClear
        aria-label="登录名"
        placeholder="登录名"
        defaultValue={filters.login ?? ''}
        onSearch={(text) => set({ login: text.trim() })}
      />
      <DatePicker.RangePicker
        aria-label="日期"
        allowClear
        value={[day(filters.from ?? view?.from), day(filters.to ?? view?.to)]}
        onChange={(range) =>
          set({
            from: range?.[0]?.format('YYYY-MM-DD'),
            to: range?.[1]?.format('YYYY-MM-DD'),
          })
        }
      />
    </div>
  )
}
