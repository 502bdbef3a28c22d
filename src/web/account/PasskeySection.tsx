import { Button } from 'antd'
import { useState } from 'react'
import { hasPasskeys } from '../api/passkey.ts'
import { AddPasskeyForm } from './AddPasskeyForm.tsx'
import { Stands } from './AppSection.tsx'
import { PasskeyRow } from './PasskeyRow.tsx'
import { Section } from './Section.tsx'
import type { AccountView } from './use-account.ts'
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
        <AddPasskeyForm proven={proven} onCodes={onCodes} close={() => setAdding(false)} />
      ) : null}
    </Section>
  )
}
