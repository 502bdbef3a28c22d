import { covers, type Directory, pathText, placeOf } from '../../kernel/directory.ts'

/** Areas to choose from: those below one, or those whose name holds the words. */
export function publicAreas(directory: Directory, { parent, q, grids }: AreaQuery) {
  const words = (q ?? '').trim()
  if (words !== '') {
    const parts = words.split(/\s+/u)
    return (
      [...directory.areas.values()]
        // A resident names a community; its grids are the community's own matter.
        .filter(({ level, to }) => level !== 'city' && level !== 'grid' && to === undefined)
        .filter(({ name }) => name.includes(parts.at(-1) ?? words))
        .map(({ code, level, name }) => {
          const place = placeOf(directory, code)
          return {
            code,
            name,
            level,
            path: place === undefined ? name : pathText(directory, place),
          }
        })
        .filter(({ path }) => parts.every((part) => path.includes(part)))
        .slice(0, 20)
    )
  }
  const above = Number(parent ?? directory.city)
  return (directory.children.get(above) ?? [])
    .filter((area) => area.to === undefined && (grids === '1' || area.level !== 'grid'))
    .map(({ code, name, level }) => ({ code, name, level }))
}

export type AreaQuery = {
  readonly parent?: string
  readonly q?: string
  /** '1' where a community is looked into by those who work in its grids. */
  readonly grids?: string
}

/** The units of these types that answer for a place, those of the nearest areas first. */
export function publicUnits(directory: Directory, area: number, types: readonly string[]) {
  const place = placeOf(directory, area)
  if (place === undefined) return []
  const order = [place.community, place.street, place.district, place.city]
  return [...directory.units.values()]
    .filter((unit) => unit.to === undefined && types.includes(unit.type))
    .filter((unit) => covers(unit.area, place))
    .toSorted((a, b) => order.indexOf(a.area) - order.indexOf(b.area))
    .slice(0, mostUnits)
    .map(({ id, name }) => ({ id, name }))
}

const mostUnits = 60
