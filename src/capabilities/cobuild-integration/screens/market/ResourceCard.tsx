import { GoLink } from '../../../../web/look/GoLink.tsx'
import { useMe } from '../../../../web/api/use-me.ts'
import type { Resource } from './match.ts'

/** What a unit opens: when, on what conditions, how often it was used. */
export function ResourceCard({ resource }: { readonly resource: Resource }) {
  const { starts, post } = useMe()
  const mayBook = starts.some(({ kind }) => kind === 'resource-booking')
  const { id, title, topic, form, unit, days, hours, conditions, scope, used, until } = resource
  return (
    <article className="market-card">
      <p className="market-kicker">
        <span className="tag">{topic}</span>
        <span className="quiet">{form}</span>
      </p>
      <h3>
        <GoLink to={`/r/${id}`}>{title}</GoLink>
      </h3>
      <p className="small">{unit.name}</p>
      <p className="quiet small">
        {days.length === 7 ? '每天' : days.join('、')} {hours.join('、')}
        {until === '' ? '' : `，到 ${until}`} · 向{scope === '' ? '全市' : scope}开放
      </p>
      <p className="small">{conditions}</p>
      <p className="row spread small">
        <span className="quiet">{used === 0 ? '还没有用过' : `用过 ${used} 次`}</span>
        {mayBook && post.unit.type === 'community' ? (
          <GoLink to={`/new/resource-booking/book?resource=${id}&area=${post.unit.area}`}>
            预约
          </GoLink>
        ) : null}
      </p>
    </article>
  )
}
