import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { asApiError } from '../api/api-error.ts'
import { session } from '../api/open-session.ts'
import { useReferenceAhead } from '../api/use-directory.ts'
import { meQuery } from '../api/use-me.ts'
import { ErrorBox } from '../look/ErrorBox.tsx'
import { Frame } from './Frame.tsx'
import { MustFirst } from './MustFirst.tsx'
import { PageWaiting } from './PageWaiting.tsx'
import { SignInOver } from './SignInOver.tsx'
import { SignInPage } from './SignInPage.tsx'

/** Who is not signed in sees the sign-in at whatever address they came to, and stays there. */
export function Root() {
  const me = useQuery(meQuery)
  const status = me.error === null ? undefined : asApiError(me.error).status
  useReferenceAhead(me.data !== undefined && me.data.mustFirst === undefined)
  const expired = me.data !== undefined && status === 401
  useEffect(() => {
    if (expired && !session.isAway()) void session.away()
  }, [expired])
  if (me.data === undefined) {
    if (status === 401) return <SignInPage />
    return (
      <div className="splash">
        {me.error === null ? (
          <PageWaiting />
        ) : (
          <ErrorBox error={me.error} retry={() => void me.refetch()} />
        )}
      </div>
    )
  }
  if (me.data.mustFirst !== undefined)
    return (
      <>
        <MustFirst />
        <SignInOver />
      </>
    )
  return (
    <>
      <Frame>
        <Suspense fallback={<PageWaiting />}>
          <Outlet />
        </Suspense>
      </Frame>
      <SignInOver />
    </>
  )
}
