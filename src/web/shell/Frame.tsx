import type { ReactNode } from 'react'
import { useMe } from '../api/use-me.ts'
import { useLiveQueries } from '../live/use-live.ts'
import { GoLink } from '../look/GoLink.tsx'
import { Bell } from './Bell.tsx'
import { BottomBar } from './BottomBar.tsx'
import { DeputyLine } from './DeputyLine.tsx'
import { NavLinks } from './NavLinks.tsx'
import { PostSwitch } from './PostSwitch.tsx'
import { ProgressLine, useProgress } from './ProgressLine.tsx'
import { Search } from './Search.tsx'

/** Navigation by work at the left, and at the top the search, the bell and the post one acts in. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const me = useMe()
  const loading = useProgress()
  useLiveQueries()
  return (
    <div className={loading === undefined ? 'frame' : 'frame has-progress'}>
      <header className="frame-top">
        <GoLink to="/" className="brand">
          <b>同心</b>
          <small className="quiet">{me.city.name}</small>
        </GoLink>
        {me.demo ? <span className="demo-mark">演示数据</span> : null}
        <Search />
        <Bell />
        <PostSwitch />
      </header>
      <ProgressLine />
      <nav className="frame-nav" aria-label="主导航">
        <NavLinks />
      </nav>
      <main className="frame-main">
        <DeputyLine />
        {children}
      </main>
      <BottomBar />
    </div>
  )
}
