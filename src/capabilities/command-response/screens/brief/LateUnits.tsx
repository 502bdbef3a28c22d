import { useNow } from '../../../../web/api/use-now.ts'
import type { RecordRow } from '../../../../web/api/types.ts'
import { GoLink } from '../../../../web/look/GoLink.tsx'
import { timeLeft } from '../../../../web/look/time-left.ts'
import { type LateUnit, linkTo } from './brief.ts'

const unitsShown = 6
const rowsShown = 2

/** What is late, by whom: the units with the most, and the oldest of each. */
export function LateUnits({
  late,
  area,
}: {
  readonly late: readonly LateUnit[]
  readonly area: number
}) {
  const rest = late.slice(unitsShown).reduce((sum, { count }) => sum + count, 0)
  return (
    <section>
      <h2>超时在办</h2>
      {late.length === 0 ? <p className="quiet">没有超时的诉求。</p> : null}
      <ul className="brief-list">
        {late.slice(0, unitsShown).map(({ unit, count, rows }) => (
          <li key={unit.id}>
            <div className="row spread">
              <b>{unit.name}</b>
              <GoLink
                className="clock-late"
                to={linkTo({ area: String(area), unit: String(unit.id), open: '1', late: '1' })}
              >
                {count} 件
              </GoLink>
            </div>
            {rows.slice(0, rowsShown).map((row) => (
              <LateRow key={row.id} row={row} />
            ))}
          </li>
        ))}
      </ul>
      {rest === 0 ? null : (
        <GoLink to={linkTo({ area: String(area), open: '1', late: '1' })}>
          其余单位还有 {rest} 件
        </GoLink>
      )}
    </section>
  )
}

function LateRow({ row }: { readonly row: RecordRow }) {
  const left = timeLeft(row, useNow())
  return (
    <div className="row spread brief-row">
      <GoLink to={`/r/${row.id}`} className="brief-title">
        {row.title}
      </GoLink>
      <span className="quiet small nowrap">{left?.short}</span>
    </div>
  )
}
