import { App, Button, Input, Popconfirm, QRCode } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { del, post } from '../api/client.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { Section } from './Section.tsx'
import { type AccountView, useReread } from './use-account.ts'
import { useProof } from './use-proof.tsx'

type Begun = { readonly secret: string; readonly uri: string }
type Props = {
  readonly account: AccountView
  readonly onCodes: (codes: readonly string[]) => void
}

/** The authenticator app: added with a picture or the secret as text, and proven by a code. */
export function AppSection({ account, onCodes }: Props) {
  const { message } = App.useApp()
  const { proven, asking } = useProof()
  const reread = useReread()
  const [begun, setBegun] = useState<Begun>()
  const work = (does: () => Promise<void>) =>
    proven(does).catch((problem: unknown) => void message.error(asApiError(problem).says))
  const begin = () => work(async () => setBegun(await post<Begun>('/api/account/totp/begin', {})))
  const remove = () =>
    work(async () => {
      await del('/api/account/totp')
      message.success('已移除验证器')
      await reread()
    })
  return (
    <Section
      id="account-app"
      title="验证器"
      state={<Stands isOn={account.hasTotp} />}
      about="手机上的验证器应用每 30 秒给出一组 6 位动态码。登录时输入密码后再输入它，别人知道密码也进不来。"
    >
      {asking}
      {begun === undefined ? (
        <div className="row">
          <Button onClick={() => void begin()}>
            {account.hasTotp ? '换一个验证器' : '添加验证器'}
          </Button>
          {account.hasTotp ? (
            <Popconfirm
              title="移除后，登录时不再要动态码"
              okText="移除"
              cancelText="不移除"
              onConfirm={() => void remove()}
            >
              <Button danger>移除</Button>
            </Popconfirm>
          ) : null}
        </div>
      ) : (
        <ConfirmForm
          begun={begun}
          onCancel={() => setBegun(undefined)}
          onDone={async ({ codes }) => {
            setBegun(undefined)
            message.success('验证器已添加，下次登录要用它的动态码')
            if (codes !== undefined) onCodes(codes)
            await reread()
          }}
        />
      )}
    </Section>
  )
}

export function Stands({ isOn }: { readonly isOn: boolean }) {
  return isOn ? <span className="tag tag-end">已启用</span> : <span className="tag">未启用</span>
}

type Added = { readonly codes?: readonly string[] }

function ConfirmForm({
  begun,
  onDone,
  onCancel,
}: {
  readonly begun: Begun
  readonly onDone: (added: Added) => Promise<void>
  readonly onCancel: () => void
}) {
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onDone(await post<Added>('/api/account/totp', { code }))
    } catch (problem) {
      setError(asApiError(problem).says)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form-fields account-app"
      onSubmit={(event) => {
        event.preventDefault()
        if (code !== '') void send()
      }}
    >
      <p>1. 用验证器应用扫这个码，或把下面的密钥输进去（类型选“基于时间”）。</p>
      <QRCode value={begun.uri} size={176} type="svg" aria-label="验证器二维码" />
      <code className="account-secret" aria-label="密钥">
        {begun.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      </code>
      <FormRow id="totp-code" label="2. 输入应用上显示的 6 位动态码" required error={error}>
        <Input
          id="totp-code"
          className="account-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </FormRow>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          确认添加
        </Button>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </form>
  )
}
