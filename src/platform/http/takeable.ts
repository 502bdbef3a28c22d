import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { isOffice, type Post } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { HttpDeps } from './deps.ts'

/** The steps that a role may take of those that anybody may be expected to take. */
type Takeable = {
  /** Each `kind|role of the party|command`. */
  readonly triples: ReadonlySet<string>
  /** The same of a to-do. Written out: a list handed in would be searched through for every row. */
  readonly condition: RawBuilder<SqlBool>
}

export function takeable({ registry }: Pick<HttpDeps, 'registry'>, { role }: Post): Takeable {
  const ofRole = known.get(registry) ?? new Map<Post['role'], Takeable>()
  known.set(registry, ofRole)
  const before = ofRole.get(role)
  if (before !== undefined) return before
  const triples = new Set(
    [...registry.values()].flatMap((kind) =>
      expectations(kind, role).map(([party, command]) => `${kind.name}|${party}|${command}`),
    ),
  )
  const list = [...triples].map((triple) => `'${triple.replaceAll("'", "''")}'`).join(', ')
  const condition =
    triples.size === 0
      ? sql<SqlBool>`false`
      : sql<SqlBool>`todo.kind || '|' || todo.role || '|' || todo.command in (${sql.raw(list)})`
  const made = { triples, condition }
  ofRole.set(role, made)
  return made
}

const known = new WeakMap<HttpDeps['registry'], Map<Post['role'], Takeable>>()

function expectations(kind: Kind, role: Post['role']): readonly (readonly [string, string])[] {
  const mayTake = (by: readonly string[]) =>
    by.some((name) => {
      if (name === 'self') return true
      const roles = kind.relations[name]?.roles
      return kind.relations[name] !== undefined && (roles === undefined || roles.includes(role))
    })
  const own = Object.values(kind.states).flatMap((state) =>
    (state.expects ?? []).flatMap(({ command }) =>
      mayTake(state.commands?.[command]?.by ?? []) ? [['', command] as const] : [],
    ),
  )
  const ofParties = Object.entries(kind.parties ?? {}).flatMap(([name, party]) =>
    Object.values(party.states).flatMap((state) =>
      (state.expects ?? []).flatMap(({ command }) =>
        mayTake(state.commands?.[command]?.by ?? []) ? [[name, command] as const] : [],
      ),
    ),
  )
  return [...own, ...ofParties, ...(settles(kind, role) ? [['', 'effectRefused'] as const] : [])]
}

/** What was refused waits with whoever dispatches, or answers for what is shared with another city:
 *  listed where they see the record. */
function settles({ sharedWith, see, relations }: Kind, role: Post['role']): boolean {
  if (isOffice(role)) return false
  return (
    sharedWith !== undefined ||
    see.some((name) => {
      const is = relations[name]?.is
      return is !== undefined && 'function' in is && is.function === 'dispatch'
    })
  )
}
