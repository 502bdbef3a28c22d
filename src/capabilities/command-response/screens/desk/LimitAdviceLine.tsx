import { dayOf, instantOf, momentText, yearOf } from '../../../../kernel/time.ts'
import { useNow } from '../../../../web/api/use-now.ts'
import type { LimitAdvice } from './advice.ts'

/** The limit that follows and the moment it ends; how it was reckoned stands behind a click. */
export function LimitAdviceLine({ limit }: { readonly limit: LimitAdvice }) {
  const now = useNow()
  const due = instantOf(limit.due)
  return (
    <section className="advice-part">
      <h3>办理时限</h3>
      <p>
        {limit.label} · {limit.limitText}
        {due === undefined ? null : (
          <>
            ，<b>{momentText(due, yearOf(dayOf(now)))}</b> 到期
          </>
        )}
      </p>
      {limit.explain.length === 0 ? null : (
        <details className="small">
          <summary>怎么算的</summary>
          {limit.explain.map((line) => (
            <div key={line} className="quiet">
              {line}
            </div>
          ))}
        </details>
      )}
    </section>
  )
}
