import { accessOf, type AccessRelation, type KindAccess } from '../../kernel/access-matrix.ts'
import { type Role, roleNames } from '../../kernel/actor.ts'
import { sm3 } from '../../platform/crypto/sm3.ts'
import { groups } from '../groups.ts'
import { kinds } from '../registry.ts'
import { naming } from './naming.ts'

export type AccessView = {
  readonly kinds: readonly (KindAccess & { readonly groupLabel: string })[]
  readonly roles: readonly { readonly name: Role; readonly label: string }[]
  /** SM3 over everything shown: two prints with the same digest say the same. */
  readonly digest: string
}

/** Who may do what in every kind of the product; it changes with the product only. */
export function accessView(): AccessView {
  known ??= made()
  return known
}

let known: AccessView | undefined

function made(): AccessView {
  const order = Object.keys(groups)
  const all = [...kinds.values()]
    .map((kind) => ({ ...accessOf(kind, naming), groupLabel: groups[kind.group] ?? kind.group }))
    .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
  const roles = Object.entries(roleNames).flatMap(([name, label]) =>
    isRole(name) ? [{ name, label }] : [],
  )
  return { kinds: all, roles, digest: sm3(JSON.stringify([all, roles])) }
}

function isRole(name: string): name is Role {
  return name in roleNames
}

/** How somebody stands, with the roles that it takes. */
export function groundWords({ label, roles }: Pick<AccessRelation, 'label' | 'roles'>): string {
  return roles === undefined
    ? label
    : `${label}（${roles.map((role) => roleNames[role]).join('、')}）`
}
