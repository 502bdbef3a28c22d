import { App, Button, Input, Switch } from 'antd'
import { useState, type FormEvent } from 'react'
import { type ApiError, asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { ErrorBox } from '../look/ErrorBox.tsx'
import type { OidcView } from './oidc-view.ts'

type Props = { readonly view: OidcView; readonly onSaved: () => void }

const rows = [
  { name: 'issuer', label: '认证方网址', help: 'OpenID 的 issuer，如 https://id.example.gov.cn' },
  { name: 'clientId', label: '客户端编号', help: '认证方给本平台的 client_id' },
  { name: 'clientSecret', label: '客户端密钥', help: '加密保存，不再显示；不改就留空' },
  { name: 'label', label: '登录按钮上的名称', help: '如 政务统一身份' },
  {
    name: 'trusted',
    label: '视同第二因素的标记',
    help: '认证方在 acr 或 amr 里给出其中之一时，不再要求本平台的第二因素；留空则一律要求。用顿号隔开，如 mfa',
  },
] as const

type Typed = Readonly<Record<(typeof rows)[number]['name'], string>>

/** What the provider gave the city, and whether it answers. */
export function OidcForm({ view, onSaved }: Props) {
  const form = useOidcForm({ view, onSaved })
  const { typed, set, on, setOn, error, busy } = form
  return (
    <form
      className="form-fields"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void form.save()
      }}
    >
      <div className="row">
        <Switch id="oidc-on" checked={on} onChange={setOn} />
        <label htmlFor="oidc-on">启用统一身份认证登录</label>
      </div>
      {on
        ? rows.map(({ name, label, help }) => (
            <FormRow
              key={name}
              id={`oidc-${name}`}
              label={label}
              help={help}
              required={name !== 'trusted' && !(name === 'clientSecret' && view.on)}
              error={error?.fields[name]}
            >
              <Input
                id={`oidc-${name}`}
                type={name === 'clientSecret' ? 'password' : 'text'}
                autoComplete={name === 'clientSecret' ? 'new-password' : 'off'}
                value={typed[name]}
                onChange={(event) => set(name, event.target.value)}
              />
            </FormRow>
          ))
        : null}
      {on ? (
        <p className="quiet">
          在认证方登记的回调地址：<code>{view.callback}</code>
        </p>
      ) : null}
      {error === undefined || Object.keys(error.fields).length > 0 ? null : (
        <ErrorBox error={error} />
      )}
      <div className="row form-end">
        <Button type="primary" htmlType="submit" loading={busy}>
          保存
        </Button>
        {on ? (
          <Button disabled={busy} onClick={() => void form.test()}>
            试连
          </Button>
        ) : null}
      </div>
    </form>
  )
}

function useOidcForm({ view, onSaved }: Props) {
  const { message } = App.useApp()
  const [on, setOn] = useState(view.on)
  const [typed, setTyped] = useState<Typed>({
    issuer: view.issuer ?? '',
    clientId: view.clientId ?? '',
    clientSecret: '',
    label: view.label ?? '统一身份认证',
    trusted: (view.trusted ?? []).join('、'),
  })
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const send = async <T,>(path: string, done: (answer: T) => void) => {
    setBusy(true)
    setError(undefined)
    try {
      const trusted = typed.trusted.split(/[、,，\s]+/u).filter((one) => one !== '')
      done(await post<T>(path, { ...typed, trusted, on }))
    } catch (problem) {
      setError(asApiError(problem))
    } finally {
      setBusy(false)
    }
  }
  return {
    typed,
    set: (name: keyof Typed, value: string) => setTyped((before) => ({ ...before, [name]: value })),
    on,
    setOn,
    error,
    busy,
    save: () =>
      send('/api/oidc/settings', () => {
        message.success('已保存')
        setTyped((before) => ({ ...before, clientSecret: '' }))
        onSaved()
      }),
    test: () =>
      send<{ issuer: string }>('/api/oidc/test', ({ issuer }) => {
        message.success(`连接正常：${issuer}`)
      }),
  }
}
