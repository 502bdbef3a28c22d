import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { asApiError } from '../api/api-error.ts'
import { get } from '../api/client.ts'
import type { Me } from '../api/types.ts'
import { useEnterAs } from '../api/use-me.ts'
import { ProgressLine } from './ProgressLine.tsx'
import { OidcButton, OidcOutcome, oidcOutcome } from './OidcEntry.tsx'
import { lastLogin } from './sign-in.ts'
import { SetUpForm } from './SetUpForm.tsx'
import { SignInForm } from './SignInForm.tsx'
import { TakeOfficeForm } from './TakeOfficeForm.tsx'
import './sign-in.css'

type PublicCity = {
  readonly name: string
  readonly demo: boolean
  readonly accounts?: readonly DemoAccount[]
}
type DemoAccount = {
  readonly login: string
  readonly password: string
  readonly says: string
}

/** The door. In the demonstration city it says which keys fit. */
export function SignInPage() {
  const enter = useEnterAs()
  const city = useQuery({
    queryKey: ['public-city'],
    queryFn: () => get<PublicCity>('/api/public/city'),
    retry: false,
  })
  const [login, setLogin] = useState(lastLogin)
  const [picked, setPicked] = useState<DemoAccount>()
  useEffect(() => {
    document.title = '登录 · 同心'
  }, [])
  const accounts = city.data?.demo === true ? (city.data.accounts ?? []) : []
  return (
    <>
      <ProgressLine />
      <main className="door">
        <section className="door-card sheet">
          <h1>
            <b>同心</b>
            <span>{city.data?.name ?? ''}基层治理平台</span>
          </h1>
          {city.data?.demo === true ? (
            <p>
              <span className="demo-mark">演示数据</span>{' '}
              <span className="quiet">人和事都是编的，可以放心试</span>
            </p>
          ) : null}
          {asApiError(city.error).code === 'notSetUp' ? (
            <SetUpForm
              onDone={(made) => {
                setLogin(made)
                void city.refetch()
              }}
            />
          ) : (
            <Entry {...{ login, setLogin, picked, enter }} />
          )}
        </section>
        <DemoAccounts
          accounts={accounts}
          picked={picked}
          pick={(account) => {
            setPicked(account)
            setLogin(account.login)
          }}
        />
      </main>
    </>
  )
}

/** How one gets in: by password, by the city's provider, or the first time with a code. */
function Entry({
  login,
  setLogin,
  picked,
  enter,
}: {
  readonly login: string
  readonly setLogin: (login: string) => void
  readonly picked: DemoAccount | undefined
  readonly enter: (me: Me) => void
}) {
  const [isTaking, setTaking] = useState(false)
  const [outcome] = useState(oidcOutcome)
  if (isTaking)
    return (
      <TakeOfficeForm
        onCancel={() => setTaking(false)}
        onDone={(made) => {
          setLogin(made)
          setTaking(false)
        }}
      />
    )
  return (
    <>
      {outcome === undefined ? null : <OidcOutcome outcome={outcome} onDone={enter} />}
      {outcome === 'second' ? null : (
        <SignInForm
          key={picked?.login ?? ''}
          login={login}
          setLogin={setLogin}
          password={picked?.password ?? ''}
          onDone={enter}
        />
      )}
      <OidcButton />
      <p className="quiet small">
        忘记密码请联系本单位的系统管理员。
        <button type="button" className="linklike" onClick={() => setTaking(true)}>
          开通三员账号
        </button>
      </p>
    </>
  )
}

function DemoAccounts({
  accounts,
  picked,
  pick,
}: {
  readonly accounts: readonly DemoAccount[]
  readonly picked: DemoAccount | undefined
  readonly pick: (account: DemoAccount) => void
}) {
  if (accounts.length === 0) return null
  return (
    <section className="door-accounts">
      <h2>演示账号</h2>
      <p className="quiet small">点一个填入，再按登录</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.login}>
            <button
              type="button"
              className={picked?.login === account.login ? 'account on' : 'account'}
              onClick={() => pick(account)}
            >
              <b>{account.says}</b>
              <span className="quiet">
                {account.login} / {account.password}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
