import { isOffice } from '../../kernel/actor.ts'
import { type AskedHolder, type HeldPlace, oneHolder } from '../../kernel/holder-fact.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { heldPosts } from './posts.ts'

/** The one post that is asked for, as a record keeps it: the sole holder of a role in a unit, or what
 *  the person who held a post holds now, the last they began. Deputies stand in and hold nothing. */
export async function holderOf(
  db: Database,
  at: { readonly city: number; readonly now: Instant },
  asked: AskedHolder,
): Promise<HeldPlace | undefined> {
  if ('unit' in asked) {
    const own = (await heldPosts(db, at, { unit: asked.unit })).filter(isOwn)
    return placeOf(oneHolder(own, asked.roles))
  }
  const then = await db.read
    .selectFrom('post')
    .select('person')
    .where('city', '=', at.city)
    .where('id', '=', asked.post)
    .executeTakeFirst()
  if (then === undefined) return undefined
  const held = (await heldPosts(db, at, { person: then.person })).filter(
    (post) => isOwn(post) && !isOffice(post.role),
  )
  return placeOf(held.find(({ id }) => id === asked.post) ?? held.at(-1))
}

function isOwn({ deputises }: { readonly deputises?: string | undefined }): boolean {
  return deputises === undefined
}

function placeOf(post: HeldPlace | undefined): HeldPlace | undefined {
  return post && { id: post.id, unit: post.unit, person: post.person }
}
