import { useKinds } from '../../../../web/api/use-directory.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { Empty } from '../../../../web/look/Empty.tsx'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { movedText } from '../../../../web/overview/words.ts'
import { type DemandRanking, type DemandRow, listPath, proposalPath } from './ranking.ts'

/** A row per kind of demand: how many, how that moved, and what became of it. */
export function DemandTable({ ranking }: { readonly ranking: DemandRanking }) {
  const { starts } = useMe()
  const mayPropose = starts.some(
    ({ kind, command }) => kind === 'frequent-demand-project' && command === 'propose',
  )
  const large = ranking.rows.filter(({ small }) => !small)
  const most = Math.max(...large.map(({ count }) => count))
  return (
    <>
      <div className="sheet demands-scroll">
        <table className="plain-table demands">
          <thead>
            <tr>
              <th>类别</th>
              <th className="number">件数</th>
              <th className="hide-narrow">较上一期</th>
              <th>“一把手”工程</th>
            </tr>
          </thead>
          <tbody>
            {large.map((row) => (
              <tr key={row.category}>
                <th scope="row">
                  {row.label}
                  <span className="quiet small hide-narrow"> {row.group}</span>
                  <span className="demand-bar" aria-hidden="true">
                    <i style={{ width: `${(row.count / most) * 100}%` }} />
                  </span>
                </th>
                <td className="number">
                  <GoLink to={listPath(ranking, row)}>{row.count}</GoLink>
                </td>
                <td className="quiet hide-narrow">
                  {movedText({ whole: row.count, before: row.before })}
                </td>
                <td>
                  <Project row={row} ranking={ranking} mayPropose={mayPropose} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {large.length > 0 ? null : <Empty says="这个时期没有满 5 件的类别" />}
      </div>
      <Small ranking={ranking} />
      <p className="quiet small">
        满 {ranking.threshold}{' '}
        件的类别，由派单单位或街道提请书记领办；治理前后的件数由系统计，不由人填。
      </p>
    </>
  )
}

/** What is too small for an order is named in one line. */
function Small({ ranking }: { readonly ranking: DemandRanking }) {
  const small = ranking.rows.filter((row) => row.small)
  if (small.length === 0) return null
  return (
    <p className="sheet demands-small">
      <span className="quiet">不足 5 件，不排序：</span>
      {small.map((row) => (
        <span key={row.category} className="nowrap">
          {row.label} <GoLink to={listPath(ranking, row)}>{row.count}</GoLink>
        </span>
      ))}
    </p>
  )
}

function Project({
  row,
  ranking,
  mayPropose,
}: {
  readonly row: DemandRow
  readonly ranking: DemandRanking
  readonly mayPropose: boolean
}) {
  const states = useKinds().get('frequent-demand-project')?.states
  const { project } = row
  if (project !== undefined)
    return (
      <GoLink to={`/r/${project.id}`}>
        {states?.[project.state]?.label ?? project.number}
        {project.after === undefined ? '' : `，治理后 ${project.after} 件`}
      </GoLink>
    )
  if (row.count < ranking.threshold) return <span className="quiet">—</span>
  return mayPropose ? (
    <GoLink to={proposalPath(ranking, row)}>提请书记领办</GoLink>
  ) : (
    <span className="quiet">可以提请</span>
  )
}
