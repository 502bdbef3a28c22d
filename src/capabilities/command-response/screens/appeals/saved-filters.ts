import { filtersIn, type Filters } from '../../../../web/lists/filters.ts'
import { isObject } from '../../../../web/forms/read-value.ts'

/** A view of the list that somebody comes back to, under a name of their own. */
export type SavedFilter = { readonly name: string; readonly filters: Filters }

export function savedFrom(stored: string | null): readonly SavedFilter[] {
  const read: unknown = parsed(stored)
  if (!Array.isArray(read)) return []
  return read.flatMap((one: unknown): SavedFilter[] => {
    if (!isObject(one) || typeof one['name'] !== 'string' || !isObject(one['filters'])) return []
    const texts = Object.entries(one['filters']).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    )
    return [{ name: one['name'], filters: shareable(filtersIn(Object.fromEntries(texts))) }]
  })
}

/** Under a name that exists already the new view takes the place of the former. */
export function withSaved(
  saved: readonly SavedFilter[],
  name: string,
  filters: Filters,
): readonly SavedFilter[] {
  const one = { name: name.trim(), filters: shareable(filters) }
  if (one.name === '') return saved
  return saved.some((other) => other.name === one.name)
    ? saved.map((other) => (other.name === one.name ? one : other))
    : [...saved, one]
}

export function withoutSaved(saved: readonly SavedFilter[], name: string): readonly SavedFilter[] {
  return saved.filter((one) => one.name !== name)
}

export function isSame(one: Filters, other: Filters): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  const [first, second] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return [...names].every((name) => first.get(name) === second.get(name))
}

/** A resident's telephone number is not kept in a browser. */
function shareable(filters: Filters): Filters {
  const { phone: _, ...rest } = filters
  return rest
}

function parsed(stored: string | null): unknown {
  try {
    return stored === null ? undefined : JSON.parse(stored)
  } catch {
    return undefined
  }
}
