import type { WebArea } from '../../../../web/api/directory.ts'

/**
 * The places that a text names, narrowest first: what a caller says ("华山街道翠湖社区门口") need not
 * be looked up in a tree. An area's parent that was named too makes it surer, and goes without
 * saying itself.
 */
export function placesInText(text: string, areas: Iterable<WebArea>): readonly WebArea[] {
  const found = [...areas].filter((area) => isNamed(text, area))
  const named = found.filter(
    (area) =>
      isTold(text, area.name) || !found.some((other) => isPartOf(stemOf(area), stemOf(other))),
  )
  const codes = new Set(named.map(({ code }) => code))
  const holders = new Set(named.flatMap(({ name, parent }) => (isTold(text, name) ? [parent] : [])))
  return named
    .filter(({ code }) => !holders.has(code))
    .toSorted(
      (one, other) =>
        Number(codes.has(other.parent ?? 0)) - Number(codes.has(one.parent ?? 0)) ||
        rank(one) - rank(other) ||
        one.code - other.code,
    )
    .slice(0, shownAtMost)
}

const shownAtMost = 3
const endings = /(社区|村)?[居村]?民?委员?会$|社区$|街道(办事处)?$/

function isNamed(text: string, area: WebArea): boolean {
  const stem = stemOf(area)
  return area.level !== 'city' && stem.length >= 2 && text.includes(stem)
}

function stemOf({ name }: WebArea): string {
  return name.replace(endings, '')
}

/** '翠湖' says nothing of its own where '翠湖西路' was said. */
function isPartOf(stem: string, other: string): boolean {
  return other !== stem && other.includes(stem)
}

/** '翠湖社区' was said itself, where '金马' may be the street or the community of that name. */
function isTold(text: string, name: string): boolean {
  return text.includes(name.replace(/居?民?委员?会$|办事处$/, ''))
}

function rank(area: WebArea): number {
  return ['community', 'street', 'district', 'city'].indexOf(area.level)
}
