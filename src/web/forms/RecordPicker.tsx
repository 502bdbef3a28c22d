import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { get } from '../api/client.ts'
import type { RecordView } from '../api/record-view.ts'
import type { RecordRow, Rows } from '../api/types.ts'
import { useKinds } from '../api/use-directory.ts'
import { useSettled } from './use-settled.ts'
import { controlOf } from './control.ts'
import { entriesWith, labelOf } from './record-options.ts'

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
  const isList = useKinds().get(kind)?.fields['number'] !== undefined
  const found = useFound(kind, { words, isList })
  const chosen = useQuery({
    queryKey: ['record', value],
    queryFn: () => get<RecordView>(`/api/record/${value ?? ''}`),
    enabled: value !== undefined,
  })
  const options = found.rows.map((row) => ({ value: row.id, label: labelOf(row) }))
  const own = chosen.data === undefined ? undefined : ownOption(chosen.data)
  const known = own === undefined || options.some((option) => option.value === own.value)
  return (
    <Select<string | undefined>
      value={value}
      onChange={(id) => onChange(id)}
      options={known ? options : [own, ...options]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? '正在查找' : '没有找到，可换个词或输入完整编号'}
      placeholder={rest.placeholder ?? '输入编号或关键词'}
      allowClear
      popupMatchSelectWidth={360}
      style={{ width: '100%' }}
      {...controlOf(rest)}
    />
  )
}

/** A list whose entries have numbers of their own is short: it is read whole and found in at once.
 *  Of other kinds the server finds. */
function useFound(
  kind: string,
  { words, isList }: { readonly words: string; readonly isList: boolean },
) {
  const whole = useQuery({
    queryKey: ['rows', kind, 'picker', 'whole'],
    queryFn: () => wholeList(kind),
    enabled: isList,
  })
  const found = useQuery({
    queryKey: ['rows', kind, 'picker', words],
    queryFn: () => get<Rows>(`/api/records/${kind}`, wordsOrNumber(words)),
    enabled: !isList,
  })
  return isList
    ? { rows: entriesWith(words, whole.data ?? []).slice(0, 50), isFetching: whole.isFetching }
    : { rows: found.data?.rows ?? [], isFetching: found.isFetching }
}

async function wholeList(kind: string): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = []
  let cursor: string | undefined
  do {
    const page: Rows = await get(`/api/records/${kind}`, { open: '1', limit: 200, cursor })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined && rows.length < 2000)
  return rows
}

function ownOption({ record, fields }: RecordView) {
  const number = fields.find(({ name }) => name === 'number')?.text
  const row = { ...record, ...(number === undefined ? {} : { fields: { number } }) }
  return { value: record.id, label: labelOf(row) }
}

function wordsOrNumber(words: string): Record<string, string | number> {
  if (words === '') return { limit: 20 }
  return /^[\dA-Za-z-]{6,}$/.test(words) ? { number: words, limit: 20 } : { q: words, limit: 20 }
}
