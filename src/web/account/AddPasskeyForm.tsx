import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { post } from '../api/client.ts'
import { makePasskey } from '../api/passkey.ts'
import { FormRow } from '../forms/FormRow.tsx'
import { useReread } from './use-account.ts'

type Props = {
  readonly proven: (work: () => Promise<void>) => Promise<void>
  readonly onCodes: (codes: readonly string[]) => void
  readonly close: () => void
}

/** A new passkey and the name by which one will know it again. */
export function AddPasskeyForm(props: Props) {
  const [name, setName] = useState('')
  const { send, error, busy } = useAdding(props, name)
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
        <Button onClick={props.close}>取消</Button>
      </div>
    </form>
  )
}

function useAdding({ proven, onCodes, close }: Props, name: string) {
  const { message } = App.useApp()
  const reread = useReread()
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const add = async () => {
    const begun = '/api/account/passkeys/begin'
    const options = await post<PublicKeyCredentialCreationOptionsJSON>(begun, {})
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
  return { send, error, busy }
}
