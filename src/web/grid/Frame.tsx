import type { ReactNode } from 'react'
import { LargeLetters } from '../residents/parts/LargeLetters.tsx'
import type { PageName } from './page-address.ts'
import { Go } from './parts/Go.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useSnapshot } from './work/use-work.ts'

const tabs: readonly (readonly [string, readonly PageName[]])[] = [
  ['上报', ['report', 'where', 'send']],
  ['发送情况', ['box', 'decide']],
  ['我报的', ['findings', 'finding']],
]

type Props = { readonly page: PageName; readonly children: ReactNode }

/** What stands around every page: who, how things stand, and three places to go. */
export function Frame({ page, children }: Props) {
  const { me, entries } = useSnapshot()
  const open = entries.filter(({ state }) => state !== 'sent').length
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="top">
        <div className="inner">
          <Go to={{ page: 'account' }} className="brand">
            {me === undefined ? '网格上报' : `网格上报 · ${me.person.name}`}
          </Go>
          {me?.demo === true && <span className="demo">演示数据</span>}
          <LargeLetters />
        </div>
      </header>
      {me !== undefined && (
        <nav className="tabs" aria-label="主导航">
          {tabs.map(([label, pages]) => {
            const [first] = pages
            const count = first === 'box' ? open : 0
            return first === undefined ? null : (
              <Go key={label} to={{ page: first }} current={pages.includes(page)}>
                {label}
                {count > 0 && (
                  <span className="count">
                    {count}
                    <span className="sr"> 件没有发出</span>
                  </span>
                )}
              </Go>
            )
          })}
        </nav>
      )}
      <StatusLine />
      <main id="main" className="inner" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}
