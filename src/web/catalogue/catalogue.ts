import type { Start } from '../api/types.ts'

/** What `/api/catalogue` says. */
export type Catalogue = {
  readonly groups: readonly { readonly name: string; readonly label: string }[]
  readonly kinds: readonly CatalogueKind[]
}

export type CatalogueKind = {
  readonly kind: string
  readonly label: string
  readonly about: string
  readonly group: string
  /** The city has not switched on what it needs: nothing new begins. */
  readonly off: boolean
  readonly starts: readonly Start[]
  /** What the unit answers for and has not ended. */
  readonly open: number
  /** What this post is expected to do. */
  readonly waiting: number
}

export type CatalogueGroup = {
  readonly name: string
  readonly label: string
  readonly kinds: readonly CatalogueKind[]
}

/** Kinds whose words hold everything typed, by group, in the groups' order; what has no group of a
 *  name stands last. */
export function groupsOf({ groups, kinds }: Catalogue, typed: string): readonly CatalogueGroup[] {
  const words = typed.split(/[\s,，、]+/u).filter((word) => word !== '')
  const found = kinds.filter(({ label, about, starts }) => {
    const text = [label, about, ...starts.map((start) => start.label)].join(' ')
    return words.every((word) => text.includes(word))
  })
  const named = groups.map(({ name, label }) => ({
    name,
    label,
    kinds: found.filter(({ group }) => group === name),
  }))
  const names = new Set(groups.map(({ name }) => name))
  const rest = { name: '', label: '其他', kinds: found.filter(({ group }) => !names.has(group)) }
  return [...named, rest].filter((group) => group.kinds.length > 0)
}
