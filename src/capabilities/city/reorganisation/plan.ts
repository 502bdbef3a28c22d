import type { Area, Directory, Unit } from '../../../kernel/directory.ts'
import {
  type Restructuring,
  type UnitChange,
  unitsCarriedOver,
} from '../../../kernel/restructuring.ts'
import type { AreaRow, Rows, UnitRow } from './rows.ts'

/** What the lists of a reorganisation do to the city's areas and units. New units get the numbers
 *  after the highest there is. */
export function planOf(directory: Directory, rows: Rows): Restructuring {
  const areas = areasOf(directory, rows.areas)
  const listed = unitsOf(directory, rows.units)
  const whole = { areas, units: listed }
  return { areas, units: { ...listed, changes: unitsCarriedOver(directory, whole) } }
}

function areasOf(directory: Directory, rows: readonly AreaRow[]): Restructuring['areas'] {
  const ending = rows.filter(({ from, to }) => from !== to)
  const begins = new Map<number, Area>()
  for (const { from, to, name, type, parent } of ending) {
    const old = directory.areas.get(from)
    if (old === undefined || directory.areas.has(to) || begins.has(to)) continue
    begins.set(to, { code: to, level: old.level, type, name, parent, flags: old.flags })
  }
  return {
    ends: [...Map.groupBy(ending, ({ from }) => from)].map(([key, own]) => ({
      key,
      heirs: own.map(({ to }) => to),
    })),
    begins: [...begins.values()],
    changes: rows
      .filter(({ from, to }) => from === to)
      .map(({ to, name, type }) => ({ code: to, name, type })),
  }
}

function unitsOf(directory: Directory, rows: readonly UnitRow[]): Restructuring['units'] {
  const highest = Math.max(0, ...directory.units.keys())
  const idOf = ({ to, isNew }: UnitRow) => (isNew ? highest + to : to)
  const isChange = (row: UnitRow) => !row.isNew && row.from === row.to
  const ending = rows.filter((row) => row.ends && !isChange(row))
  return {
    ends: [...Map.groupBy(ending, ({ from }) => from)].map(([key, own]) => ({
      key,
      heirs: own.map(idOf),
    })),
    begins: begun(directory, rows, idOf),
    changes: rows.filter(isChange).map(({ to, name, type, area, parent }): UnitChange => ({
      id: to,
      name,
      type,
      area,
      parent: parent === 0 ? undefined : parent,
    })),
  }
}

/** New units take after the first that they are named beside. */
function begun(
  directory: Directory,
  rows: readonly UnitRow[],
  idOf: (row: UnitRow) => number,
): readonly Unit[] {
  const found = new Map<number, Unit>()
  for (const row of rows) {
    const like = directory.units.get(row.from)
    const id = idOf(row)
    if (!row.isNew || like === undefined || found.has(id)) continue
    const { functions, domains, headChecks } = like
    const { name, type, area, parent } = row
    found.set(id, {
      id,
      name,
      type,
      area,
      functions,
      domains,
      headChecks,
      parent: parent === 0 ? undefined : superiorOf(rows, { parent, area }, idOf),
    })
  }
  return [...found.values()]
}

/** A new unit stands under whoever goes on there for the superior of the one it takes after. */
function superiorOf(
  rows: readonly UnitRow[],
  { parent, area }: { readonly parent: number; readonly area: number },
  idOf: (row: UnitRow) => number,
): number {
  const heirs = rows.filter((row) => row.from === parent)
  const heir = heirs.find((row) => row.area === area) ?? heirs.find((row) => row.ends)
  return heir === undefined ? parent : idOf(heir)
}
