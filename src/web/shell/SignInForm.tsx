import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { hasPasskeys } from '../api/passkey.ts'
import type { Me } from '../api/types.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { SecondForm } from './SecondForm.tsx'
import { type SecondStep, signIn, signInByPasskey } from './sign-in.ts'

type Props = {
  readonly login: string
  readonly setLogin?: (login: string) => void
  readonly password?: string
  readonly onDone: (me: Me) => void | Promise<void>
}

/** Login and password, and then the second step where the account has one. What was typed stays
 *  whatever the answer is. */
export function SignInForm({ login, setLogin, password: given = '', onDone }: Props) {
  const [password, setPassword] = useState(given)
  const [second, setSecond] = useState<SecondStep>()
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const work = async (enter: () => Promise<Me | SecondStep>) => {
    setBusy(true)
    setError(undefined)
    try {
      const answer = await enter()
      if ('needs' in answer) setSecond(answer)
      else await onDone(answer)
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  const again = (problem?: ApiError) => {
    setSecond(undefined)
    setError(problem)
  }
  if (second !== undefined) return <SecondForm step={second} onDone={onDone} again={again} />
  return (
    <form
      className="form-fields"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (login.trim() !== '' && password !== '') void work(() => signIn(login, password))
      }}
    >
      <Fields login={login} setLogin={setLogin} password={password} setPassword={setPassword} />
      {error === undefined ? null : <ErrorBox error={error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        登录
      </Button>
      {hasPasskeys() ? (
        <Button size="large" block disabled={busy} onClick={() => void work(signInByPasskey)}>
          用通行密钥登录
        </Button>
      ) : null}
    </form>
  )
}

function Fields({
  login,
  setLogin,
  password,
  setPassword,
}: {
  readonly login: string
  readonly setLogin: ((login: string) => void) | undefined
  readonly password: string
  readonly setPassword: (password: string) => void
}) {
  return (
    <>
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
    </>
  )
}
