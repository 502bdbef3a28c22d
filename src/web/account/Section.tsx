import type { ReactNode } from 'react'

/** One matter of the account: what it is, how it stands, and what can be done about it. */
export function Section({
  id,
  title,
  state,
  about,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly state?: ReactNode
  readonly about?: string
  readonly children?: ReactNode
}) {
  return (
    <section className="sheet account-section" aria-labelledby={id}>
      <div className="row spread">
        <h2 id={id}>{title}</h2>
        {state}
      </div>
      {about === undefined ? null : <p className="quiet">{about}</p>}
      {children}
    </section>
  )
}
