import type { Instant } from '../../kernel/time.ts'
import { preparedQuery } from '../store/prepared.ts'
import { momentOf } from '../store/value-types.ts'
import { heldPosts, type HeldPost } from './posts.ts'
import { factorsOf, hasSecondFactor, needsSecondFactor } from './second-factor.ts'
import type { Session, SessionOptions } from './session.ts'
import { digestOf } from './token.ts'

type Found = { readonly session: Session; readonly ends: Instant }

/** The session of a token as it stands now, and when it ends if nothing more is asked. */
export async function loadSession(
  options: SessionOptions,
  token: string,
  { now, quiet }: { readonly now: Instant; readonly quiet: boolean },
): Promise<Found | undefined> {
  const { db, city, limits } = options
  const row = await rowOf(options, token)
  const { idleMs } = limits(now)
  if (row === undefined || row.expires <= now || row.seen + idleMs <= now) return undefined
  const posts = await heldPosts(db, { city: city(), now }, { person: row.person })
  const own = posts.find((one) => one.id === row.post)
  const post = own ?? posts.find(({ follows }) => follows === row.post) ?? posts[0]
  if (post === undefined) return undefined
  const isNoted = !quiet && now - row.seen > seenEveryMs
  if (isNoted || row.post !== post.id)
    await noteSeen(options, { id: row.id, post: post.id }, quiet ? row.seen : now)
  const account = { id: row.account, person: row.person, login: row.login }
  const mustFirst = row.must_change
    ? ('changePassword' as const)
    : await missingFactor(options, { account: row.account, posts, now })
  return {
    session: {
      id: row.id,
      account,
      personName: post.personName,
      post,
      proved: row.proved,
      staysUntil: row.stay ? row.expires : undefined,
      mustFirst,
    },
    ends: Math.min(row.expires, (isNoted ? now : row.seen) + idleMs),
  }
}

const seenEveryMs = 60_000

async function rowOf({ db, city }: SessionOptions, token: string) {
  const query = db.read
    .selectFrom('session as s')
    .innerJoin('account as a', (join) =>
      join.onRef('a.city', '=', 's.city').onRef('a.id', '=', 's.account'),
    )
    .select(['s.id', 's.account', 's.post', 's.expires', 's.seen', 's.proved', 's.stay'])
    .select(['a.person', 'a.login', 'a.must_change'])
    .where('s.city', '=', city())
    .where('s.token_hash', '=', digestOf(token))
    .where('a.ended_at', 'is', null)
  const [row] = await preparedQuery(db, query)
  return row
}

/** Of all posts one holds: who may turn to a post is asked what that post is asked. */
async function missingFactor(
  { db, city, world }: SessionOptions,
  who: { readonly account: string; readonly posts: readonly HeldPost[]; readonly now: Instant },
): Promise<'addFactor' | undefined> {
  const roles = who.posts.map(({ role }) => role)
  if (!needsSecondFactor(world(), roles, who.now)) return undefined
  return hasSecondFactor(await factorsOf(db, city(), who.account)) ? undefined : 'addFactor'
}

export async function noteSeen(
  { db, city }: SessionOptions,
  { id, post }: { readonly id: string; readonly post: string },
  now: Instant,
): Promise<void> {
  await db.read
    .updateTable('session')
    .set({ seen: momentOf(now), post })
    .where('city', '=', city())
    .where('id', '=', id)
    .execute()
}
