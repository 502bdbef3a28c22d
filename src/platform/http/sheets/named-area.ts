import { type Area, type Directory, pathText, placeOf } from '../../../kernel/directory.ts'

export type Named<T> = { readonly value: T } | { readonly says: string }

/** The area that a cell names: by its code, by its name where only one has it, or by a path of names
 *  ("五华区 / 华山街道"), of which the narrower end must be there. */
export function namedArea(
  directory: Directory,
  words: string,
  levels: readonly string[] | undefined,
): Named<number> {
  const fits = (area: Area) => levels === undefined || levels.includes(area.level)
  const [code] = /^\d+$/.exec(words.trim()) ?? []
  if (code !== undefined) {
    const area = directory.areas.get(Number(code))
    return area !== undefined && fits(area)
      ? { value: area.code }
      : { says: `没有代码是 ${code} 的地方` }
  }
  const parts = words
    .normalize('NFKC')
    .split(/[/>、,·\s]+/u)
    .filter((part) => part !== '')
  const last = parts.at(-1) ?? ''
  const found = (byName(directory).get(last) ?? []).filter(
    (area) => fits(area) && liesIn(directory, area, parts.slice(0, -1)),
  )
  const [one, other] = found
  if (one === undefined) return { says: `没有叫“${words}”的地方` }
  if (other === undefined) return { value: one.code }
  const paths = found.slice(0, 3).map((area) => pathOf(directory, area))
  return { says: `有 ${found.length} 个地方叫“${words}”，请写全：${paths.join('，')}` }
}

/** The names stand above the area, from wide to narrow, though some levels may be left out. */
function liesIn(directory: Directory, area: Area, names: readonly string[]): boolean {
  const above: string[] = []
  for (let at = parentOf(directory, area); at !== undefined; at = parentOf(directory, at))
    above.unshift(at.name)
  let from = 0
  return names.every((name) => {
    const place = above.indexOf(name, from)
    from = place + 1
    return place >= 0
  })
}

function parentOf(directory: Directory, { parent }: Area): Area | undefined {
  return parent === undefined ? undefined : directory.areas.get(parent)
}

function pathOf(directory: Directory, area: Area): string {
  const place = placeOf(directory, area.code)
  return place === undefined ? area.name : pathText(directory, place).replaceAll(' ', '')
}

const known = new WeakMap<Directory, ReadonlyMap<string, readonly Area[]>>()

function byName(directory: Directory): ReadonlyMap<string, readonly Area[]> {
  const before = known.get(directory)
  if (before !== undefined) return before
  const named = Map.groupBy(directory.areas.values(), ({ name }) => name)
  known.set(directory, named)
  return named
}
