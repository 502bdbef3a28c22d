import type { Period } from '../../kernel/indicator.ts'
import { BelowTable } from './BelowTable.tsx'
import { CoveredList } from './CoveredList.tsx'
import { Formula } from './Formula.tsx'
import { Periods } from './Periods.tsx'
import type { Asked } from './use-indicators.ts'
import { Value } from './Value.tsx'
import type { DetailView, Part } from './view.ts'

export type PartProps = {
  readonly view: DetailView
  readonly part: Part
  readonly asked: Asked
  readonly period: Period
  /** Where the page is with something changed. */
  readonly reach: (changes: Readonly<Record<string, string | undefined>>) => string
  readonly enter: (code: number) => void
}

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
