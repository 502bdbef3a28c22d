import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { hasPasskeys, makePasskey } from '../api/passkey.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { Stands } from './AppSection.tsx'
import { PasskeyRow } from './PasskeyRow.tsx'
import { Section } from './Section.tsx'
import { type AccountView, useReread } from './use-account.ts'
import { useProof } from './use-proof.tsx'

type Props = {
  readonly account: AccountView
  readonly onCodes: (codes: readonly string[]) => void
}

/** Passkeys: each of a device or a key, each with a name by which one knows it again. */
export function PasskeySection({ account, onCodes }: Props) {
  const { proven, asking } = useProof()
  const [isAdding, setAdding] = useState(false)
  const { passkeys } = account
  const can = account.canPasskeys && hasPasskeys()
  return (
    <Section
      id="account-passkeys"
      title="通行密钥"
      state={<Stands isOn={passkeys.length > 0} />}
      about="用这台设备的指纹、面容或锁屏密码登录，也可以用安全密钥。可以作第二因素，也可以不输密码直接登录。"
    >
      {asking}
      {passkeys.length === 0 ? null : (
        <ul className="account-list">
          {passkeys.map((one) => (
            <PasskeyRow key={one.id} passkey={one} proven={proven} />
          ))}
        </ul>
      )}
      {can ? null : (
        <p className="note-box">
          这里不能添加：通行密钥要用域名加 https 的地址打开平台，浏览器也要支持。
        </p>
      )}
      {can && !isAdding ? (
        <div>
          <Button onClick={() => setAdding(true)}>添加通行密钥</Button>
        </div>
      ) : null}
      {isAdding ? (
        <AddForm proven={proven} onCodes={onCodes} close={() => setAdding(false)} />
      ) : null}
    </Section>
  )
}

function AddForm({
  proven,
  onCodes,
  close,
}: Pick<Props, 'onCodes'> & {
  readonly proven: (work: () => Promise<void>) => Promise<void>
  readonly close: () => void
}) {
  const { message } = App.useApp()
  const reread = useReread()
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const add = async () => {
    const options = await post<PublicKeyCredentialCreationOptionsJSON>(
      '/api/account/passkeys/begin',
      {},
    )
    const response = await makePasskey(options)
    const { codes } = await post<{ codes?: readonly string[] }>('/api/account/passkeys', {
      name,
      response,
    })
    message.success('通行密钥已添加')
    if (codes !== undefined) onCodes(codes)
    close()
    await reread()
  }
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await proven(add)
    } catch (problem) {
      setError(asApiError(problem).says)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="form-fields"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') void send()
      }}
    >
      <FormRow
        id="passkey-name"
        label="起个名字"
        required
        help="如 办公室电脑、手机、安全密钥"
        error={error}
      >
        <Input
          id="passkey-name"
          autoFocus
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </FormRow>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          添加
        </Button>
        <Button onClick={close}>取消</Button>
      </div>
    </form>
  )
}
