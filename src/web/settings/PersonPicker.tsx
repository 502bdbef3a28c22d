import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { get } from '../api/client.ts'
import { useSettled } from '../forms/use-settled.ts'
import type { SettingTable } from './types.ts'
import { useSettingOne } from './use-setting.ts'

/** A person by name. */
export function PersonPicker({
  id,
  value,
  onChange,
  invalid,
}: {
  readonly id: string
  readonly value: string | undefined
  readonly onChange: (person: string | undefined) => void
  readonly invalid: boolean
}) {
  const [typed, setTyped] = useState('')
  const q = useSettled(typed.trim(), 250)
  const found = useQuery({
    queryKey: ['settings', 'people', 'picker', q],
    queryFn: () => get<SettingTable>('/api/settings/people', { q, limit: 30 }),
  })
  const chosen = useSettingOne('people', value)
  const named = (found.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: row.text['name'] ?? '',
  }))
  const known = named.some((one) => one.value === value)
  const own =
    value === undefined || known ? [] : [{ value, label: chosen.data?.text['name'] ?? '' }]
  return (
    <Select<string | undefined>
      id={id}
      value={value}
      onChange={(person) => onChange(person)}
      options={[...own, ...named]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在查找' : '没有这个人，请先在“人员”里新增'}
      placeholder="输入姓名"
      allowClear
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' as const } : {})}
    />
  )
}
