import { type Area, type Directory, isEnded, type Unit } from '../../../kernel/directory.ts'
import {
  type Restructuring,
  type UnitChange,
  unitsCarriedOver,
} from '../../../kernel/restructuring.ts'
import type { AreaRow, Rows, UnitRow } from './rows.ts'

/** What the lists of a reorganisation do to the city's areas and units. New units get the numbers
 *  after the highest there is. */
export function planOf(directory: Directory, rows: Rows): Restructuring {
  const areas = areasOf(directory, [...rows.areas, ...gridsAlong(directory, rows.areas)])
  const listed = unitsOf(directory, rows.units)
  const whole = { areas, units: listed }
  return { areas, units: { ...listed, changes: unitsCarriedOver(directory, whole) } }
}

/** The grids of a community that goes on under a new code keep their own last digits. */
export function gridsAlong(directory: Directory, rows: readonly AreaRow[]): readonly AreaRow[] {
  const named = new Set(rows.map(({ from }) => from))
  return rows.flatMap((row) => {
    const isOne = rows.filter(({ from }) => from === row.from).length === 1
    const isNew = !directory.areas.has(row.to)
    const isAlone = rows.filter(({ to }) => to === row.to).length === 1
    if (!isOne || !isNew || !isAlone) return []
    return (directory.children.get(row.from) ?? [])
      .filter((grid) => grid.level === 'grid' && !isEnded(directory, grid) && !named.has(grid.code))
      .map(({ code: from, name, type }) => ({
        from,
        was: name,
        to: row.to * gridsOfOne + (from % gridsOfOne),
        name,
        type,
        parent: row.to,
      }))
  })
}

const gridsOfOne = 1000

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
    changes: rows.filter(isChange).map(({ to, name, area, parent }): UnitChange => ({
      id: to,
      name,
      type: directory.units.get(to)?.type ?? '',
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
    const { type, functions, domains, headChecks } = like
    const { name, area, parent } = row
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
