import { areaHolds } from './area-tree.ts'
import type { Area, Directory, Level, Unit } from './directory.ts'
import type { Cover, Having } from './indicator.ts'
import { addDays, type Day, type Instant, startOfDay } from './time.ts'
import { parameterAt, type World } from './world.ts'

/** One that is asked about, and how much it has of each thing. */
export type Covering = {
  readonly area?: Area
  readonly unit?: Unit
  readonly value?: string
  readonly has: boolean
  readonly held: readonly Held[]
}

/** How much of one thing there is; asked of every area at or below, how many of them have enough. */
export type Held = {
  readonly having: Having
  readonly sum: number
  /** How many are enough on the day. */
  readonly least: number
  readonly enough: boolean
  readonly of?: number
  readonly lacking?: readonly Area[]
}

export type CoverAt = {
  readonly world: World
  readonly area: number
  /** The end of the last day. */
  readonly at: Instant
  /** The values of a cover of values. */
  readonly values?: readonly string[] | undefined
}

export type Where = { readonly area: number; readonly value?: string } | { readonly unit: number }
export type Counted = (where: Where, kind: string, measure: string) => number

/** Everything a cover asks about in an area on a day, each with whether it has enough of all. What
 *  did not exist on the day is not asked about. */
export function coveringOf(cover: Cover, at: CoverAt, count: Counted): readonly Covering[] {
  const { having = [] } = cover
  return askedOf(cover, at).map((one) => {
    const held = having.map((wanted) => heldBy(one, wanted, { at, count }))
    return { ...one, has: held.every(({ enough }) => enough), held }
  })
}

/** The last instant of a day: what ends with the day is still there. */
export function endOfDay(day: Day): Instant {
  return startOfDay(addDays(day, 1)) - 1
}

export function existsAt(one: Pick<Area, 'from' | 'to'>, at: Instant): boolean {
  return (one.from === undefined || one.from <= at) && (one.to === undefined || at < one.to)
}

/** The areas of a level at or below an area, as they were on a day, in the order of their codes. */
function areasOf(
  directory: Directory,
  level: Level,
  { area, at }: Pick<CoverAt, 'area' | 'at'>,
): readonly Area[] {
  return areasBelow(directory, level, area).filter((one) => existsAt(one, at))
}

/** The same, whenever they were. */
export function areasBelow(directory: Directory, level: Level, area: number): readonly Area[] {
  const found: Area[] = []
  const waiting = [area]
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    const own = directory.areas.get(code)
    if (own?.level === level) found.push(own)
    else for (const child of directory.children.get(code) ?? []) waiting.push(child.code)
  }
  return found.sort((a, b) => a.code - b.code)
}

/** Units of a type that lie at or below an area, whenever they were, in the order of their areas. */
export function unitsBelow(directory: Directory, type: string, area: number): readonly Unit[] {
  return [...directory.units.values()]
    .filter((unit) => unit.type === type && areaHolds(directory, area, unit.area))
    .toSorted((a, b) => a.area - b.area || a.id - b.id)
}

type One = Pick<Covering, 'area' | 'unit' | 'value'>

function askedOf({ of, only }: Cover, at: CoverAt): readonly One[] {
  const { directory } = at.world
  const all: readonly One[] =
    'areas' in of
      ? areasOf(directory, of.areas, at).map((area) => ({ area }))
      : 'units' in of
        ? unitsBelow(directory, of.units, at.area)
            .filter((unit) => existsAt(unit, at.at))
            .map((unit) => ({ unit }))
        : (at.values ?? []).map((value) => ({ value }))
  return only === undefined
    ? all
    : all.filter(({ area, unit }) =>
        only(
          { ...(area === undefined ? {} : { area }), ...(unit === undefined ? {} : { unit }) },
          at.world,
          at.at,
        ),
      )
}

function heldBy(
  one: One,
  having: Having,
  { at, count }: { readonly at: CoverAt; readonly count: Counted },
): Held {
  const { kind, measures, every } = having
  const least = leastOf(having, at)
  const sumAt = (where: Where) =>
    measures.reduce((sum, measure) => sum + count(where, kind, measure), 0)
  if (every === undefined) {
    const sum = sumAt(whereIs(one, at))
    return { having, sum, least, enough: sum >= least }
  }
  const asked = areasEvery(at.world.directory, every, {
    area: one.area?.code ?? one.unit?.area ?? at.area,
    at: at.at,
  })
  const lacking = asked.filter(({ code }) => sumAt({ area: code }) < least)
  const sum = asked.length - lacking.length
  return { having, sum, least, enough: lacking.length === 0, of: asked.length, lacking }
}

function leastOf({ atLeast }: Having, { world, at }: CoverAt): number {
  if (typeof atLeast === 'number') return atLeast
  const value = parameterAt(world, atLeast.parameter, at)?.value
  return typeof value === 'number' ? value : atLeast.else
}

function areasEvery(
  directory: Directory,
  levels: readonly Level[],
  at: Pick<CoverAt, 'area' | 'at'>,
): readonly Area[] {
  return levels.flatMap((level) => areasOf(directory, level, at))
}

function whereIs({ area, unit, value }: One, at: CoverAt): Where {
  if (unit !== undefined) return { unit: unit.id }
  if (area !== undefined) return { area: area.code }
  return { area: at.area, ...(value === undefined ? {} : { value }) }
}
