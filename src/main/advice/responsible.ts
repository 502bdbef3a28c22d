import type { Directory, Place, Unit } from '../../kernel/directory.ts'
import { isUnderUnitOrHeir } from '../../kernel/lineage.ts'

/** The unit that a duty list's word stands for at a place: the street itself, or the department of
 *  that line in the district, else in the city. */
export function unitFor(directory: Directory, word: string, place: Place): Unit | undefined {
  const here = [...directory.units.values()].filter((unit) => unit.to === undefined)
  if (word === 'street')
    return here.find((unit) => unit.type === 'street' && unit.area === place.street)
  const line = here.filter(
    (unit) => unit.type === 'department' && (unit.domains ?? []).includes(word),
  )
  return (
    line.find((unit) => unit.area === place.district) ??
    line.find((unit) => unit.area === place.city)
  )
}

/** Departments and the street that deal with a group of categories at a place. */
export function unitsForGroup(directory: Directory, group: string, place: Place): readonly Unit[] {
  return [...directory.units.values()].filter(
    (unit) =>
      unit.to === undefined &&
      unit.type === 'department' &&
      unit.area === place.district &&
      (unit.domains ?? []).includes(group),
  )
}

/** True when work may not go to the unit because the record complains of it or of one above it. */
export function isBarred(
  directory: Directory,
  unit: number,
  complained: number | undefined,
): boolean {
  return complained !== undefined && isUnderUnitOrHeir(directory, unit, complained)
}
