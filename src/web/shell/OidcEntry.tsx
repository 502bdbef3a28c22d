import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { type ApiError, asApiError } from '../api/api-error.ts'
import { get, post } from '../api/client.ts'
import type { Me } from '../api/types.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { SecondForm } from './SecondForm.tsx'
import type { SecondStep } from './sign-in.ts'

/** How it went at the identity provider; the server puts it into the address. */
export function oidcOutcome(): string | undefined {
  return new URLSearchParams(window.location.search).get('oidc') ?? undefined
}

/** The way in by the city's identity provider, where it has one. */
export function OidcButton() {
  const { data } = useQuery({
    queryKey: ['oidc'],
    queryFn: () => get<{ readonly label?: string }>('/api/oidc'),
    retry: false,
  })
  if (data?.label === undefined) return null
  return (
    <Button size="large" block href="/api/oidc/start">
      用{data.label}登录
    </Button>
  )
}

const says: Readonly<Record<string, string>> = {
  failed: '从统一身份认证回来的内容不对，没有登录。请重新登录；多次这样请联系系统管理员。',
  ended: '您绑定的账号已经停用，请联系系统管理员。',
  noPost: '您的账号现在没有有效的岗位，请联系系统管理员。',
}

/** What follows the provider: a sentence, the code of who is not known yet, or the second step. */
export function OidcOutcome({
  outcome,
  onDone,
}: {
  readonly outcome: string
  readonly onDone: (me: Me) => void | Promise<void>
}) {
  if (outcome === 'second') return <OidcSecond onDone={onDone} />
  if (outcome === 'unknown') return <ClaimForm onDone={onDone} />
  return <p className="note-box">{says[outcome] ?? says['failed']}</p>
}

function OidcSecond({ onDone }: { readonly onDone: (me: Me) => void | Promise<void> }) {
  const { data, error } = useQuery({
    queryKey: ['oidc-second'],
    queryFn: () => get<SecondStep>('/api/oidc/second'),
    retry: false,
  })
  if (error !== null) return <p className="note-box">等得太久了，请重新登录。</p>
  if (data === undefined) return null
  return <SecondForm step={data} onDone={onDone} again={() => window.location.assign('/')} />
}

function ClaimForm({ onDone }: { readonly onDone: (me: Me) => void | Promise<void> }) {
  const [code, setCode] = useState('')
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const { oidc } = await post<{ readonly oidc?: string }>('/api/oidc/claim', { code })
      if (oidc === undefined) await onDone(await get<Me>('/api/me'))
      else window.location.assign(`/?oidc=${oidc}`)
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
        if (code.trim() !== '') void send()
      }}
    >
      <div className="note-box">
        <b>统一身份认证通过了，但还没有绑定平台账号。</b>
        <p>向系统管理员要一个绑定码填在这里；或者先用账号密码登录，再在“账号与安全”里绑定。</p>
      </div>
      <FormRow id="oidc-code" label="绑定码" required error={error?.fields['code']}>
        <Input
          id="oidc-code"
          size="large"
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </FormRow>
      {error === undefined || error.fields['code'] !== undefined ? null : (
        <ErrorBox error={error} />
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        绑定并登录
      </Button>
    </form>
  )
}
