import { Button, Checkbox, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { KindView } from '../api/types.ts'
import { AreaPicker } from '../forms/AreaPicker.tsx'
import { CategoryPicker } from '../forms/CategoryPicker.tsx'
import { UnitPicker } from '../forms/UnitPicker.tsx'
import { filterFor, type FilterName, type Filters, type SetFilters } from './filters.ts'

type Props = {
  readonly kind: KindView | undefined
  readonly filters: Filters
  readonly shown: readonly FilterName[]
  readonly set: SetFilters
  readonly clear: () => void
  readonly count: number
}

/** The filters of a list; each stands in the address as soon as it is chosen. */
export function FilterBar({ kind, filters, shown, set, clear, count }: Props) {
  const has = (name: FilterName) => shown.includes(name)
  const [unfolded, setUnfolded] = useState(false)
  return (
    <div className="filters no-print" role="search">
      {has('q') ? <WordsBox filters={filters} set={set} byPhone={has('phone')} /> : null}
      <Button
        className="hide-wide filter-fold"
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        筛选{count === 0 ? '' : ` ${count}`}
      </Button>
      <div className={unfolded ? 'filters-more unfolded' : 'filters-more'}>
        {has('state') && kind !== undefined ? (
          <StatePicker kind={kind} filters={filters} set={set} />
        ) : null}
        <Pickers filters={filters} set={set} has={has} />
        {has('from') ? <Days filters={filters} set={set} /> : null}
        {flags
          .filter(({ name }) => has(name))
          .map(({ name, label }) => (
            <Checkbox
              key={name}
              checked={filters[name] === '1'}
              onChange={(event) => set({ [name]: event.target.checked ? '1' : undefined })}
            >
              {label}
            </Checkbox>
          ))}
        {has('sort') ? <Order filters={filters} set={set} /> : null}
        {count === 0 ? null : (
          <Button type="link" onClick={clear}>
            清除 {count} 项筛选
          </Button>
        )}
      </div>
    </div>
  )
}

export function StatePicker({ kind, filters, set }: Part & { readonly kind: KindView }) {
  return (
    <Select<string[]>
      mode="multiple"
      aria-label="状态"
      placeholder="状态"
      value={filters.state?.split(',') ?? []}
      options={Object.entries(kind.states).map(([value, { label }]) => ({ value, label }))}
      onChange={(states) => set({ state: states.join(',') })}
      maxTagCount="responsive"
      style={{ width: 160 }}
    />
  )
}

function Pickers({ filters, set, has }: Part & { readonly has: (name: FilterName) => boolean }) {
  return (
    <>
      {has('area') ? (
        <div style={{ width: 200 }}>
          <AreaPicker
            placeholder="地点"
            value={filters.area === undefined ? undefined : Number(filters.area)}
            onChange={(code) => set({ area: code?.toString() })}
          />
        </div>
      ) : null}
      {has('category') ? (
        <div style={{ width: 160 }}>
          <CategoryPicker
            placeholder="类别"
            value={filters.category}
            onChange={(category) => set({ category })}
          />
        </div>
      ) : null}
      {has('unit') ? (
        <div style={{ width: 200 }}>
          <UnitPicker
            placeholder="责任单位"
            value={filters.unit === undefined ? undefined : Number(filters.unit)}
            onChange={(unit) => set({ unit: unit?.toString() })}
          />
        </div>
      ) : null}
    </>
  )
}

const flags: readonly { readonly name: FilterName; readonly label: string }[] = [
  { name: 'open', label: '未办结' },
  { name: 'late', label: '超时' },
  { name: 'archived', label: '含历史库' },
  { name: 'recurrence', label: '同地复发' },
  { name: 'returned', label: '退过单' },
  { name: 'reopened', label: '重办过' },
]

export type Part = Pick<Props, 'filters' | 'set'>

export function WordsBox({ filters, set, byPhone }: Part & { readonly byPhone: boolean }) {
  const given = filters.number ?? filters.phone ?? filters.q ?? ''
  const [typed, setTyped] = useState(given)
  const [last, setLast] = useState(given)
  if (given !== last) {
    setLast(given)
    setTyped(given)
  }
  return (
    <Input.Search
      allowClear
      value={typed}
      placeholder={byPhone ? '编号、电话、关键词' : '编号、关键词'}
      aria-label="按编号、电话或关键词查找"
      data-words=""
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(text) =>
        set({ q: undefined, number: undefined, phone: undefined, ...filterFor(text) })
      }
      style={{ width: 208 }}
    />
  )
}

function Days({ filters, set }: Part) {
  return (
    <DatePicker.RangePicker
      placeholder={['登记起', '登记止']}
      allowEmpty={[true, true]}
      value={[
        filters.from === undefined ? null : dayjs(filters.from),
        filters.to === undefined ? null : dayjs(filters.to),
      ]}
      onChange={(days) =>
        set({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })
      }
      style={{ width: 216 }}
    />
  )
}

function Order({ filters, set }: Part) {
  return (
    <Select
      aria-label="排序"
      value={filters.sort ?? '-opened'}
      options={[
        { value: '-opened', label: '最近登记在前' },
        { value: 'due', label: '先到期在前' },
      ]}
      onChange={(sort) => set({ sort: sort === '-opened' ? undefined : sort })}
      style={{ width: 136 }}
    />
  )
}
