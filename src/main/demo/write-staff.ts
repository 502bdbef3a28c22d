import type { Post } from '../../kernel/actor.ts'
import type { Unit } from '../../kernel/directory.ts'
import type { Instant } from '../../kernel/time.ts'
import { roleIn } from '../../platform/identity/posts.ts'
import type { Database } from '../../platform/store/database.ts'
import { momentOf } from '../../platform/store/value-types.ts'
import { type DemoPost, demoStaff } from './staff.ts'
import { chunks } from './write-city.ts'

/** Fills the posts that nobody holds yet with invented people, and gives all posts there are. */
export async function writeStaff(
  db: Database,
  city: number,
  { units, from }: { readonly units: readonly Unit[]; readonly from: Instant },
): Promise<readonly Post[]> {
  const held = await postsOf(db, city)
  const { people, posts } = demoStaff(units)
  const known = new Set(held.map((post) => post.id))
  const missing = lacking(posts, held).filter((post) => !known.has(post.id))
  const names = new Map(people.map((person) => [person.id, person.name]))
  for (const some of chunks(missing)) {
    await db.read
      .insertInto('person')
      .values(some.map(({ person }) => ({ city, id: person, name: names.get(person) ?? '' })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db.read
      .insertInto('post')
      .values(some.map((post) => ({ city, ...post, valid_from: momentOf(from) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return postsOf(db, city)
}

async function postsOf(db: Database, city: number): Promise<readonly Post[]> {
  const rows = await db.read
    .selectFrom('post')
    .select(['id', 'person', 'unit', 'role'])
    .where('city', '=', city)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ role, ...post }) => {
    const known = roleIn(role)
    return known === undefined ? [] : [{ ...post, role: known }]
  })
}

/** Of each role in each unit as many as are wanted beyond those who hold it. */
function lacking(wanted: readonly DemoPost[], held: readonly Post[]): readonly DemoPost[] {
  const filled = new Map<string, number>()
  const keyOf = ({ unit, role }: Post) => `${unit}|${role}`
  const own = new Set(wanted.map((post) => post.id))
  for (const post of held)
    if (!own.has(post.id)) filled.set(keyOf(post), (filled.get(keyOf(post)) ?? 0) + 1)
  return wanted.filter((post) => {
    const left = filled.get(keyOf(post)) ?? 0
    filled.set(keyOf(post), left - 1)
    return left <= 0
  })
}
