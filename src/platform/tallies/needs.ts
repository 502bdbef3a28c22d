import { areasBelow, unitsBelow } from '../../kernel/cover.ts'
import type { Directory, Level } from '../../kernel/directory.ts'
import { type CoverTerm, type Having, type Indicator, isCover } from '../../kernel/indicator.ts'
import type { CountLevel, Need } from './counted.ts'

/** Everything that must be counted for these figures of these areas. */
export function needsOf(
  indicators: readonly Indicator[],
  directory: Directory,
  areas: readonly number[],
): readonly Need[] {
  return indicators.flatMap((indicator) =>
    [...indicator.numerator, ...indicator.denominator].flatMap((term) =>
      isCover(term)
        ? (term.covered.having ?? []).flatMap((having) =>
            coverNeeds(indicator, { term, having, directory, areas }),
          )
        : levelsOf(directory, areas).map(([level, codes]) => ({
            level,
            areas: codes,
            kind: term.kind,
            measure: term.measure,
            stock: isStock(indicator, term.measure),
            values: false,
          })),
    ),
  )
}

/** Whether a measure is read as it stands at the end of the last day. */
export function isStock({ by }: Pick<Indicator, 'by'>, measure: string): boolean {
  return by === 'stock' || measure.startsWith('state:')
}

/** The level at which an area is counted; a grid has no counts of its own. */
export function countLevel(directory: Directory, area: number): CountLevel | undefined {
  return counted(directory.areas.get(area)?.level)
}

type Asked = {
  readonly term: CoverTerm
  readonly having: Having
  readonly directory: Directory
  readonly areas: readonly number[]
}

function coverNeeds(indicator: Indicator, asked: Asked): readonly Need[] {
  const { kind, measures } = asked.having
  const isOfValues = 'values' in asked.term.covered.of
  return placesOf(asked).flatMap(([level, areas]) =>
    measures.map((measure) => ({
      level,
      areas,
      kind,
      measure,
      stock: isStock(indicator, measure),
      values: isOfValues,
    })),
  )
}

type Places = readonly (readonly [CountLevel, readonly number[]])[]

/** Where a cover looks for what it wants. Values of a community are never told. */
function placesOf({ term, having, directory, areas }: Asked): Places {
  const { of } = term.covered
  const below = (level: Level): Places => {
    const own = counted(level)
    const codes = areas.flatMap((area) =>
      areasBelow(directory, level, area).map(({ code }) => code),
    )
    return own === undefined || codes.length === 0 ? [] : [[own, codes]]
  }
  if (having.every !== undefined) return having.every.flatMap(below)
  if ('areas' in of) return below(of.areas)
  if ('values' in of) return levelsOf(directory, areas).filter(([level]) => level !== 'community')
  const units = areas.flatMap((area) => unitsBelow(directory, of.units, area).map(({ id }) => id))
  return units.length === 0 ? [] : [['unit', units]]
}

function levelsOf(directory: Directory, areas: readonly number[]): Places {
  return [...Map.groupBy(areas, (area) => countLevel(directory, area))].flatMap(([level, codes]) =>
    level === undefined ? [] : [[level, codes] as const],
  )
}

function counted(level: Level | undefined): CountLevel | undefined {
  return level === 'grid' ? undefined : level
}
