import { Button, Input } from 'antd'
import { useState } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'

const rows = [
  { name: 'typed', label: '一次性代码', help: '启动时显示在服务器的窗口里' },
  { name: 'code', label: '城市代码', help: '六位行政区划代码，如 530100' },
  { name: 'cityName', label: '城市名称', help: '如 昆明市' },
  { name: 'name', label: '管理员姓名', help: undefined },
  { name: 'login', label: '管理员账号', help: undefined },
  { name: 'password', label: '密码', help: undefined },
] as const

const about = '平台还没有设置过。请建立第一个管理员，之后在“设置”里导入地区、单位和人员。'

type Typed = Readonly<Record<(typeof rows)[number]['name'], string>>
const nothing: Typed = { typed: '', code: '', cityName: '', name: '', login: '', password: '' }

/** The first administrator of a new platform, made with the code that its start printed. */
export function SetUpForm({ onDone }: { readonly onDone: (login: string) => void }) {
  const [given, setGiven] = useState(nothing)
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const isWhole = rows.every(({ name }) => given[name].trim() !== '')
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await post('/api/set-up', { ...given, typed: given.typed.trim(), code: Number(given.code) })
      onDone(given.login.trim())
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form-fields"
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) void send()
      }}
    >
      <p className="quiet">{about}</p>
      {rows.map(({ name, label, help }) => (
        <FormRow
          key={name}
          id={`set-up-${name}`}
          label={label}
          help={help}
          required
          error={error?.fields[name]}
        >
          <Input
            id={`set-up-${name}`}
            type={name === 'password' ? 'password' : 'text'}
            autoComplete={name === 'password' ? 'new-password' : 'off'}
            value={given[name]}
            onChange={(event) => setGiven({ ...given, [name]: event.target.value })}
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
        建立
      </Button>
    </form>
  )
}
