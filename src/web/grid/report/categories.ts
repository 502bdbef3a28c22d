import { listIn, objectIn, textIn } from '../../residents/net/read.ts'

export type Category = { readonly value: string; readonly label: string }
export type CategoryGroup = Category & { readonly below: readonly Category[] }

/** The city's kinds of findings, in their two levels. */
export function categoriesIn(lists: unknown): readonly CategoryGroup[] {
  const all = listIn(objectIn(lists)['finding-categories']).map((from) => ({
    value: textIn(from, 'value'),
    label: textIn(from, 'label'),
    parent: textIn(from, 'parent'),
  }))
  return all
    .filter(({ parent }) => parent === '')
    .map(({ value, label }) => ({
      value,
      label,
      below: all.filter(({ parent }) => parent === value),
    }))
}

/** Those used last on this device that the city still has, the latest first. */
export function recentOf(
  groups: readonly CategoryGroup[],
  used: readonly string[],
): readonly Category[] {
  const choices = groups.flatMap(({ below, ...own }) => (below.length === 0 ? [own] : below))
  return used.flatMap((value) => choices.find((choice) => choice.value === value) ?? [])
}

/** What was used last, with the one used now before the others. */
export function usedNow(used: readonly string[], value: string): readonly string[] {
  return [value, ...used.filter((one) => one !== value)].slice(0, mostRecent)
}

const mostRecent = 6
