import { GoLink } from '../look/GoLink.tsx'
import type { PartProps } from './part-props.ts'

/** Where the open ones stand, in the order of the steps. */
export function StateList({ view, behind }: PartProps) {
  const { states, open } = view.stock
  if (states.length === 0) return null
  return (
    <section className="sheet overview-part">
      <h2>在办在哪一步</h2>
      <ul className="overview-bars">
        {states.map(({ state, label, count }) => (
          <li key={state}>
            <span className="row spread">
              <span>{label}</span>
              <GoLink to={behind.state(state)}>{count} 件</GoLink>
            </span>
            <span className="overview-bar" aria-hidden="true">
              <i style={{ width: `${(count / Math.max(1, open)) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
