import type { Area, Level, Unit } from './directory.ts'
import type { Instant } from './time.ts'
import type { World } from './world.ts'

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
  /** Nothing here: the figure is a number of things rather than a share. */
  readonly denominator: readonly Term[]
  /** Cohort: by the day the record began; flow: by the day it happened; month: by whole months;
   *  stock: as things stood at the end of the day. */
  readonly by: 'cohort' | 'flow' | 'month' | 'stock'
  /** The period a figure is told for when none is asked: the one that holds the day. */
  readonly period?: Period
  readonly goal: 'up' | 'down' | 'none'
  /** Where a rate is healthy that is good neither high nor low: shown beside it, never scored. */
  readonly band?: { readonly low: number; readonly high: number; readonly words: string }
  /** What others published, beside which one's own figure is read; never a target by itself. */
  readonly references?: readonly Reference[]
  /** Bases below this are not shown at all. */
  readonly smallest?: number
  readonly basis: string
  readonly version: string
}

export type Period = 'month' | 'quarter' | 'half-year' | 'year'

/** A published value: as a share (0.808) or a number, with when and where it held. */
export type Reference = {
  readonly value: number
  readonly about?: 'over' | 'nearly'
  readonly asOf: string
  readonly place: string
  readonly words?: string
}

export type Term = CountTerm | CoverTerm

/** So many of a measure. A measure of states ('state:inForce') is always read as it stood at the
 *  end of the last day, whatever else is told for a span. */
export type CountTerm = { readonly kind: string; readonly measure: string; readonly weight: number }

/** So many areas, units or listed values of which each has enough of something. */
export type CoverTerm = { readonly covered: Cover; readonly weight: number }

export type Cover = {
  readonly of:
    | { readonly areas: Level }
    /** Units of a type, those under the asked area. */
    | { readonly units: string }
    /** Values of a city's list by which a kind is counted (its `countedBy`). */
    | { readonly values: string }
  /** Which of them are asked about at all; without it every one. */
  readonly only?: (one: Covered, world: World, at: Instant) => boolean
  /** All of these; none given, all count. */
  readonly having?: readonly Having[]
}

export type Covered = { readonly area?: Area; readonly unit?: Unit }

export type Having = {
  readonly kind: string
  /** Any of them counts towards the sum. */
  readonly measures: readonly string[]
  readonly atLeast: number | Threshold
  /** Asked of every area of these levels at or below the one, not of the one itself. */
  readonly every?: readonly Level[]
}

/** How many are enough, where the city says so itself: read as it stood on the day. */
export type Threshold = { readonly parameter: string; readonly else: number }

export type Figure = {
  readonly value: number | undefined
  /** Not told where the base is too small: it would say what single people answered. */
  readonly numerator: number | undefined
  readonly denominator: number
  readonly hidden: boolean
}

export function isCover(term: Term): term is CoverTerm {
  return 'covered' in term
}

/** The plain counts a figure is made of. */
export function countTermsOf({ numerator, denominator }: Indicator): readonly CountTerm[] {
  return [...numerator, ...denominator].flatMap((term) => (isCover(term) ? [] : [term]))
}

/** The count of a term for figures that are made of plain counts alone. */
export function ofCounts(count: (term: CountTerm) => number): (term: Term) => number {
  return (term) => {
    if (isCover(term)) throw new RangeError('what is covered is not counted')
    return count(term)
  }
}

/** Works a figure out from counts; a base of nothing gives no value rather than a zero, and what has
 *  no base is its number. */
export function figureOf(indicator: Indicator, count: (term: Term) => number): Figure {
  const numerator = sumOf(indicator.numerator, count)
  if (indicator.denominator.length === 0)
    return { value: numerator, numerator, denominator: 0, hidden: false }
  const denominator = sumOf(indicator.denominator, count)
  const hidden = denominator > 0 && denominator < (indicator.smallest ?? 0)
  return {
    value: denominator === 0 || hidden ? undefined : numerator / denominator,
    numerator: hidden ? undefined : numerator,
    denominator,
    hidden,
  }
}

export function sumOf(terms: readonly Term[], count: (term: Term) => number): number {
  return terms.reduce((total, term) => total + term.weight * count(term), 0)
}
