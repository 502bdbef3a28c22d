/** A declared figure: what is counted over what, in words and in measures, so that any number on a
 *  screen can be drilled to the records behind it. */
export type Indicator = {
  readonly id: string
  /** Where one id of the list has several rates. */
  readonly part?: string
  readonly systems: readonly string[]
  readonly label: string
  readonly formula: string
  readonly unit: string
  readonly numerator: readonly Term[]
  readonly denominator: readonly Term[]
  /** Cohort: by the day the record began; flow: by the day it happened; month: by whole months. */
  readonly by: 'cohort' | 'flow' | 'month'
  readonly goal: 'up' | 'down' | 'none'
  /** Where a rate is healthy that is good neither high nor low: shown beside it, never scored. */
  readonly band?: { readonly low: number; readonly high: number; readonly words: string }
  /** Bases below this are not shown at all. */
  readonly smallest?: number
  readonly basis: string
  readonly version: string
}

export type Term = { readonly kind: string; readonly measure: string; readonly weight: number }

export type Figure = {
  readonly value: number | undefined
  /** Not told where the base is too small: it would say what single people answered. */
  readonly numerator: number | undefined
  readonly denominator: number
  readonly hidden: boolean
}

/** Works a figure out from counts; a base of nothing gives no value rather than a zero. */
export function figureOf(indicator: Indicator, count: (term: Term) => number): Figure {
  const sum = (terms: readonly Term[]) =>
    terms.reduce((total, term) => total + term.weight * count(term), 0)
  const denominator = sum(indicator.denominator)
  const numerator = sum(indicator.numerator)
  const hidden = denominator > 0 && denominator < (indicator.smallest ?? 0)
  return {
    value: denominator === 0 || hidden ? undefined : numerator / denominator,
    numerator: hidden ? undefined : numerator,
    denominator,
    hidden,
  }
}
