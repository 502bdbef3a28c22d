import {
  type Directory,
  isEnded,
  type Level,
  type Place,
  covers,
  placeOf,
} from '../../../kernel/directory.ts'
import { areaHolds, levelAbove } from '../../../kernel/area-tree.ts'
import { gridsAlong } from './plan.ts'
import type { AreaRow, Rows, UnitRow } from './rows.ts'

type At = { readonly directory: Directory; readonly rows: Rows; readonly place: Place }

/** What keeps a reorganisation from being carried out as it is written, in sentences. */
export function problemsOf(directory: Directory, rows: Rows, place: Place): readonly string[] {
  const at = { directory, rows, place }
  if (rows.areas.length + rows.units.length === 0) return ['没有写明要调整的地区或单位']
  return [
    ...rows.areas.flatMap((row) => areaProblems(at, row)),
    ...rows.units.flatMap((row) => unitProblems(at, row)),
    ...leftBehind(at),
  ]
}

function areaProblems(at: At, row: AreaRow): readonly string[] {
  const { directory, rows } = at
  const old = directory.areas.get(row.from)
  if (old === undefined || isEnded(directory, old))
    return [`${row.was}（${row.from}）不是现有的地区`]
  if (!isHere(at, row.from)) return [`${row.was}不在这次调整的范围内`]
  if (row.name.trim() === '') return [`${row.was}调整后没有名称`]
  if (row.from === row.to) return []
  const known = directory.areas.get(row.to)
  if (known !== undefined) {
    const ends = rows.areas.some(({ from, to }) => from === row.to && to !== row.to)
    return known.level !== old.level || isEnded(directory, known) || ends
      ? [`${row.was}不能并入${row.name}（${row.to}）：要并入同级的现有地区`]
      : []
  }
  return levelOf(at, row.parent) === levelAbove(old.level)
    ? []
    : [`${row.name}（${row.to}）的上级（${row.parent}）不是正好高一层的地区`]
}

function levelOf({ directory, rows }: At, code: number): Level | undefined {
  const known = directory.areas.get(code)
  if (known !== undefined) return isEnded(directory, known) ? undefined : known.level
  const from = rows.areas.find(({ to }) => to === code)?.from
  return from === undefined ? undefined : directory.areas.get(from)?.level
}

function isHere({ directory, place }: At, code: number): boolean {
  const lies = placeOf(directory, code)
  return lies !== undefined && covers(place.district ?? place.city, lies)
}

function unitProblems(at: At, row: UnitRow): readonly string[] {
  const { directory, rows } = at
  const old = directory.units.get(row.from)
  if (old === undefined || isEnded(directory, old))
    return [`${row.was}（${row.from}）不是现有的单位`]
  if (!isHere(at, old.area)) return [`${row.was}不在这次调整的范围内`]
  if (row.name.trim() === '') return [`${row.was}调整后没有名称`]
  const heir = directory.units.get(row.to)
  const heirEnds = rows.units.some(
    ({ from, ends, isNew, to }) => ends && !isNew && from === row.to && to !== from,
  )
  if (!row.isNew && (heir === undefined || isEnded(directory, heir) || heirEnds))
    return [`${row.was}不能交给${row.name}（${row.to}）：它不是调整后还在的单位`]
  if (!row.isNew && row.from === row.to)
    return row.area === old.area ? [] : [`${row.was}换了所在地区，要作为新单位设立`]
  return levelOf(at, row.area) === undefined || endsHere(at, row.area)
    ? [`${row.name}所在的地区（${row.area}）调整后不存在`]
    : []
}

function endsHere({ rows }: At, code: number): boolean {
  return rows.areas.some(({ from, to }) => from === code && to !== code)
}

/** Nothing that lies in an ended area, and no unit of one that is merged or divided, is forgotten. */
function leftBehind(at: At): readonly string[] {
  const { directory, rows } = at
  const along = [...rows.areas, ...gridsAlong(directory, rows.areas)]
  const moved = new Set(along.map(({ from }) => from))
  const lost = [...directory.areas.values()].filter(
    ({ code, parent, to }) =>
      to === undefined && parent !== undefined && endsHere(at, parent) && !moved.has(code),
  )
  const named = new Set(rows.units.map(({ from }) => from))
  const homeless = [...directory.units.values()].filter(
    ({ id, area, to }) =>
      to === undefined && !named.has(id) && endsHere(at, area) && !goesOnWhole(at, area),
  )
  return [
    ...lost.map(({ name }) => `${name}没有写明归到哪里`),
    ...homeless.map(({ name }) => `${name}没有写明由哪个单位接替`),
  ]
}

/** True when an area goes on under one new code that nothing else goes into. */
function goesOnWhole({ directory, rows }: At, code: number): boolean {
  const heirs = rows.areas.filter(({ from }) => from === code)
  const [heir] = heirs
  return (
    heirs.length === 1 &&
    heir !== undefined &&
    !directory.areas.has(heir.to) &&
    rows.areas.filter(({ to }) => to === heir.to).length === 1
  )
}

/** The narrowest area that holds everything a reorganisation touches. */
export function scopeOf(directory: Directory, { areas, units }: Rows): number {
  const touched = [
    ...areas.flatMap(({ from, parent }) => [from, parent]),
    ...units.map(({ from }) => directory.units.get(from)?.area ?? directory.city),
  ].filter((code) => directory.areas.has(code))
  const [first = directory.city] = touched
  const above = placeOf(directory, first)
  const district = above?.district
  return district !== undefined &&
    touched.every((code) => areaHolds(directory, district, code)) &&
    !areas.some(({ from }) => from === district)
    ? district
    : directory.city
}
