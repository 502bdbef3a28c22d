import type { FactRef, FactValue, ReadingsFact } from './fact.ts'
import type { ScoreItem } from './fair/score.ts'
import { scoreItemsIn, type UnitReadings } from './fair/written.ts'
import type { Value } from './field.ts'
import type { FigureReader } from './figure-fact.ts'
import { type Day, isDay } from './time.ts'
import type { World } from './world.ts'

/** Readings as a fact asks for them: several items of several units, for one span. */
export type AskedReadings = {
  readonly items: readonly ScoreItem[]
  readonly units: readonly number[]
  readonly from: Day
  readonly to: Day
}

/** What a readings fact asks for; undefined while something it names is not given. */
export function askedReadings(
  fact: ReadingsFact,
  items: Value | undefined,
  valueOf: (ref: FactRef) => Value | undefined,
): AskedReadings | undefined {
  const [from, to] = [valueOf(fact.from), valueOf(fact.to)]
  const named = valueOf(fact.units)
  const units = (Array.isArray(named) ? named : [named]).filter((one) => typeof one === 'number')
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to))
    return undefined
  const asked = scoreItemsIn(items)
  return asked.length === 0 || units.length === 0 ? undefined : { items: asked, units, from, to }
}

/** Readings as the value of a fact. */
export function readingsValue(readings: UnitReadings | undefined): FactValue {
  return readings === undefined ? { count: 0, rows: [] } : { count: 0, rows: [], readings }
}

/** The same from single figures, for whoever knows no others; what nobody knows is not told. */
export function readingsFrom(
  { items, units, from, to }: AskedReadings,
  figures: FigureReader | undefined,
  { directory }: Pick<World, 'directory'>,
): UnitReadings {
  const ofUnit = (unit: number) =>
    items.flatMap(({ id, indicator, part }) => {
      const area = directory.units.get(unit)?.area
      const asked = { id: indicator, part, area: area ?? 0, unit, from, to }
      const figure = area === undefined ? undefined : figures?.(asked)
      if (figure === undefined) return []
      const { numerator = 0, denominator, hidden, population, expected } = figure
      const beside = {
        ...(hidden ? { hidden } : {}),
        ...(population === undefined ? {} : { population }),
        ...(expected === undefined ? {} : { expected }),
      }
      return [[id, { numerator, denominator, ...beside }] as const]
    })
  return Object.fromEntries(units.map((unit) => [String(unit), Object.fromEntries(ofUnit(unit))]))
}
