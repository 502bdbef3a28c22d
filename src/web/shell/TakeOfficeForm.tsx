import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { type ApiError, asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'

const rows = [
  { name: 'typed', label: '一次性代码', help: '由系统管理员交给您，用一次就失效' },
  { name: 'name', label: '姓名', help: undefined },
  { name: 'login', label: '账号', help: undefined },
  { name: 'password', label: '密码', help: undefined },
] as const

type Typed = Readonly<Record<(typeof rows)[number]['name'], string>>
const nothing: Typed = { typed: '', name: '', login: '', password: '' }

/** The security administrator or the auditor of a new platform makes their own account. */
export function TakeOfficeForm({
  onDone,
  onCancel,
}: {
  readonly onDone: (login: string) => void
  readonly onCancel: () => void
}) {
  const { given, set, error, busy, isWhole, send } = useTaking(onDone)
  return (
    <form
      className="form-fields"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (isWhole) void send()
      }}
    >
      <p className="quiet">安全管理员和安全审计员在这里开通自己的账号，密码只有自己知道。</p>
      {rows.map(({ name, label, help }) => (
        <FormRow
          key={name}
          id={`office-${name}`}
          label={label}
          help={help}
          required
          error={error?.fields[name]}
        >
          <Input
            id={`office-${name}`}
            type={name === 'password' ? 'password' : 'text'}
            autoComplete={name === 'password' ? 'new-password' : 'off'}
            value={given[name]}
            onChange={(event) => set(name, event.target.value)}
          />
        </FormRow>
      ))}
      {error === undefined || Object.keys(error.fields).length > 0 ? null : (
        <ErrorBox error={error} />
      )}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={busy}
        disabled={!isWhole}
      >
        开通
      </Button>
      <Button type="link" onClick={onCancel}>
        返回登录
      </Button>
    </form>
  )
}

function useTaking(onDone: (login: string) => void) {
  const [given, setGiven] = useState(nothing)
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const isWhole = rows.every(({ name }) => given[name].trim() !== '')
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await post('/api/offices/take', { ...given, typed: given.typed.trim() })
      onDone(given.login.trim())
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  const set = (name: keyof Typed, value: string) => setGiven({ ...given, [name]: value })
  return { given, set, error, busy, isWhole, send }
}
