import type { Need, Resource } from './match.ts'

/** What waits longest comes first; what has met its resource comes last. */
export function byUrgency(needs: readonly Need[]): readonly Need[] {
  return needs.toSorted(
    (a, b) =>
      Number(a.isMatched) - Number(b.isMatched) ||
      Number(b.isOld) - Number(a.isOld) ||
      (a.openedAt < b.openedAt ? -1 : 1),
  )
}

/** What nobody has used yet comes first: it is what can be given away. */
export function byUse(resources: readonly Resource[]): readonly Resource[] {
  return resources.toSorted((a, b) => a.used - b.used || (a.id < b.id ? 1 : -1))
}

/** Every matter somebody asks for or offers, with how often. */
export function topicsOf(needs: readonly Need[], resources: readonly Resource[]) {
  const all = [...needs, ...resources].map(({ topic }) => topic).filter((topic) => topic !== '')
  return [...Map.groupBy(all, (topic) => topic)]
    .toSorted((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]))
    .map(([value, own]) => ({ value, label: `${value}（${own.length}）` }))
}

/** The lists a place does not have (R053). */
export function lackingLists(all: {
  readonly needs: readonly unknown[]
  readonly resources: readonly unknown[]
  readonly projects: readonly unknown[]
}): readonly string[] {
  const names = [
    ['需求清单', all.needs],
    ['资源清单', all.resources],
    ['项目清单', all.projects],
  ] as const
  return names.flatMap(([name, list]) => (list.length === 0 ? [name] : []))
}
