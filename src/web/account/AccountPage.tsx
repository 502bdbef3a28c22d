import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { PageFrame } from '../look/PageFrame.tsx'
import { Waiting } from '../look/Waiting.tsx'
import { AppSection } from './AppSection.tsx'
import { CodesSection } from './CodesSection.tsx'
import { DeviceSection } from './DeviceSection.tsx'
import { IdentitySection } from './IdentitySection.tsx'
import { LogSection } from './LogSection.tsx'
import { PasskeySection } from './PasskeySection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { type AccountView, accountQuery } from './use-account.ts'
import './account.css'

/** How one's account is entered, where it is entered now, and what happened at its door. */
export function AccountPage() {
  const account = useQuery(accountQuery)
  return (
    <PageFrame title="账号与安全" sub={account.data?.login}>
      {account.data !== undefined ? (
        <Sections account={account.data} />
      ) : account.error === null ? (
        <Waiting />
      ) : (
        <ErrorBox error={account.error} retry={() => void account.refetch()} />
      )}
    </PageFrame>
  )
}

/** While something must be done first, only that is there to do. */
function Sections({ account }: { readonly account: AccountView }) {
  const [codes, setCodes] = useState<readonly string[]>()
  const { mustFirst } = account
  if (mustFirst === 'changePassword')
    return (
      <div className="account-page">
        <p className="note-box">
          现在的密码是管理员给的。请先改成只有自己知道的密码，改好后就能办理业务。
        </p>
        <PasswordSection isOpen />
      </div>
    )
  return (
    <div className="account-page">
      {mustFirst === 'addFactor' ? (
        <p className="note-box">
          您的岗位登录时要有第二因素。请在下面添加验证器或通行密钥中的一种，添加后就能办理业务。
        </p>
      ) : null}
      {mustFirst === 'addFactor' ? null : <PasswordSection />}
      <AppSection account={account} onCodes={setCodes} />
      <PasskeySection account={account} onCodes={setCodes} />
      <CodesSection account={account} codes={codes} setCodes={setCodes} />
      {mustFirst === 'addFactor' ? null : (
        <>
          <IdentitySection />
          <DeviceSection account={account} />
          <LogSection />
        </>
      )}
    </div>
  )
}
