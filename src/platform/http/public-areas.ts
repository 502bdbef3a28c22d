import { type Directory, pathText, placeOf } from '../../kernel/directory.ts'

/** Areas to choose from: those below one, or those whose name holds the words. */
export function publicAreas(
  directory: Directory,
  { parent, q }: { readonly parent?: string; readonly q?: string },
) {
  const words = (q ?? '').trim()
  if (words !== '') {
    const parts = words.split(/\s+/u)
    return [...directory.areas.values()]
      .filter((area) => area.level !== 'city' && area.to === undefined)
      .filter(({ name }) => name.includes(parts.at(-1) ?? words))
      .map(({ code, level, name }) => {
        const place = placeOf(directory, code)
        return { code, name, level, path: place === undefined ? name : pathText(directory, place) }
      })
      .filter(({ path }) => parts.every((part) => path.includes(part)))
      .slice(0, 20)
  }
  const above = Number(parent ?? directory.city)
  return (directory.children.get(above) ?? [])
    .filter((area) => area.to === undefined)
    .map(({ code, name, level }) => ({ code, name, level }))
}
