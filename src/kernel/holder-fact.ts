import type { Post, Role } from './actor.ts'
import type { FactRef, FactValue, HolderFact } from './fact.ts'
import type { Value } from './field.ts'

/** Whose post is asked for: the one person who holds a role in a unit, the first named role before
 *  the next; or what one who held a post holds now. */
export type AskedHolder =
  | { readonly unit: number; readonly roles: readonly Role[] }
  | { readonly post: string }

export type HeldPlace = Pick<Post, 'id' | 'unit' | 'person'>

/** Whoever knows who holds which post: a store, or a test from what it knows. Undefined where nobody
 *  or more than one does, for then nobody can say who is meant. */
export type HolderReader = (asked: AskedHolder) => HeldPlace | undefined

/** What a holder fact asks for; undefined while the unit or post it names is not given. */
export function askedHolder(
  { holder }: HolderFact,
  valueOf: (ref: FactRef) => Value | undefined,
): AskedHolder | undefined {
  if ('post' in holder) {
    const post = valueOf(holder.post)
    return typeof post === 'string' && post !== '' ? { post } : undefined
  }
  const unit = valueOf(holder.unit)
  return typeof unit === 'number' ? { unit, roles: holder.roles } : undefined
}

/** Who was found, as the value of a fact. */
export function holderValue(post: HeldPlace | undefined): FactValue {
  return post === undefined ? { count: 0, rows: [] } : { count: 1, rows: [], post }
}

/** Who holds which of these posts, where nobody ever moves. */
export function holdersAmong(posts: readonly Post[]): HolderReader {
  const units = Map.groupBy(posts, ({ unit }) => unit)
  const byId = new Map(posts.map((post) => [post.id, post]))
  return (asked) => {
    const found =
      'post' in asked ? byId.get(asked.post) : oneHolder(units.get(asked.unit) ?? [], asked.roles)
    return found && { id: found.id, unit: found.unit, person: found.person }
  }
}

/** The one holder among posts of a unit: of the first role that anybody has there. */
export function oneHolder<P extends { readonly role: Role }>(
  posts: readonly P[],
  roles: readonly Role[],
): P | undefined {
  const held = roles.map((role) => posts.filter((post) => post.role === role))
  const [only, another] = held.find((own) => own.length > 0) ?? []
  return another === undefined ? only : undefined
}
