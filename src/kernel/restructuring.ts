import { type Area, type Directory, directoryOf, isEnded, type Unit } from './directory.ts'
import type { Instant } from './time.ts'

/** What a reorganisation does to areas and units: which end and who goes on in their stead, which
 *  begin, and which go on under another name or elsewhere. */
export type Restructuring = {
  readonly areas: {
    readonly ends: readonly Ending[]
    readonly begins: readonly Area[]
    readonly changes: readonly {
      readonly code: number
      readonly name: string
      readonly type: string
    }[]
  }
  readonly units: {
    readonly ends: readonly Ending[]
    readonly begins: readonly Unit[]
    readonly changes: readonly UnitChange[]
  }
}

/** The first heir takes what belongs to none of them by its place. */
export type Ending = { readonly key: number; readonly heirs: readonly number[] }
export type UnitChange = Pick<Unit, 'id' | 'name' | 'type' | 'area' | 'parent'>

/** The directory with a reorganisation in it, which holds from a moment on. */
export function restructured(
  directory: Directory,
  { areas, units }: Restructuring,
  { at, by }: { readonly at: Instant; readonly by: string },
): Directory {
  const ends = (endings: readonly Ending[], key: number) => {
    const ending = endings.find((one) => one.key === key)
    return ending === undefined ? {} : { to: at, successors: ending.heirs, endedBy: by }
  }
  const begun = { from: at, begunBy: by }
  return directoryOf(
    [
      ...[...directory.areas.values()].map((area) => ({
        ...area,
        ...areas.changes.find(({ code }) => code === area.code),
        ...ends(areas.ends, area.code),
      })),
      ...areas.begins.map((area) => ({ ...area, ...begun })),
    ],
    [
      ...[...directory.units.values()].map((unit) => ({
        ...unit,
        ...units.changes.find(({ id }) => id === unit.id),
        ...ends(units.ends, unit.id),
      })),
      ...units.begins.map((unit) => ({ ...unit, ...begun })),
    ],
  )
}

/** Units that go on where an area merely got another code, and those whose superior unit ended. */
export function unitsCarriedOver(
  directory: Directory,
  { areas, units }: Restructuring,
): readonly UnitChange[] {
  const heirs = new Map(
    areas.ends.map(({ key, heirs: [heir, other] }) => [
      key,
      other === undefined ? heir : undefined,
    ]),
  )
  const superiors = new Map(units.ends.map(({ key, heirs: [heir] }) => [key, heir]))
  const own = new Map(units.changes.map((change) => [change.id, change]))
  const ended = new Set(units.ends.map(({ key }) => key))
  return [...directory.units.values()].flatMap((unit): readonly UnitChange[] => {
    if (isEnded(directory, unit) || ended.has(unit.id)) return []
    const { id, name, type, area, parent } = { ...unit, ...own.get(unit.id) }
    const there = heirs.get(area) ?? area
    const above = parent === undefined ? undefined : (superiors.get(parent) ?? parent)
    if (there === unit.area && above === unit.parent && !own.has(id)) return []
    return [{ id, name, type, area: there, parent: above }]
  })
}
