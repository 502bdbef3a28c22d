import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import type { KindView } from '../api/types.ts'
import { AreaPicker } from '../forms/AreaPicker.tsx'
import { UnitPicker } from '../forms/UnitPicker.tsx'
import { filterFields, spanOf, spanText, type NamedField } from './field-filters.ts'
import { DaysFilter, FieldFilter } from './FieldFilter.tsx'
import { StatePicker, WordsBox, type Part } from './FilterBar.tsx'

type Own = { readonly open: readonly NamedField[]; readonly folded: readonly NamedField[] }
type All = Part & { readonly kind: KindView }

/** All by which a list of any kind is narrowed. What is used most stands open, the rest unfolds. */
export function KindFilters({ kind, filters, set }: All) {
  const all = filterFields(kind)
  const open = all.filter(({ field }) => field.type === 'choice').slice(0, 2)
  const own = { open, folded: all.filter((one) => !open.includes(one)) }
  const [unfolded, setUnfolded] = useState(() => own.folded.some((one) => filters[one.filter]))
  return (
    <div className="kind-filters no-print" role="search">
      <div className="filters">
        <WordsBox filters={filters} set={set} byPhone={false} />
        <span className="hide-narrow">
          <StatePicker kind={kind} filters={filters} set={set} />
        </span>
        <span className="hide-narrow filter-area">
          <PlaceFilter filters={filters} set={set} />
        </span>
        {open.map((one) => (
          <span key={one.filter} className="hide-narrow filter-own">
            <OwnFilter one={one} filters={filters} set={set} />
          </span>
        ))}
        <Flags kind={kind} filters={filters} set={set} />
        <Button
          aria-expanded={unfolded}
          icon={unfolded ? <UpOutlined /> : <DownOutlined />}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? '收起' : '更多筛选'}
        </Button>
      </div>
      {unfolded ? <Unfolded kind={kind} filters={filters} set={set} own={own} /> : null}
    </div>
  )
}

/** The rest; on a telephone also what stands open elsewhere. */
function Unfolded({ kind, filters, set, own }: All & { readonly own: Own }) {
  const labelled = (fields: readonly NamedField[]) =>
    fields.map((one) => (
      <Labelled key={one.filter} label={one.field.label}>
        <OwnFilter one={one} filters={filters} set={set} />
      </Labelled>
    ))
  return (
    <div className="filter-grid">
      <div className="hide-wide">
        <Labelled label="状态">
          <StatePicker kind={kind} filters={filters} set={set} />
        </Labelled>
        <Labelled label="地点">
          <PlaceFilter filters={filters} set={set} />
        </Labelled>
        {labelled(own.open)}
      </div>
      <Shared filters={filters} set={set} />
      {labelled(own.folded)}
    </div>
  )
}

function PlaceFilter({ filters, set }: Part) {
  return (
    <AreaPicker
      placeholder="地点"
      value={filters.area === undefined ? undefined : Number(filters.area)}
      onChange={(code) => set({ area: code?.toString() })}
    />
  )
}

const flagWords = { open: '未办结', late: '超时', archived: '含历史库' } as const

function Flags({ kind, filters, set }: All) {
  const flags = ['open', 'late', ...(kind.archives ? (['archived'] as const) : [])] as const
  return (
    <>
      {flags.map((name) => (
        <Checkbox
          key={name}
          checked={filters[name] === '1'}
          onChange={(event) => set({ [name]: event.target.checked ? '1' : undefined })}
        >
          {flagWords[name]}
        </Checkbox>
      ))}
    </>
  )
}

function OwnFilter({ one, filters, set }: Part & { readonly one: NamedField }) {
  return (
    <FieldFilter
      field={one.field}
      value={filters[one.filter]}
      onChange={(value) => set({ [one.filter]: value })}
    />
  )
}

function Shared({ filters, set }: Part) {
  return (
    <>
      <Labelled label="登记日期">
        <DaysFilter
          field={{ label: '登记' }}
          value={spanText(filters.from, filters.to)}
          onChange={(span) => {
            const [from, to] = spanOf(span)
            set({ from, to })
          }}
        />
      </Labelled>
      {(['unit', 'party'] as const).map((name) => (
        <Labelled key={name} label={name === 'unit' ? '责任单位' : '参与单位'}>
          <UnitPicker
            placeholder={name === 'unit' ? '责任单位' : '参与单位'}
            value={filters[name] === undefined ? undefined : Number(filters[name])}
            onChange={(unit) => set({ [name]: unit?.toString() })}
          />
        </Labelled>
      ))}
    </>
  )
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="filter-cell">
      <div className="quiet small">{label}</div>
      {children}
    </div>
  )
}
