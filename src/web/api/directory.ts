import type { Level } from '../../kernel/directory.ts'

export type WireDirectory = {
  readonly version: string | number
  readonly areas: readonly (readonly [number, string, Level, string, number | null])[]
  readonly units: readonly (readonly [
    number,
    string,
    string,
    number,
    number | null,
    readonly string[],
    readonly string[],
  ])[]
}

export type WebArea = {
  readonly code: number
  readonly name: string
  readonly level: Level
  readonly type: string
  readonly parent: number | undefined
}

export type WebUnit = {
  readonly id: number
  readonly name: string
  readonly type: string
  readonly area: number
  readonly parent: number | undefined
  readonly functions: readonly string[]
  readonly domains: readonly string[]
}

export type WebDirectory = {
  readonly areas: ReadonlyMap<number, WebArea>
  readonly units: ReadonlyMap<number, WebUnit>
  readonly children: (code: number | undefined) => readonly WebArea[]
  /** '五华区 / 华山街道 / …': the city itself goes without saying. */
  readonly path: (code: number) => string
  readonly unitName: (id: number) => string
  /** True when the area is `above` or lies in it. */
  readonly lies: (code: number, above: number) => boolean
}

export function indexDirectory(wire: WireDirectory): WebDirectory {
  const areas = new Map(wire.areas.map((row) => [row[0], areaOf(row)]))
  const units = new Map(wire.units.map((row) => [row[0], unitOf(row)]))
  const children = Map.groupBy(areas.values(), (area) => area.parent)
  const upwards = (code: number): readonly WebArea[] => {
    const found: WebArea[] = []
    for (let area = areas.get(code); area !== undefined && found.length < 8;) {
      found.unshift(area)
      area = area.parent === undefined ? undefined : areas.get(area.parent)
    }
    return found
  }
  return {
    areas,
    units,
    children: (code) => children.get(code) ?? [],
    path: (code) => {
      const all = upwards(code)
      const named = all.length > 1 ? all.slice(1) : all
      return named.map((area) => area.name).join(' / ')
    },
    unitName: (id) => units.get(id)?.name ?? `单位 ${id}`,
    lies: (code, above) => upwards(code).some((area) => area.code === above),
  }
}

function areaOf([code, name, level, type, parent]: WireDirectory['areas'][number]): WebArea {
  return { code, name, level, type, parent: parent ?? undefined }
}

function unitOf(row: WireDirectory['units'][number]): WebUnit {
  const [id, name, type, area, parent, functions, domains] = row
  return { id, name, type, area, parent: parent ?? undefined, functions, domains }
}
