import type { MouseEvent, ReactNode } from 'react'
import { type At, pathOf } from '../page-address.ts'
import { go } from '../route.ts'

type Props = {
  readonly to: At
  readonly children: ReactNode
  readonly className?: string
  readonly current?: boolean
}

/** A link to another page of these. It can still be opened in a tab of its own. */
export function Go({ to, children, className, current }: Props) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    go(to)
  }
  return (
    <a
      href={pathOf(to)}
      className={className}
      aria-current={current === true ? 'page' : undefined}
      onClick={open}
    >
      {children}
    </a>
  )
}
