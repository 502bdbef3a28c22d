import type { Value } from './field.ts'
import type { Figure } from './indicator.ts'
import type { FactRef, FactValue, FigureFact } from './fact.ts'
import { figureNamed } from './figure-key.ts'
import { type Day, isDay } from './time.ts'

/** An indicator's figure as a fact asks for it; without a first day, its own period. */
export type AskedFigure = {
  readonly id: string
  readonly part: string | undefined
  readonly area: number
  readonly from: Day | undefined
  readonly to: Day
  /** The unit whose figure it is, where one is asked for: a department's own work. */
  readonly unit?: number | undefined
}

/** A figure with what it may be set against: residents, and what was to be expected. */
export type ReadFigure = Figure & {
  readonly population?: number | undefined
  readonly expected?: number | undefined
}

/** Whoever can work figures out: a store from its counts, a test from what it knows. */
export type FigureReader = (asked: AskedFigure) => ReadFigure | undefined

/** What a figure fact asks for; undefined while something it names is not given. */
export function askedFigure(
  fact: FigureFact,
  valueOf: (ref: FactRef) => Value | undefined,
): AskedFigure | undefined {
  const name = valueOf(fact.figure)
  const area = valueOf(fact.area)
  const to = valueOf(fact.to)
  const from = fact.from === undefined ? undefined : valueOf(fact.from)
  if (typeof name !== 'string' || typeof area !== 'number') return undefined
  if (typeof to !== 'string' || !isDay(to)) return undefined
  if (fact.from !== undefined && !(typeof from === 'string' && isDay(from))) return undefined
  const { id, part } = figureNamed(name)
  return { id, part, area, from: typeof from === 'string' ? from : undefined, to }
}

/** A figure as the value of a fact. */
export function figureValue(figure: Figure | undefined): FactValue {
  if (figure === undefined) return { count: 0, rows: [] }
  return { count: figure.numerator ?? 0, rows: [], figure }
}
