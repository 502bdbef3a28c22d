import { type Area, type Directory, type Place, placeOf } from '../../kernel/directory.ts'

/**
 * The narrowest area that the words of a row name, or the whole city. A name counts only within
 * what is already found above it, and only when no other area there has the same name.
 */
export function findPlace(directory: Directory, words: readonly (string | undefined)[]): Place {
  const text = words.filter((word) => word !== undefined).join(' ')
  let code = directory.city
  for (let deeper = namedBelow(directory, code, text); deeper !== undefined;) {
    code = deeper
    deeper = namedBelow(directory, code, text)
  }
  return placeOf(directory, code) ?? { city: directory.city }
}

function namedBelow(directory: Directory, above: number, text: string): number | undefined {
  const named = (directory.children.get(above) ?? []).filter((area) => text.includes(area.name))
  // «北京路社区» names the longer one when «京路社区» is there too.
  const longest = named.toSorted((a, b) => b.name.length - a.name.length)
  const [first, second] = longest
  return first === undefined || isSameName(first, second) ? undefined : first.code
}

function isSameName(one: Area, other: Area | undefined): boolean {
  return other !== undefined && other.name === one.name
}
