import {
  type Area,
  covers,
  type Directory,
  isEnded,
  isUnderUnit,
  type Level,
  narrowest,
  type Place,
  placeOf,
} from './directory.ts'

/** Longer chains of heirs than a city ever has are a circle. */
const longest = 50

/** The code under which an area goes on today; nothing when several share what it was. */
function heirOf(directory: Directory, code: number): number | undefined {
  let at = code
  for (let step = 0; step < longest; step += 1) {
    const [heir, other] = directory.areas.get(at)?.successors ?? []
    if (heir === undefined) return at
    if (other !== undefined) return undefined
    at = heir
  }
  return undefined
}

/** The area that stands in the stead of an ended one: of several the first, which is named for
 *  what lies in no lower area. */
export function standInArea(directory: Directory, code: number): number {
  let at = code
  for (let step = 0; step < longest; step += 1) {
    const area = directory.areas.get(at)
    const [heir] = area?.successors ?? []
    if (area === undefined || heir === undefined || !isEnded(directory, area)) return at
    at = heir
  }
  return at
}

/** The unit that took over from an ended one: of several the one whose area holds the place. */
export function standInUnit(directory: Directory, id: number, place: Place): number {
  let at = id
  for (let step = 0; step < longest; step += 1) {
    const unit = directory.units.get(at)
    const heirs = unit?.successors ?? []
    const [first] = heirs
    if (unit === undefined || first === undefined || !isEnded(directory, unit)) return at
    const holds = (heir: number) => isWithin(directory, directory.units.get(heir)?.area ?? 0, place)
    at = heirs.find(holds) ?? first
  }
  return at
}

/** Where something that was put at a place lies as areas are cut now. */
export function standInPlace(directory: Directory, place: Place): Place {
  const code = narrowest(place)
  const now = standInArea(directory, code)
  return now === code ? place : (placeOf(directory, now) ?? place)
}

/** True when a place lies in an area, by the codes of its time or as areas are cut today. */
export function isWithin(directory: Directory, area: number, place: Place): boolean {
  return covers(area, place) || (directory.isDated && liesNowIn(directory, area, place))
}

/** True when what lay at a place would lie in an area as areas are cut today. What a division
 *  left without one heir stays where it was. */
export function liesNowIn(directory: Directory, area: number, place: Place): boolean {
  const codes = [place.community, place.street, place.district, place.city]
  const known = codes.find((code) => code !== undefined && directory.areas.has(code))
  if (known === undefined) return covers(area, place)
  const now = placeOf(directory, heirOf(directory, known) ?? known)
  return covers(area, now ?? place)
}

/** How often the counts of an area, as they were made, go into what another area counts now. */
export type Share = { readonly level: Level; readonly code: number; readonly n: number }

/**
 * Of which counts an area's are made as areas are cut today. A code never changes what it lies in,
 * so each area's counts go where its heir lies, less those of areas below it that went elsewhere.
 * What was divided and lies in no lower area goes to no heir.
 */
export function sharesOf(directory: Directory, area: number): readonly Share[] {
  const own = directory.areas.get(area)
  if (own === undefined) return []
  if (!directory.isDated) return [{ level: own.level, code: area, n: 1 }]
  return touched(directory, own).flatMap((one): readonly Share[] => {
    const above = one.parent === undefined ? 0 : goesInto(directory, area, one.parent)
    const n = goesInto(directory, area, one.code) - above
    return n === 0 || one.level === 'grid' ? [] : [{ level: one.level, code: one.code, n }]
  })
}

/** True when an area's past looks different as areas are cut today. */
export function isReorganised(directory: Directory, area: number): boolean {
  const [first, ...more] = sharesOf(directory, area)
  return more.length > 0 || (first !== undefined && first.code !== area)
}

/** Areas divided among several whose past these share, as far as lower areas tell. */
export function dividedInto(directory: Directory, area: number): readonly Area[] {
  return [...directory.areas.values()].filter(
    ({ successors = [] }) => successors.length > 1 && successors.includes(area),
  )
}

/** The ended areas, what lies right below them, and the one asked about. */
function touched(directory: Directory, own: Area): readonly Area[] {
  const found = new Map([[own.code, own]])
  for (const area of directory.areas.values()) {
    if ((area.successors ?? []).length === 0) continue
    found.set(area.code, area)
    for (const child of directory.children.get(area.code) ?? []) found.set(child.code, child)
  }
  return [...found.values()].toSorted((a, b) => a.code - b.code)
}

/** 1 when what an area counted goes into `area` today. */
function goesInto(directory: Directory, area: number, code: number): number {
  const place = placeOf(directory, heirOf(directory, code) ?? code)
  return place !== undefined && covers(area, place) ? 1 : 0
}

/** Ended areas of which something lies in an area as areas are cut today. */
export function formerAreas(directory: Directory, area: number): readonly Area[] {
  if (!directory.isDated) return []
  return [...directory.areas.values()].filter(
    ({ code, successors = [] }) => successors.length > 0 && goesInto(directory, area, code) === 1,
  )
}

/** These units with all in whose stead one of them stands. */
export function withFormerUnits(directory: Directory, ids: readonly number[]): readonly number[] {
  if (!directory.isDated) return ids
  const found = new Set(ids)
  for (let size = 0; size !== found.size;) {
    size = found.size
    for (const { id, successors = [] } of directory.units.values())
      if (successors.some((heir) => found.has(heir))) found.add(id)
  }
  return [...found]
}

/** True when a unit is another one, lies under it, or under what came of it: what took over from
 *  a unit takes over what that one was kept from. */
export function isUnderUnitOrHeir(directory: Directory, unit: number, above: number): boolean {
  return heirsOf(directory, above).some((heir) => isUnderUnit(directory, unit, heir))
}

/** A unit with all that came of it. */
function heirsOf(directory: Directory, id: number): readonly number[] {
  if (!directory.isDated) return [id]
  const found = new Set([id])
  // A set that grows while it is walked is walked to its new end.
  for (const one of found)
    for (const heir of directory.units.get(one)?.successors ?? []) found.add(heir)
  return [...found]
}
