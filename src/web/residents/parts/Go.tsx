import type { MouseEvent, ReactNode } from 'react'
import { type PageName, pathOf } from '../page-address.ts'
import { go } from '../route.ts'

type Props = {
  readonly to: PageName
  readonly children: ReactNode
  readonly className?: string
  /** Where that page's own 'go on' leads. */
  readonly next?: PageName
}

/** A link to another page of these. It can still be opened in a tab of its own. */
export function Go({ to, children, className, next }: Props) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(to, next === undefined ? {} : { next })
  }
  return (
    <a href={pathOf(to)} className={className} onClick={open}>
      {children}
    </a>
  )
}
