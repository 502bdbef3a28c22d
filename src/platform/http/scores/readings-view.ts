import { areaName, unitName, type Unit } from '../../../kernel/directory.ts'
import { smallestBase } from '../../../kernel/fair/smallest.ts'
import { figureKey } from '../../../kernel/figure-key.ts'
import { type Indicator, isCover, type Term } from '../../../kernel/indicator.ts'
import type { Span } from '../../../kernel/period.ts'
import { isOfArea, type ReadFor, readFor } from '../../tallies/read-for.ts'
import type { Removed } from '../../tallies/removed.ts'
import type { HttpDeps } from '../deps.ts'
import { listsOf } from '../indicators/lists-behind.ts'
import { meaningOf } from '../indicators/meaning.ts'
import type { ScoresAt } from './asked.ts'

/** What was counted for each unit, what it can be set against, and the lists it is made of. */
export async function readingsOf(
  deps: Pick<HttpDeps, 'db' | 'registry' | 'groups'>,
  at: ScoresAt,
  removed: readonly Removed[],
) {
  const { state, units, figures, span, today } = at
  const { world } = state
  const { populations, read } = await readFor(deps.db, state, { ...at, removed })
  return {
    ...span,
    today,
    demo: state.demo,
    /** Bases below it give no points. */
    smallest: smallestBase(world, today),
    figures: figures.map((one) => ({ key: keyOf(one), ...meaningOf(deps, one) })),
    units: units.map((unit) => ({
      unit: unit.id,
      name: unitName(world.directory, unit.id),
      area: unit.area,
      areaName: areaName(world.directory, unit.area),
      by: isOfArea(unit) ? ('area' as const) : ('unit' as const),
      population: isOfArea(unit) ? populations.get(unit.area) : undefined,
      readings: Object.fromEntries(
        figures.map((one) => [keyOf(one), toldOf(read, one, { unit, span, today })]),
      ),
    })),
  }
}

function keyOf({ id, part }: Indicator): string {
  return figureKey(id, part)
}

type At = { readonly unit: Unit; readonly span: Span; readonly today: string }

function toldOf(read: ReadFor['read'], indicator: Indicator, { unit, span, today }: At) {
  const reading = read(indicator, unit)
  const isClosed = reading.hidden === true || reading.untold === true
  return { ...reading, terms: isClosed ? [] : termsOf(indicator, { unit, span, today }) }
}

function termsOf(indicator: Indicator, { unit, span, today }: At) {
  const where = isOfArea(unit) ? { area: String(unit.area) } : { unit: String(unit.id) }
  const upTo = { from: span.from, to: span.to < today ? span.to : today }
  const side = (terms: readonly Term[], name: 'n' | 'd') =>
    terms.flatMap((term, index) =>
      isCover(term) || term.weight === 0
        ? []
        : listsOf(
            indicator,
            { kind: term.kind, measures: [term.measure] },
            { where, span: upTo, today },
          ).map((list) => ({ key: `${name}${index}`, list })),
    )
  return [...side(indicator.numerator, 'n'), ...side(indicator.denominator, 'd')]
}
