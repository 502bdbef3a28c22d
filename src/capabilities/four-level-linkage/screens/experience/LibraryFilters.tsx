import { Button, Input, Select } from 'antd'
import type { RecordRow } from '../../../../web/api/types.ts'
import { type Counted, countedBy, districtOf, factOf } from './library.ts'

/** Words, theme, district: kept in the address, each choice with the number behind it. */
export function LibraryFilters({
  rows,
  values,
  set,
}: {
  readonly rows: readonly RecordRow[]
  readonly values: Readonly<Record<string, string>>
  readonly set: (
    changes: Readonly<Record<string, string | undefined>>,
    how?: { readonly replace?: boolean },
  ) => void
}) {
  const isFiltered = ['q', 'theme', 'district'].some((name) => values[name] !== undefined)
  return (
    <>
      <Input.Search
        allowClear
        aria-label="查找"
        placeholder="做法、问题、地方"
        value={values['q'] ?? ''}
        onChange={({ target }) =>
          set({ q: target.value === '' ? undefined : target.value }, { replace: true })
        }
        style={{ width: 240 }}
      />
      <Choice
        label="主题"
        value={values['theme']}
        choices={countedBy(rows, (row) => factOf(row, 'theme'))}
        onChange={(theme) => set({ theme })}
      />
      <Choice
        label="地区"
        value={values['district']}
        choices={countedBy(rows, districtOf)}
        onChange={(district) => set({ district })}
      />
      {isFiltered ? (
        <Button
          type="link"
          onClick={() => set({ q: undefined, theme: undefined, district: undefined })}
        >
          清除筛选
        </Button>
      ) : null}
    </>
  )
}

function Choice({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly Counted[]
  readonly onChange: (value: string | undefined) => void
}) {
  return (
    <Select<string>
      allowClear
      aria-label={label}
      placeholder={label}
      {...(value === undefined ? {} : { value })}
      options={choices.map((one) => ({ value: one.value, label: `${one.value}（${one.count}）` }))}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      style={{ width: 168 }}
    />
  )
}
