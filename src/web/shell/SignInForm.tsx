import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import type { Me } from '../api/types.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { signIn } from './sign-in.ts'

type Props = {
  readonly login: string
  readonly setLogin?: (login: string) => void
  readonly password?: string
  readonly onDone: (me: Me) => void | Promise<void>
}

/** Login and password. What was typed stays whatever the answer is. */
export function SignInForm({ login, setLogin, password: given = '', onDone }: Props) {
  const [password, setPassword] = useState(given)
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onDone(await signIn(login, password))
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form-fields"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (login.trim() !== '' && password !== '') void send()
      }}
    >
      <FormRow id="login" label="账号" required>
        <Input
          id="login"
          size="large"
          autoComplete="username"
          value={login}
          disabled={setLogin === undefined}
          onChange={(event) => setLogin?.(event.target.value)}
        />
      </FormRow>
      <FormRow id="password" label="密码" required>
        <Input.Password
          id="password"
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </FormRow>
      {error === undefined ? null : <ErrorBox error={error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        登录
      </Button>
    </form>
  )
}
