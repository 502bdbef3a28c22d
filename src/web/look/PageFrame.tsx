import { useEffect, type ReactNode } from 'react'
import { clockOf, dayOf } from '../../kernel/time.ts'
import { useMe } from '../api/use-me.ts'
import { useNow } from '../api/use-now.ts'

/** The outer frame of every screen: its name, what can be done with it, and a head for print. */
export function PageFrame({
  title,
  extra,
  sub,
  children,
  bare = false,
}: {
  readonly title: string
  readonly extra?: ReactNode
  readonly sub?: ReactNode
  readonly children: ReactNode
  /** The screen shows its own head; only the document is named. */
  readonly bare?: boolean
}) {
  useTitle(title)
  return (
    <>
      <PrintHead />
      {bare ? null : (
        <header className="page-head">
          <h1>{title}</h1>
          {sub === undefined ? null : <span className="quiet">{sub}</span>}
          {extra === undefined ? null : <div className="page-extra no-print">{extra}</div>}
        </header>
      )}
      {children}
    </>
  )
}

/** Says on paper whose page it is, when it was printed and that it is a demonstration. */
function PrintHead() {
  const me = useMe()
  const now = useNow()
  return (
    <div className="only-print">
      <div className="print-head">
        <span>
          同心 · {me.city.name}
          {me.demo ? ' · 演示数据' : ''}
        </span>
        <span>
          {me.post.unit.name} · {me.person.name} · {dayOf(now)} {clockOf(now)} 打印
        </span>
      </div>
    </div>
  )
}

/** Names the document; what waits in the bell stands before it. */
function useTitle(title: string): void {
  const { notices } = useMe()
  useEffect(() => {
    document.title = `${notices > 0 ? `(${notices}) ` : ''}${title} · 同心`
  }, [title, notices])
}
