import { Select } from 'antd'
import { useMemo } from 'react'
import { useDirectory } from '../../../web/api/use-directory.ts'
import { matches } from '../../../web/forms/AreaPicker.tsx'

type Props = {
  readonly id: string
  readonly value: readonly number[]
  readonly many: boolean
  readonly onChange: (codes: readonly number[]) => void
}

type Choice = { readonly value: number; readonly label: string }

/** Areas by words of their path; those of one level, once one is chosen. */
export function AreasPicker({ id, value, many, onChange }: Props) {
  const directory = useDirectory()
  const [first] = value
  const level = first === undefined ? undefined : directory.areas.get(first)?.level
  const options = useMemo(
    () =>
      [...directory.areas.values()]
        .filter((area) => area.level !== 'city' && area.level !== 'grid')
        .filter((area) => level === undefined || !many || area.level === level)
        .map(({ code }): Choice => ({ value: code, label: directory.path(code) })),
    [directory, level, many],
  )
  const search = {
    filterOption: (typed: string, option?: Choice) => matches(typed, option?.label ?? ''),
  }
  const shared = { id, options, showSearch: search, placeholder: '输入区、街道、社区名称' }
  return many ? (
    <Select<number[], Choice>
      {...shared}
      mode="multiple"
      value={[...value]}
      onChange={(codes) => onChange(codes)}
      style={{ width: '100%' }}
    />
  ) : (
    <Select<number, Choice>
      {...shared}
      value={first ?? null}
      onChange={(code) => onChange([code])}
      style={{ width: '100%' }}
    />
  )
}
