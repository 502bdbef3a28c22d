import type { Valued } from './view.ts'

/** What the address asks for: words, a group, only those that have something to stand beside. */
export function foundIn(
  all: readonly Valued[],
  asked: Readonly<Record<string, string>>,
): readonly Valued[] {
  const words = (asked['q'] ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return all.filter((one) => {
    const text = `${one.id} ${one.label} ${one.formula} ${one.basis}`.toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (asked['group'] === undefined || one.group === asked['group']) &&
      (asked['with'] !== 'reference' || one.references.length > 0)
    )
  })
}

export type Group = {
  readonly group: string
  readonly label: string
  readonly rows: readonly Valued[]
}

export function groupsOf(all: readonly Valued[]): readonly Group[] {
  return [...Map.groupBy(all, ({ group = '' }) => group)].map(([group, rows]) => ({
    group,
    label: rows[0]?.groupLabel ?? '其他',
    rows,
  }))
}
