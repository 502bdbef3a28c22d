import { InputNumber, Select, Space } from 'antd'
import type { Limit } from '../../kernel/limit.ts'
import { controlOf } from './control.ts'

type Value = { readonly qty?: number | undefined; readonly unit?: string | undefined }
type Props = {
  readonly value?: Value | undefined
  readonly onChange: (value: Value) => void
  readonly id?: string | undefined
  readonly invalid?: boolean | undefined
}

const limitUnits: readonly { readonly value: Limit['unit']; readonly label: string }[] = [
  { value: 'minute', label: '分钟' },
  { value: 'hour', label: '小时' },
  { value: 'day', label: '天' },
  { value: 'working-hour', label: '工作小时' },
  { value: 'working-day', label: '工作日' },
]

/** A limit: how many of what. */
export function LimitInput({ value, onChange, id, invalid }: Props) {
  const unit = value?.unit ?? 'working-day'
  return (
    <Space.Compact>
      <InputNumber
        min={1}
        max={999}
        precision={0}
        value={value?.qty ?? null}
        onChange={(qty) => onChange({ qty: qty ?? undefined, unit })}
        style={{ width: 120 }}
        {...controlOf({ id, invalid })}
      />
      <Select
        aria-label="时限单位"
        value={unit}
        options={[...limitUnits]}
        onChange={(next) => onChange({ qty: value?.qty, unit: next })}
        style={{ width: 120 }}
      />
    </Space.Compact>
  )
}
