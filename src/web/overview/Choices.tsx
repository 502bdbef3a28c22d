import { Checkbox, DatePicker, Segmented, Select } from 'antd'
import dayjs from 'dayjs'
import type { Address } from '../api/use-address.ts'
import { useMe } from '../api/use-me.ts'
import { type Preset, presets } from './choice.ts'
import type { OverviewView, Span } from './view.ts'

/** What is shown: which kind, of which days, beside the same weeks before or alone. */
export function Choices({
  kinds,
  kind,
  preset,
  span,
  compares,
  set,
}: Kinds & {
  readonly preset: Preset | undefined
  readonly span: Span
  readonly compares: boolean
}) {
  const { today } = useMe()
  return (
    <div className="overview-choices no-print" role="search">
      <Segmented<string>
        aria-label="期间"
        value={preset ?? 'own'}
        options={[
          ...presets.map(({ name, label }) => ({ value: name, label })),
          ...(preset === undefined ? [{ value: 'own', label: '所选日期' }] : []),
        ]}
        onChange={(period) => set({ period, from: undefined, to: undefined })}
      />
      <DatePicker.RangePicker
        allowClear={false}
        aria-label="自选日期"
        value={[dayjs(span.from), dayjs(span.to)]}
        maxDate={dayjs(today)}
        onChange={(days) =>
          set({
            from: days?.[0]?.format('YYYY-MM-DD'),
            to: days?.[1]?.format('YYYY-MM-DD'),
            period: undefined,
          })
        }
        style={{ width: 240 }}
      />
      <KindChoice {...{ kinds, kind, set }} />
      <Checkbox
        checked={compares}
        onChange={(event) => set({ compare: event.target.checked ? undefined : '0' })}
      >
        和上一个同期比
      </Checkbox>
    </div>
  )
}

type Kinds = {
  readonly kinds: OverviewView['kinds']
  readonly kind: string | undefined
  readonly set: Address['set']
}

function KindChoice({ kinds, kind, set }: Kinds) {
  if (kinds.length === 0) return null
  return (
    <Select
      aria-label="事项"
      value={kind ?? null}
      options={kinds.map(({ name, label, open }) => ({
        value: name,
        label: `${label}（在办 ${open}）`,
      }))}
      onChange={(name: string) => set({ kind: name })}
      style={{ width: 200 }}
    />
  )
}
