import { type Covering, coveringOf, endOfDay, type Where } from '../../kernel/cover.ts'
import {
  type Cover,
  type CoverTerm,
  type Figure,
  figureOf,
  type Indicator,
  isCover,
  type Term,
} from '../../kernel/indicator.ts'
import type { Span } from '../../kernel/period.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import { monthOf } from '../store/rows.ts'
import { type Counts, readCounts } from './counted.ts'
import { countLevel, isStock, needsOf } from './needs.ts'

export type FiguresAsked = {
  readonly city: number
  readonly world: World
  /** The city's lists; without them a cover of values asks about those that were counted. */
  readonly lists?: Lists | undefined
  readonly areas: readonly number[]
  /** Areas as they are cut there, with the past of what they were made of. */
  readonly cut?: Directory | undefined
  /** One span; or several made of whole months, the last of which may still run. */
  readonly spans: readonly Span[]
}

export type Lists = Readonly<Record<string, readonly { readonly value: string }[]>>

/** Figures as they can be asked for once all their counts are there. */
export type Figures = {
  readonly figure: (indicator: Indicator, at: At) => Figure
  readonly count: (indicator: Indicator, term: Term, at: At) => number
  readonly covering: (indicator: Indicator, term: CoverTerm, at: At) => readonly Covering[]
}

type At = { readonly area: number; readonly span: Span }

/** Reads the counts of any indicators for any areas and spans, in a few statements. What is counted
 *  by months takes every month that a span touches. */
export async function readFigures(
  db: Database,
  indicators: readonly Indicator[],
  asked: FiguresAsked,
): Promise<Figures> {
  const from = asked.spans.reduce((least, span) => (span.from < least ? span.from : least), latest)
  const to = asked.spans.reduce((most, span) => (span.to > most ? span.to : most), '')
  const months = asked.spans.length > 1
  const read = (those: readonly Indicator[], first: string) =>
    readCounts(db, asked.city, {
      needs: needsOf(those, asked.world.directory, asked.areas),
      window: { from: first, to, months },
      cut: asked.cut,
    })
  const byMonth = indicators.filter(({ by }) => by === 'month')
  const [whole, exact] = await Promise.all([
    read(byMonth, monthOf(from)),
    read(
      indicators.filter(({ by }) => by !== 'month'),
      from,
    ),
  ])
  return figuresOf(({ by }) => (by === 'month' ? whole : exact), asked)
}

const latest = '9999-12-31'

type CountsOf = (indicator: Indicator) => Counts

function figuresOf(countsOf: CountsOf, asked: FiguresAsked): Figures {
  const covering: Figures['covering'] = (indicator, { covered }, { area, span }) =>
    coveringOf(
      covered,
      {
        world: asked.world,
        area,
        at: endOfDay(span.to),
        values: valuesOf(countsOf(indicator), covered, { area, asked }),
      },
      (where, kind, measure) =>
        countAt(countsOf(indicator), { indicator, where, kind, measure, span, asked }),
    )
  const count: Figures['count'] = (indicator, term, at) =>
    isCover(term)
      ? covering(indicator, term, at).filter(({ has }) => has).length
      : countAt(countsOf(indicator), {
          ...term,
          indicator,
          where: { area: at.area },
          span: at.span,
          asked,
        })
  return {
    covering,
    count,
    figure: (indicator, at) => figureOf(indicator, (term) => count(indicator, term, at)),
  }
}

type Counted = {
  readonly indicator: Indicator
  readonly where: Where
  readonly kind: string
  readonly measure: string
  readonly span: Span
  readonly asked: FiguresAsked
}

function countAt(
  counts: Counts,
  { indicator, where, kind, measure, span, asked }: Counted,
): number {
  const isUnit = 'unit' in where
  const area = isUnit ? where.unit : where.area
  const level = isUnit ? 'unit' : countLevel(asked.world.directory, area)
  if (level === undefined) return 0
  const value = isUnit ? undefined : where.value
  return counts.count({
    level,
    area,
    value,
    kind,
    measure,
    span,
    stock: isStock(indicator, measure),
  })
}

function valuesOf(
  counts: Counts,
  { of }: Cover,
  { area, asked }: { readonly area: number; readonly asked: FiguresAsked },
): readonly string[] | undefined {
  if (!('values' in of)) return undefined
  const listed = asked.lists?.[of.values]
  if (listed !== undefined) return listed.map(({ value }) => value)
  const level = countLevel(asked.world.directory, area)
  return level === undefined ? undefined : counts.values(level, area)
}
