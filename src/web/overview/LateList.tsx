import { GoLink } from '../look/GoLink.tsx'
import type { PartProps } from './part-props.ts'

/** With whom the late ones are, now. Of a past day only what ran late is known, and stands above. */
export function LateList({ view, behind }: PartProps) {
  const { lateUnits, late = 0 } = view.stock
  if (lateUnits === undefined) return null
  const most = Math.max(1, ...lateUnits.map(({ count }) => count))
  const rest = late - lateUnits.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="sheet overview-part">
      <h2>超时在办在哪里</h2>
      {lateUnits.length === 0 ? <p className="quiet">现在没有超时件。</p> : null}
      <ul className="overview-bars overview-late">
        {lateUnits.map(({ id, name, count }) => (
          <li key={id}>
            <span className="row spread">
              <span>{name}</span>
              <GoLink className="clock-late" to={behind.late({ unit: id })}>
                {count} 件
              </GoLink>
            </span>
            <span className="overview-bar" aria-hidden="true">
              <i style={{ width: `${(count / most) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <GoLink to={behind.late()}>其余单位还有 {rest} 件</GoLink> : null}
    </section>
  )
}
