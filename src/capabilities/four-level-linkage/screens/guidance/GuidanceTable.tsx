import { GoLink } from '../../../../web/look/GoLink.tsx'
import type { Valued } from '../../../../web/indicators/view.ts'
import { baseText, figureText } from '../../../../web/indicators/words.ts'
import type { GuidanceRow, GuidanceView } from './view.ts'

/** One requirement a line: whether it is mandatory for this class, its figure, and what is under way. */
export function GuidanceTable({
  guidance,
  figures,
}: {
  readonly guidance: GuidanceView
  /** Not there yet while they are reckoned. */
  readonly figures: readonly Valued[] | undefined
}) {
  return (
    <div className="sheet guidance-sheet">
      <table className="guidance-table">
        <thead>
          <tr>
            <th>要求</th>
            <th>难题</th>
            <th>本市</th>
            <th className="guidance-more">率先破解的城市</th>
            <th className="guidance-more">其他城市</th>
            <th>现在怎么样</th>
            <th>突破措施</th>
          </tr>
        </thead>
        <tbody>
          {guidance.rows.map((row) => (
            <tr key={row.name}>
              <td>{row.label}</td>
              <td className="nowrap quiet">{row.difficulty}</td>
              <td className="nowrap">
                <Scope row={row} />
              </td>
              <td className="guidance-more quiet">{row.leading}</td>
              <td className="guidance-more quiet">{row.other}</td>
              <td>
                <Stands figures={figures?.filter(({ id }) => id === row.indicator)} />
              </td>
              <td>
                <Items row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Scope({ row }: { readonly row: GuidanceRow }) {
  const sign = row.scope === 'everywhere' ? '■' : row.scope === 'central' ? '◧' : '□'
  return (
    <span className={row.scope === 'adapted' ? 'tag' : 'tag tag-work'}>
      <span aria-hidden="true">{sign}</span>
      {row.scopeLabel}
    </span>
  )
}

/** A requirement's figure with its base, as of the day; each opens its own page. */
function Stands({ figures }: { readonly figures: readonly Valued[] | undefined }) {
  if (figures === undefined) return <span className="quiet">正在取数…</span>
  if (figures.length === 0) return <span className="quiet">本市还没有这项指标</span>
  return (
    <ul>
      {figures.map((one) => (
        <li key={`${one.id}${one.part ?? ''}`}>
          <GoLink to={`/indicators/${one.id}`}>{one.label}</GoLink>{' '}
          {one.figure === undefined ? (
            <span className="quiet">没有数据</span>
          ) : (
            <>
              <b>{figureText(one.figure, one)}</b>
              <span className="quiet small"> {baseText(one.figure, one) ?? ''}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Items({ row }: { readonly row: GuidanceRow }) {
  const path = `/k/breakthrough-item?f.requirement=${row.name}`
  if (row.open + row.finished === 0)
    return <span className={row.scope === 'adapted' ? 'quiet' : 'guidance-none'}>还没有措施</span>
  return (
    <span className="row">
      {row.finished === 0 ? null : (
        <GoLink to={`${path}&state=finished`}>✓ 已落实 {row.finished}</GoLink>
      )}
      {row.open === 0 ? null : <GoLink to={`${path}&state=open`}>落实中 {row.open}</GoLink>}
      {row.late === 0 ? null : (
        <GoLink className="guidance-late" to={`${path}&late=1`}>
          ! 超时 {row.late}
        </GoLink>
      )}
    </span>
  )
}
