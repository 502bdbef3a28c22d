import { useEffect } from 'react'
import { useRouter } from '@tanstack/react-router'
import { useMe } from '../api/use-me.ts'
import { Empty } from '../look/Empty.tsx'
import { TodoPage } from '../workbench/TodoPage.tsx'
import { entryOf, useNav } from './nav-entries.tsx'

/** Where one comes in: the to-dos, or for a post that has none the first work it has. */
export function Home() {
  const { nav } = useMe()
  const { history } = useRouter()
  const entries = useNav()
  // Without to-dos it is an administrator's post: what it is for comes before what it may look at.
  const first = entries.find((screen) => screen.nav === 'settings') ?? entries[0]
  const away = nav.includes('todo') || first === undefined ? undefined : entryOf(first)
  useEffect(() => {
    if (away !== undefined) history.replace(away)
  }, [away, history])
  if (nav.includes('todo')) return <TodoPage />
  return away === undefined ? <Empty says="这个岗位在平台上没有要办的事" /> : null
}
