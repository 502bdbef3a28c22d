import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useMe } from '../api/use-me.ts'
import { PageWaiting } from './PageWaiting.tsx'
import { useSignOut } from './sign-in.ts'

const AccountPage = lazy(async () => ({
  default: (await import('../account/AccountPage.tsx')).AccountPage,
}))

/** Who must first change a password or set up a second factor reaches their account and no more. */
export function MustFirst() {
  const me = useMe()
  const signOut = useSignOut()
  return (
    <main className="must-first">
      <div className="row spread">
        <span>
          <b>同心</b> <span className="quiet">{me.city.name}</span>
        </span>
        <span className="row">
          {me.person.name}
          <Button onClick={() => void signOut()}>退出登录</Button>
        </span>
      </div>
      <Suspense fallback={<PageWaiting />}>
        <AccountPage />
      </Suspense>
    </main>
  )
}
