import { BelowTable } from './BelowTable.tsx'
import { CoveredList } from './CoveredList.tsx'
import { Formula } from './Formula.tsx'
import type { PartProps } from './part.ts'
import { Periods } from './Periods.tsx'
import { Value } from './Value.tsx'

/** One figure: value and references, formula, periods, areas below, and the list behind it. */
export function PartSheet({
  named,
  stale,
  ...props
}: PartProps & { readonly named: boolean; readonly stale: boolean }) {
  const { part } = props
  const isCovered =
    part.wider === undefined &&
    part.untold !== true &&
    part.terms.some(({ covered }) => covered !== undefined)
  return (
    <section
      className={stale ? 'indicator-part overview stale' : 'indicator-part'}
      aria-busy={stale}
      aria-label={part.label}
    >
      {named ? <h2 className="indicator-name">{part.label}</h2> : null}
      <div className="overview-columns">
        <div className="overview-wide">
          <Value {...props} />
          <Periods {...props} />
          <BelowTable {...props} />
        </div>
        <div className="overview-side">
          <Formula {...props} />
        </div>
      </div>
      {isCovered ? <CoveredList {...props} /> : null}
    </section>
  )
}
