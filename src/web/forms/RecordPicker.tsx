import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { get } from '../api/client.ts'
import type { RecordView } from '../api/record-view.ts'
import type { Rows } from '../api/types.ts'
import { useSettled } from './use-settled.ts'
import { controlOf } from './control.ts'

type Props = {
  readonly kind: string
  readonly value?: string | undefined
  readonly onChange: (id: string | undefined) => void
  readonly id?: string | undefined
  readonly invalid?: boolean | undefined
  readonly placeholder?: string | undefined
}

/** A record of a kind, by its number or by words in it. */
export function RecordPicker({ kind, value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim(), 250)
  const found = useQuery({
    queryKey: ['rows', kind, 'picker', words],
    queryFn: () => get<Rows>(`/api/records/${kind}`, wordsOrNumber(words)),
  })
  const chosen = useQuery({
    queryKey: ['record', value],
    queryFn: () => get<RecordView>(`/api/record/${value ?? ''}`),
    enabled: value !== undefined,
  })
  const options = (found.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${row.number} ${row.title}`,
  }))
  const own = chosen.data?.record
  const known = own === undefined || options.some((option) => option.value === own.id)
  return (
    <Select<string | undefined>
      value={value}
      onChange={(id) => onChange(id)}
      options={
        known ? options : [{ value: own.id, label: `${own.number} ${own.title}` }, ...options]
      }
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在查找' : '没有找到，可换个词或输入完整编号'}
      placeholder={rest.placeholder ?? '输入编号或关键词'}
      allowClear
      style={{ width: '100%' }}
      {...controlOf(rest)}
    />
  )
}

function wordsOrNumber(words: string): Record<string, string | number> {
  if (words === '') return { limit: 20 }
  return /^[\dA-Za-z-]{6,}$/.test(words) ? { number: words, limit: 20 } : { q: words, limit: 20 }
}
