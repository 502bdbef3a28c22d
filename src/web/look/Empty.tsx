import type { ReactNode } from 'react'

/** What would be here; an empty place is an answer too. */
export function Empty({
  says,
  children,
}: {
  readonly says: string
  readonly children?: ReactNode
}) {
  return (
    <div className="empty">
      <p>{says}</p>
      {children === undefined ? null : <p>{children}</p>}
    </div>
  )
}
