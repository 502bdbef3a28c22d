import { type Directory, isEnded, type Level, type Unit } from './directory.ts'

const order: readonly Level[] = ['city', 'district', 'street', 'community', 'grid']

export function levelAbove(level: Level): Level | undefined {
  return order[order.indexOf(level) - 1]
}

/** The level of the area a unit lies in. */
export function levelOfUnit(directory: Directory, unit: number): Level | undefined {
  const area = directory.units.get(unit)?.area
  return area === undefined ? undefined : directory.areas.get(area)?.level
}

/** True when `inner` is the area itself or lies in it (块). */
export function areaHolds(directory: Directory, area: number, inner: number): boolean {
  const seen = new Set<number>()
  for (let at: number | undefined = inner; at !== undefined && !seen.has(at);) {
    if (at === area) return true
    seen.add(at)
    at = directory.areas.get(at)?.parent
  }
  return false
}

/** True when `upper` stands over `lower` in the area tree: a city's over a district's, and so on. */
export function standsOver(directory: Directory, upper: number, lower: number): boolean {
  const over = directory.units.get(upper)?.area
  const under = directory.units.get(lower)?.area
  if (over === undefined || under === undefined || over === under) return false
  return areaHolds(directory, over, under)
}

/** True when `lower` lies one level below `upper`, in the very area that is its parent. */
export function isNextBelow(directory: Directory, lower: number, upper: number): boolean {
  const under = directory.units.get(lower)?.area
  const over = directory.units.get(upper)?.area
  return under !== undefined && directory.areas.get(under)?.parent === over
}

/** The committee for which a unit acts: that of the unit's own area, or the unit where none is. */
export function committeeFor({ units }: Directory, unit: number): number {
  const own = units.get(unit)
  if (own === undefined || own.type === 'committee') return unit
  return committeesOf(units).get(own.area) ?? unit
}

/** The first committee of each area, found once for as long as the units stand as they are. */
function committeesOf(units: Directory['units']): ReadonlyMap<number, number> {
  const known = committees.get(units)
  if (known !== undefined) return known
  const found = new Map<number, number>()
  for (const { id, type, area } of units.values())
    if (type === 'committee' && !found.has(area)) found.set(area, id)
  committees.set(units, found)
  return found
}

const committees = new WeakMap<Directory['units'], ReadonlyMap<number, number>>()

/** Units of a type that lie in an area or below it, in the order of their ids. */
export function unitsOf(
  directory: Directory,
  { type, under }: { readonly type: string; readonly under: number },
): readonly Unit[] {
  return [...directory.units.values()]
    .filter(
      (unit) =>
        unit.type === type && !isEnded(directory, unit) && areaHolds(directory, under, unit.area),
    )
    .toSorted((a, b) => a.id - b.id)
}
