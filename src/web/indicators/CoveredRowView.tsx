import { query } from '../api/client.ts'
import { GoLink } from '../look/GoLink.tsx'
import { StateTag } from '../look/StateTag.tsx'
import { useListPaths } from '../overview/use-list-path.ts'
import type { CoveredRow } from './view.ts'

/** One area, unit or value: how much it has of each thing, with its records, and what it lacks. */
export function CoveredRowView({
  row,
  wants,
}: {
  readonly row: CoveredRow
  readonly wants: readonly string[]
}) {
  const listPath = useListPaths()
  return (
    <li>
      <span className="covered-name">
        {row.name}
        {row.lies === '' ? null : <span className="quiet small"> {row.lies}</span>}
      </span>
      <span>
        <StateTag tone={row.has ? 'end' : 'wait'}>{row.has ? '已达到' : '还没有'}</StateTag>
      </span>
      <span className="covered-held">
        {row.held.map(({ count, of, lacking = [], lists }, at) => (
          <span key={wants[at] ?? at}>
            {wants.length > 1 ? <span className="quiet small">{wants[at]}：</span> : null}
            {of === undefined ? `${count} 件` : `${of} 个中有 ${count} 个`}
            {count === 0
              ? null
              : lists.map(({ kind, filters }) => (
                  <GoLink
                    key={`${kind}${filters['measure'] ?? filters['state'] ?? ''}`}
                    className="covered-list no-print"
                    to={listPath(kind) + query(filters)}
                  >
                    清单
                  </GoLink>
                ))}
            {lacking.length === 0 ? null : (
              <span className="quiet small"> 还缺：{lackText(lacking)}</span>
            )}
          </span>
        ))}
      </span>
    </li>
  )
}

const named = 6

function lackText(lacking: readonly { readonly name: string }[]): string {
  const names = lacking.slice(0, named).map(({ name }) => name)
  const rest = lacking.length - names.length
  return rest === 0 ? names.join('、') : `${names.join('、')}等 ${lacking.length} 个`
}
