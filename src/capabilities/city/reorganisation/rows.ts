import { listOf, type Value, type Values } from '../../../kernel/field.ts'

/** One line of the list of areas: which goes on as which, under what name and superior. The same
 *  code twice is a change of name. */
export type AreaRow = {
  readonly from: number
  readonly was: string
  readonly to: number
  readonly name: string
  readonly type: string
  readonly parent: number
}

/** One line of the list of units. `to` is a unit's number, or that of a new one within the list;
 *  `ends` is false for a new unit that is only made after the likeness of another. */
export type UnitRow = {
  readonly from: number
  readonly was: string
  readonly ends: boolean
  readonly to: number
  readonly isNew: boolean
  readonly name: string
  readonly area: number
  readonly parent: number
}

export type Rows = { readonly areas: readonly AreaRow[]; readonly units: readonly UnitRow[] }

const areaLine = /^(.+)（(\d+)）→(.+)（(\d+)，(.*)，属(\d+)）$/u
const unitLine = /^(.+)（(\d+)）([→＋])(.+)（(新?)(\d+)，在(\d+)，属(\d+)）$/u

/** Lines that people can read in the record, and that are read back word for word. */
export function linesOf({ areas, units }: Rows): { areas: string[]; units: string[] } {
  return {
    areas: areas.map(
      ({ was, from, name, to, type, parent }) =>
        `${was}（${from}）→${name}（${to}，${type}，属${parent}）`,
    ),
    units: units.map(
      ({ was, from, ends, name, to, isNew, area, parent }) =>
        `${was}（${from}）${ends ? '→' : '＋'}${name}（${isNew ? '新' : ''}${to}，在${area}，属${parent}）`,
    ),
  }
}

/** The lines read back; undefined when one of them cannot be read. */
export function rowsIn(values: Values): Rows | undefined {
  const areas = listOf(values, 'areas').map(areaRow)
  const units = listOf(values, 'units').map(unitRow)
  if (areas.includes(undefined) || units.includes(undefined)) return undefined
  return {
    areas: areas.filter((row) => row !== undefined),
    units: units.filter((row) => row !== undefined),
  }
}

function areaRow(line: Value): AreaRow | undefined {
  const found = areaLine.exec(wordsOf(line))
  if (found === null) return undefined
  const [, was = '', from, name = '', to, type = '', parent] = found
  return { was, from: Number(from), name, to: Number(to), type, parent: Number(parent) }
}

function unitRow(line: Value): UnitRow | undefined {
  const found = unitLine.exec(wordsOf(line))
  if (found === null) return undefined
  const [, was = '', from, mark, name = '', isNew, to, area, parent] = found
  return {
    was,
    from: Number(from),
    ends: mark === '→',
    name,
    isNew: isNew === '新',
    to: Number(to),
    area: Number(area),
    parent: Number(parent),
  }
}

function wordsOf(value: Value): string {
  return typeof value === 'string' ? value : ''
}
