import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  readonly title: string
  /** Stands above the title: which step this is, and the way back. */
  readonly above?: ReactNode
  readonly children: ReactNode
}

/** One thing on one page. Coming from another page the heading takes the focus, so that a screen
 *  reader says where one is. */
export function Page({ title, above, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (pagesSeen > 0) {
      scrollTo(0, 0)
      heading.current?.focus()
    }
    pagesSeen += 1
  }, [])
  return (
    <>
      <title>{`${title} · 网格上报`}</title>
      {above}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </>
  )
}

let pagesSeen = 0
