import { GoLink } from '../../../../web/look/GoLink.tsx'
import { Empty } from '../../../../web/look/Empty.tsx'
import { useNow } from '../../../../web/api/use-now.ts'
import { instantOf } from '../../../../kernel/time.ts'
import { leftText } from './left.ts'
import type { WaitingItem } from './view.ts'

/** What one's own unit is expected to do about lists, admissions, tasks and inspections. */
export function WaitingHere({ items }: { readonly items: readonly WaitingItem[] }) {
  const now = useNow()
  return (
    <section className="sheet mandate-part" aria-labelledby="mandate-waiting">
      <h2 id="mandate-waiting">
        等本单位办理 <span className="quiet">{items.length} 件</span>
      </h2>
      {items.length === 0 ? (
        <Empty says="没有等本单位办理的清单、准入和检查事项" />
      ) : (
        <ul className="mandate-waiting">
          {items.map((item) => {
            const due = item.due === undefined ? undefined : instantOf(item.due)
            const late = due !== undefined && due < now
            return (
              <li key={`${item.id}${item.does}`}>
                <GoLink to={`/r/${item.id}`}>{item.title}</GoLink>
                <span className="quiet small">{item.kindLabel}</span>
                <span className="tag tag-work">
                  <span aria-hidden="true">●</span>
                  {item.does}
                </span>
                {due === undefined ? null : (
                  <span className={late ? 'clock-late small' : 'quiet small'}>
                    {leftText(due, now)}
                  </span>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
