import type { WebArea } from '../../../../web/api/directory.ts'

/**
 * The places that a text names, narrowest first: what a caller says ("华山街道翠湖边上") need not be
 * looked up in a tree. A shorter name inside a longer one that matched says nothing of its own.
 */
export function placesInText(text: string, areas: Iterable<WebArea>): readonly WebArea[] {
  const found: { readonly area: WebArea; readonly stem: string }[] = []
  for (const area of areas) {
    const stem = stemOf(area)
    if (area.level !== 'city' && stem.length >= 2 && text.includes(stem)) found.push({ area, stem })
  }
  const alone = found.filter(
    ({ stem }) => !found.some((other) => other.stem !== stem && other.stem.includes(stem)),
  )
  const named = new Set(alone.map(({ area }) => area.code))
  return alone
    .map(({ area }) => area)
    .toSorted((one, other) => rank(one) - rank(other) || one.code - other.code)
    .filter((area, _, all) => !all.some((other) => other.parent === area.code))
    .toSorted((one, other) => Number(has(other, named)) - Number(has(one, named)))
    .slice(0, shownAtMost)
}

const shownAtMost = 3

/** An area whose parent is named too is meant more surely than its namesake elsewhere. */
function has(area: WebArea, named: ReadonlySet<number>): boolean {
  return area.parent !== undefined && named.has(area.parent)
}

function rank(area: WebArea): number {
  return ['community', 'street', 'district', 'city'].indexOf(area.level)
}

function stemOf({ name, level }: WebArea): string {
  if (level === 'community') return name.replace(/(社区)?(居民|村民)?委员会$|(社区)?居委会$|社区$/, '')
  return level === 'street' ? name.replace(/(街道)?办事处$|街道$/, '') : name
}
