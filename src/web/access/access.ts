import { type AccessRow, type KindAccess, waysOf } from '../../kernel/access-matrix.ts'
import { isOffice, type Role, roleNames } from '../../kernel/actor.ts'

export type KindView = KindAccess & { readonly groupLabel: string }

export type AccessView = {
  readonly city: string
  readonly demo: boolean
  readonly day: string
  readonly digest: string
  readonly kinds: readonly KindView[]
  readonly roles: readonly { readonly name: Role; readonly label: string }[]
}

export type Filters = Readonly<Partial<Record<'kind' | 'role' | 'command', string>>>

/** The kinds and commands that the address asks for. A role leaves all commands: what it may not
 *  do is as much of an answer as what it may. */
export function chosenIn({ kinds }: AccessView, { kind, command }: Filters): readonly KindView[] {
  return kinds.flatMap((one) => {
    if (kind !== undefined && one.kind !== kind) return []
    if (command === undefined) return [one]
    const rows = one.rows.filter((row) => row.command === command)
    return rows.length === 0 ? [] : [{ ...one, rows }]
  })
}

/** Commands of the chosen kind, or of all, each name once. */
export function commandsIn(view: AccessView, kind: string | undefined) {
  const rows = chosenIn(view, kind === undefined ? {} : { kind }).flatMap((one) => one.rows)
  const byName = Map.groupBy(rows, ({ command }) => command)
  return [...byName].map(([value, same]) => ({
    value,
    label: [...new Set(same.map(({ label }) => label))].slice(0, 3).join('／'),
  }))
}

/** Relations of a row that are people in posts, residents, or the system, in words. */
export function groundsOf(access: KindAccess, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const relation = access.relations.find((one) => one.name === name)
    if (relation === undefined) return []
    const roles = relation.roles?.map((role) => roleNames[role]).join('、')
    return [roles === undefined ? relation.label : `${relation.label}（${roles}）`]
  })
}

export type Verdict = {
  readonly may: readonly Role[]
  readonly never: readonly Role[]
  readonly others: readonly string[]
}

/** Which roles may come to ask a row's command, which never, and who else without a post. */
export function verdictOf(access: KindAccess, row: AccessRow, roles: readonly Role[]): Verdict {
  const isAllowed = (role: Role) => waysOf(access, row, role).length > 0
  return {
    may: roles.filter(isAllowed),
    never: roles.filter((role) => !isAllowed(role)),
    others: access.relations.flatMap(({ name, who, label }) =>
      who !== 'post' && row.by.includes(name) ? [label] : [],
    ),
  }
}

/** A list of roles, told shortly where it holds all who do business. */
export function rolesText(some: readonly Role[], all: readonly Role[]): string {
  if (some.length === all.length) return '任何岗位'
  if (all.every((role) => isOffice(role) !== some.includes(role))) return '任何业务岗位'
  if (some.length === 0) return '没有岗位'
  return some.map((role) => roleNames[role]).join('、')
}
