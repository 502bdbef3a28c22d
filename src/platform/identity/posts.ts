import { sql } from 'kysely'
import { type Post, type Role, roleNames } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { preparedQuery } from '../store/prepared.ts'
import { moment } from '../world/sql-moment.ts'

export type HeldPost = Post & {
  readonly title: string
  readonly personName: string
  /** The post of an ended unit that this one goes on from. */
  readonly follows?: string | undefined
  /** The post this one stands in for, and who holds it. */
  readonly deputises?: string | undefined
  readonly standsFor?: string | undefined
  readonly until?: Instant | undefined
}

type Which = { readonly person: string } | { readonly unit: number } | { readonly id: string }

/** The posts held at a moment: of a person, in a unit, or one by id. */
export async function heldPosts(
  db: Database,
  at: { readonly city: number; readonly now: Instant },
  which: Which,
): Promise<readonly HeldPost[]> {
  const all = db.read
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.city', '=', 'post.city').onRef('person.id', '=', 'post.person'),
    )
    .leftJoin('post as own', (join) =>
      join.onRef('own.city', '=', 'post.city').onRef('own.id', '=', 'post.deputises'),
    )
    .leftJoin('person as away', (join) =>
      join.onRef('away.city', '=', 'own.city').onRef('away.id', '=', 'own.person'),
    )
    .select(['post.id', 'post.person', 'post.unit', 'post.role', 'post.title', 'person.name'])
    .select(['post.follows', 'post.deputises', 'post.valid_to', 'away.name as stands_for'])
    .select('own.valid_to as own_to')
    .where('post.city', '=', at.city)
    .where('post.valid_from', '<=', moment(at.now))
    .where((eb) =>
      eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>', moment(at.now))]),
    )
    .where((eb) => eb.or([eb('post.deputises', 'is', null), standsIn(at)]))
    .orderBy(sql`post.deputises is not null`)
    .orderBy('post.valid_from')
    .orderBy('post.id')
  const chosen =
    'person' in which
      ? all.where('post.person', '=', which.person)
      : 'unit' in which
        ? all.where('post.unit', '=', which.unit)
        : all.where('post.id', '=', which.id)
  const rows = await preparedQuery(db, chosen)
  return rows.flatMap((row) => {
    const role = roleIn(row.role)
    const { id, person, unit, title, name } = row
    const follows = row.follows ?? undefined
    const deputises = row.deputises ?? undefined
    const standsFor = row.stands_for ?? undefined
    const until = firstOf(row.valid_to, row.own_to) ?? undefined
    const more = { personName: name, follows, deputises, standsFor, until }
    return role === undefined ? [] : [{ id, person, unit, role, title, ...more }]
  })
}

/** A deputy stands in as long as there is a post to stand in for, and one of their own. */
function standsIn({ city, now }: { readonly city: number; readonly now: Instant }) {
  return sql<boolean>`(own.valid_from <= ${moment(now)}
    and (own.valid_to is null or own.valid_to > ${moment(now)})
    and exists (select 1 from post as other
      where other.city = ${city} and other.person = post.person and other.deputises is null
        and other.valid_from <= ${moment(now)}
        and (other.valid_to is null or other.valid_to > ${moment(now)})))`
}

/** The earlier of two ends, of which either may be open. */
export function firstOf(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

export function roleIn(text: string): Role | undefined {
  return roles.find((role) => role === text)
}

export const roles: readonly Role[] = [
  'agent',
  'dispatcher',
  'clerk',
  'head',
  'leader',
  'caller',
  'arbiter',
  'supervisor',
  'worker',
  'gridWorker',
  'secretary',
  'admin',
  'security',
  'auditor',
]

export function roleLabel(role: Role): string {
  return roleNames[role]
}
