import { Button, Checkbox, Input, Select } from 'antd'
import type { Counted } from './duty-rows.ts'

export type DutyFilterValues = Readonly<Record<string, string>>

/** Words, type, lead: each choice with the number of items behind it. */
export function DutyFilterBar({
  values,
  set,
  types,
  leads,
}: {
  readonly values: DutyFilterValues
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void
  readonly types: readonly Counted[]
  readonly leads: readonly Counted[]
}) {
  const isFiltered = ['q', 'type', 'lead', 'ended'].some((name) => values[name] !== undefined)
  return (
    <div className="filters no-print" role="search">
      <Input.Search
        allowClear
        aria-label="查找事项"
        placeholder="编号、名称、关键词、依据"
        value={values['q'] ?? ''}
        onChange={(event) => set({ q: event.target.value })}
        style={{ width: 260 }}
      />
      <Select<string>
        allowClear
        aria-label="类型"
        placeholder="类型"
        {...chosen(values['type'])}
        options={types.map(option)}
        onChange={(type: string | undefined) => set({ type })}
        style={{ width: 168 }}
      />
      <Select<string>
        allowClear
        aria-label="牵头单位"
        placeholder="牵头单位"
        showSearch={{ optionFilterProp: 'label' }}
        {...chosen(values['lead'])}
        options={leads.map(option)}
        onChange={(lead: string | undefined) => set({ lead })}
        style={{ width: 220 }}
      />
      <Checkbox
        checked={values['ended'] === '1'}
        onChange={({ target }) => set({ ended: target.checked ? '1' : undefined })}
      >
        看已失效的
      </Checkbox>
      {isFiltered ? (
        <Button
          type="link"
          onClick={() => set({ q: undefined, type: undefined, lead: undefined, ended: undefined })}
        >
          清除筛选
        </Button>
      ) : null}
    </div>
  )
}

function chosen(value: string | undefined): { readonly value?: string } {
  return value === undefined ? {} : { value }
}

function option({ value, count }: Counted) {
  return { value, label: `${value}（${count}）` }
}
