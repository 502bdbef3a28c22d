import type { Instant } from './time.ts'

/** Grids lie below communities: a record lies in a community and may name its grid. */
export type Level = 'city' | 'district' | 'street' | 'community' | 'grid'

export type Area = {
  readonly code: number
  readonly level: Level
  readonly type: string
  readonly name: string
  readonly parent?: number | undefined
  /** What is said of it besides its type: 'central' urban, a 'village' turned community, 'large'. */
  readonly flags?: readonly string[] | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly successors?: readonly number[] | undefined
  /** The reorganisations that made it and ended it. */
  readonly begunBy?: string | undefined
  readonly endedBy?: string | undefined
}

export type Unit = {
  readonly id: number
  readonly name: string
  readonly type: string
  readonly functions: readonly string[]
  readonly area: number
  readonly parent?: number | undefined
  readonly domains?: readonly string[] | undefined
  /** The unit's head checks answers before they go out. */
  readonly headChecks?: boolean | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly successors?: readonly number[] | undefined
  readonly begunBy?: string | undefined
  readonly endedBy?: string | undefined
}

/** Where a record lies: each level may be empty, the city never is. */
export type Place = {
  readonly city: number
  readonly district?: number | undefined
  readonly street?: number | undefined
  readonly community?: number | undefined
}

/** Areas and units as they stand, indexed once. "Below" means the area tree for committees,
 *  governments and streets (块) and the unit tree for a department over its lower ones (条). */
export type Directory = {
  /** The moment as of which it is looked at; without one, after everything that is known. */
  readonly at?: Instant | undefined
  /** Something in it has ended or will, so that it matters when one looks. */
  readonly isDated: boolean
  readonly city: number
  readonly areas: ReadonlyMap<number, Area>
  readonly units: ReadonlyMap<number, Unit>
  readonly byFunction: ReadonlyMap<string, readonly Unit[]>
  readonly children: ReadonlyMap<number, readonly Area[]>
}

export function directoryOf(areas: readonly Area[], units: readonly Unit[]): Directory {
  const byFunction = new Map<string, Unit[]>()
  for (const unit of units) {
    for (const name of unit.functions) byFunction.set(name, [...(byFunction.get(name) ?? []), unit])
  }
  const children = new Map<number, Area[]>()
  for (const area of areas) {
    if (area.parent === undefined) continue
    const siblings = children.get(area.parent)
    if (siblings === undefined) children.set(area.parent, [area])
    else siblings.push(area)
  }
  return {
    isDated: [...areas, ...units].some(({ to }) => to !== undefined),
    city: areas.find((area) => area.level === 'city')?.code ?? 0,
    areas: new Map(areas.map((area) => [area.code, area])),
    units: new Map(units.map((unit) => [unit.id, unit])),
    byFunction,
    children,
  }
}

/** The directory as it stood at a moment. */
export function directoryAt(directory: Directory, at: Instant): Directory {
  return directory.isDated && directory.at !== at ? { ...directory, at } : directory
}

/** True when the area or unit has ended, as of the moment at which the directory is looked at. */
export function isEnded({ at }: Directory, { to }: { readonly to?: Instant | undefined }): boolean {
  return to !== undefined && (at === undefined || to <= at)
}

/** The place that an area's code stands for, with every level above it. */
export function placeOf(directory: Directory, code: number): Place | undefined {
  const levels: Partial<Record<Level, number>> = {}
  for (let area = directory.areas.get(code); area !== undefined;) {
    levels[area.level] = area.code
    area = area.parent === undefined ? undefined : directory.areas.get(area.parent)
  }
  const { city, district, street, community } = levels
  return city === undefined ? undefined : { city, district, street, community }
}

/** The narrowest area of a place. */
export function narrowest(place: Place): number {
  return place.community ?? place.street ?? place.district ?? place.city
}

/** True when the area holds the place. */
export function covers(area: number, place: Place): boolean {
  return [place.city, place.district, place.street, place.community].includes(area)
}

/** True when `unit` is `above` or stands under it in the unit tree (条). */
export function isUnderUnit(directory: Directory, unit: number, above: number): boolean {
  const seen = new Set<number>()
  for (let at: number | undefined = unit; at !== undefined && !seen.has(at);) {
    if (at === above) return true
    seen.add(at)
    at = directory.units.get(at)?.parent
  }
  return false
}

/** The unit that holds a function for a place: the one nearest to it, or the one at `level`. */
export function unitFor(
  directory: Directory,
  wanted: { readonly function: string; readonly level?: Level | undefined },
  place: Place,
): Unit | undefined {
  const near = [place.community, place.street, place.district, place.city]
  const holders = directory.byFunction.get(wanted.function) ?? []
  for (const code of near) {
    if (code === undefined) continue
    const area = directory.areas.get(code)
    if (wanted.level !== undefined && area?.level !== wanted.level) continue
    const holds = (own: number) => (holder: Unit) =>
      holder.area === own && !isEnded(directory, holder) && hasBegun(directory, holder)
    const unit = holders.find(holds(code))
    if (unit !== undefined) return unit
    // Whoever kept on when the area got another code held the function under the old one too.
    const [heir, other] = area?.successors ?? []
    const kept = heir === undefined || other !== undefined ? undefined : holders.find(holds(heir))
    if (kept !== undefined) return kept
  }
  return undefined
}

/** What a reorganisation made did not stand before it; whoever was set up later than a past that
 *  was brought along stands for it all the same. */
function hasBegun({ at }: Directory, { begunBy, from }: Unit): boolean {
  return begunBy === undefined || from === undefined || at === undefined || from <= at
}

/** '昆明市 / 五华区 / 华山街道 / …' as far down as the place goes. */
export function pathText(directory: Directory, place: Place): string {
  return [place.district, place.street, place.community]
    .flatMap((code) => (code === undefined ? [] : [areaName(directory, code)]))
    .join(' / ')
}

/** The name of an area; one that is no more is said to be a former one, unless its name lives on. */
export function areaName(directory: Directory, code: number): string {
  return nameIn(directory.areas, code)
}

/** The name of a unit, likewise. */
export function unitName(directory: Directory, id: number): string {
  return nameIn(directory.units, id)
}

type Named = {
  readonly name: string
  readonly to?: Instant | undefined
  readonly successors?: readonly number[] | undefined
}

function nameIn(all: ReadonlyMap<number, Named>, key: number): string {
  const one = all.get(key)
  if (one === undefined) return String(key)
  const heirs = (one.successors ?? []).map((heir) => all.get(heir)?.name)
  return one.to === undefined || heirs.length === 0 || heirs.includes(one.name)
    ? one.name
    : `原${one.name}`
}
