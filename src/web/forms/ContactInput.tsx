import { Input } from 'antd'

type Value = { readonly name?: string | undefined; readonly phone?: string | undefined }
type Props = {
  readonly value?: Value | undefined
  readonly onChange: (value: Value) => void
  readonly id?: string | undefined
  readonly invalid?: boolean | undefined
}

/** Name and telephone of a person. Stored encrypted, shown masked. */
export function ContactInput({ value, onChange, id, invalid }: Props) {
  const status = invalid === true ? { status: 'error' as const } : {}
  return (
    <div className="row" style={{ flexWrap: 'nowrap' }}>
      <Input
        id={id}
        value={value?.name ?? ''}
        onChange={(event) => onChange({ ...value, name: event.target.value })}
        placeholder="称呼"
        aria-label="称呼"
        autoComplete="off"
        maxLength={40}
        style={{ flex: '0 1 160px' }}
        {...status}
      />
      <Input
        value={value?.phone ?? ''}
        onChange={(event) => onChange({ ...value, phone: event.target.value })}
        placeholder="电话"
        aria-label="电话"
        inputMode="tel"
        autoComplete="off"
        maxLength={30}
        style={{ flex: '1 1 160px' }}
        {...status}
      />
    </div>
  )
}
