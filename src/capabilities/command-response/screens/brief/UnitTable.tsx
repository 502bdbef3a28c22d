import { GoLink } from '../../../../web/look/GoLink.tsx'
import { type BriefView, linkTo } from './brief.ts'

const shown = 8

/** Who has how much in hand, and how much of it is late. */
export function UnitTable({
  units,
  area,
}: {
  readonly units: BriefView['units']
  readonly area: number
}) {
  const here = { area: String(area), open: '1' }
  return (
    <section>
      <h2>各单位在办</h2>
      {units.length === 0 ? (
        <p className="quiet">没有在办的诉求。</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>单位</th>
              <th className="number">在办（件）</th>
              <th className="number">超时（件）</th>
            </tr>
          </thead>
          <tbody>
            {units.slice(0, shown).map(({ unit, open, late }) => (
              <tr key={unit.id}>
                <td>{unit.name}</td>
                <td className="number">
                  <GoLink to={linkTo({ ...here, unit: String(unit.id) })}>{open}</GoLink>
                </td>
                <td className="number">
                  {late === 0 ? (
                    '0'
                  ) : (
                    <GoLink
                      className="clock-late"
                      to={linkTo({ ...here, unit: String(unit.id), late: '1' })}
                    >
                      {late}
                    </GoLink>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {units.length > shown ? (
        <GoLink className="small" to={linkTo(here)}>
          共 {units.length} 个单位，查看全部在办
        </GoLink>
      ) : null}
    </section>
  )
}
