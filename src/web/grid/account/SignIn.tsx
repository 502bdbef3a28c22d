import { type FormEvent, useEffect, useState } from 'react'
import { listIn, objectIn, textIn } from '../../residents/net/read.ts'
import { describedBy, FieldFrame } from '../../residents/parts/FieldFrame.tsx'
import { Tick } from '../../residents/parts/Tick.tsx'
import type { Refusal } from '../net/reply.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { go, usePage } from '../route.ts'
import type { Way } from '../work/second-step.ts'
import { useSnapshot, useWork } from '../work/use-work.ts'
import { SecondStep } from './SecondStep.tsx'

/** Signing in, over whatever one was doing: nothing that was written is lost by it. */
export function SignIn() {
  const work = useWork()
  const { page } = usePage()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<Refusal>()
  const [stay, setStay] = useState(false)
  const [busy, setBusy] = useState(false)
  const [ways, setWays] = useState<readonly Way[]>()
  // Who came to this page only to sign in came to report.
  const entered = () => {
    if (page === 'account') go({ page: 'report' }, { replace: true })
  }
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await work.signIn(login.trim(), password, stay)
    setBusy(false)
    if (answer !== undefined && 'ways' in answer) return setWays(answer.ways)
    setRefusal(answer)
    if (answer === undefined) entered()
  }
  if (ways !== undefined)
    return (
      <SecondStep
        ways={ways}
        onDone={entered}
        again={(refused) => {
          setWays(undefined)
          setRefusal(refused)
        }}
      />
    )
  return (
    <>
      {refusal !== undefined && <RefusalNote refusal={refusal} />}
      <OthersWait />
      <form onSubmit={(event) => void enter(event)}>
        <Fields login={login} setLogin={setLogin} password={password} setPassword={setPassword} />
        <Tick
          id="stay"
          label="这台手机只有我用，保持登录"
          hint="共用的手机请不要勾选。"
          checked={stay}
          onChange={setStay}
        />
        <button type="submit" className="button main" aria-disabled={busy}>
          {busy ? '正在登录' : '登录'}
        </button>
      </form>
      <DemoAccounts
        choose={(account) => {
          setLogin(account.login)
          setPassword(account.password)
        }}
      />
    </>
  )
}

/** What others wrote on this telephone waits for them. */
function OthersWait() {
  const { ofOthers } = useSnapshot()
  if (ofOthers === 0) return null
  return (
    <p className="note">
      这台手机上还有 {ofOthers} 件没有发出，写它的人登录后会接着发；别人登录，不会发，也看不到。
    </p>
  )
}

function Fields({
  login,
  setLogin,
  password,
  setPassword,
}: {
  readonly login: string
  readonly setLogin: (login: string) => void
  readonly password: string
  readonly setPassword: (password: string) => void
}) {
  return (
    <>
      <Field id="login" label="账号" value={login} change={setLogin} complete="username" />
      <Field
        id="password"
        label="密码"
        type="password"
        value={password}
        change={setPassword}
        complete="current-password"
      />
    </>
  )
}

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly type?: 'password'
  readonly value: string
  readonly change: (value: string) => void
  readonly complete: string
}

function Field({ id, label, type, value, change, complete }: FieldProps) {
  return (
    <FieldFrame id={id} label={label}>
      <input
        id={id}
        type={type ?? 'text'}
        value={value}
        autoComplete={complete}
        autoCapitalize="off"
        spellCheck={false}
        required
        {...describedBy({ id })}
        onChange={(event) => change(event.target.value)}
      />
    </FieldFrame>
  )
}

/** In the demo city one may be anybody. */
function DemoAccounts({ choose }: { readonly choose: (account: DemoAccount) => void }) {
  const demo = useDemoAccounts()
  if (demo.length === 0) return null
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">演示账号</h2>
      <div className="tiles one">
        {demo.map((account) => (
          <button
            key={account.login}
            type="button"
            className="button tile"
            onClick={() => choose(account)}
          >
            {account.says}
          </button>
        ))}
      </div>
    </section>
  )
}

type DemoAccount = { readonly login: string; readonly password: string; readonly says: string }

/** Of the demo city's accounts, those that this page is for. */
function useDemoAccounts(): readonly DemoAccount[] {
  const { call } = useWork()
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([])
  useEffect(() => {
    let wanted = true
    void call({ path: '/api/public/city' }).then((reply) => {
      if (!wanted || reply.is !== 'done') return
      const all = listIn(objectIn(reply.body)['accounts']).map((from) => ({
        login: textIn(from, 'login'),
        password: textIn(from, 'password'),
        says: textIn(from, 'says'),
      }))
      setAccounts(all.filter(({ says }) => /网格|社区工作者/.test(says)))
    })
    return () => {
      wanted = false
    }
  }, [call])
  return accounts
}
