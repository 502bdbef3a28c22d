import { addDays } from '../../../../kernel/time.ts'
import { Empty } from '../../../../web/look/Empty.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { shortPlace } from '../short-place.ts'
import { type Cluster, growthText, linkTo } from './brief.ts'

const shown = 6

/** Where the same thing is asked again and again: category and place, against the weeks before. */
export function Clusters({
  clusters,
  date,
}: {
  readonly clusters: readonly Cluster[]
  readonly date: string
}) {
  const most = Math.max(1, ...clusters.map(({ count }) => count))
  return (
    <section>
      <h2>近 7 天集中反映</h2>
      {clusters.length === 0 ? <Empty says="近 7 天没有明显集中的问题" /> : null}
      <ul className="brief-list">
        {clusters.slice(0, shown).map((cluster) => (
          <li key={`${cluster.category}-${cluster.area.code}`}>
            <div className="row spread">
              <span>
                <b>{cluster.categoryLabel}</b> · {shortPlace(cluster.area.path)}
              </span>
              <GoLink to={linkTo(filtersOf(cluster, date))}>{cluster.count} 件</GoLink>
            </div>
            <div className="brief-bar" aria-hidden="true">
              <i style={{ width: `${(cluster.count / most) * 100}%` }} />
            </div>
            <span className="quiet small">{growthText(cluster.count, cluster.before)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function filtersOf({ category, area }: Cluster, date: string) {
  return { category, area: String(area.code), from: addDays(date, -6), to: date }
}
