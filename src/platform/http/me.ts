import { narrowest, placeOf } from '../../kernel/directory.ts'
import type { Kind } from '../../kernel/kind.ts'
import { startsFor } from '../../kernel/offers.ts'
import { unopenedRecord } from '../../kernel/record.ts'
import { dayOf } from '../../kernel/time.ts'
import { type HeldPost, heldPosts, roleLabel } from '../identity/posts.ts'
import type { CityState } from '../world/city-state.ts'
import type { HttpDeps, Session } from './deps.ts'
import { unreadCount } from './notices.ts'
import { waitingFor } from './todo-query.ts'
import { actorOf, cityOf } from './who.ts'
import { cityIso } from './wire.ts'

/** Who is signed in, in which post, and what that post can begin. */
export async function meView(deps: HttpDeps, session: Session) {
  const state = cityOf(deps)
  const now = deps.now()
  const { account, post } = session
  const posts = await heldPosts(deps.db, { city: state.city, now }, { person: account.person })
  const waiting = await Promise.all(posts.map((one) => waitingFor(deps, state, one)))
  return {
    person: { id: account.person, name: session.personName },
    account: { login: account.login },
    post: postView(post, state),
    posts: posts.map((one, at) => ({ ...postView(one, state), waiting: waiting[at] ?? 0 })),
    city: { code: state.city, name: state.name },
    demo: state.demo,
    mustFirst: session.mustFirst,
    today: dayOf(now),
    now: cityIso(now),
    version: state.version,
    nav: deps.navOf(post, state),
    starts: [...deps.registry.values()].flatMap((kind) =>
      startsOf(deps, kind, { session, state }).map(({ command, label }) => ({
        kind: kind.name,
        command,
        label,
      })),
    ),
    notices: await unreadCount(deps, state, post),
  }
}

export function postView(post: HeldPost, { world }: CityState) {
  const unit = world.directory.units.get(post.unit)
  return {
    id: post.id,
    unit: {
      id: post.unit,
      name: unit?.name ?? String(post.unit),
      type: unit?.type ?? '',
      area: unit?.area ?? 0,
    },
    role: post.role,
    roleName: roleLabel(post.role),
    title: post.standsFor === undefined ? post.title : `${post.title}（代${post.standsFor}）`,
    standsFor: post.standsFor,
    until: post.until === undefined ? undefined : dayOf(post.until - 1),
  }
}

/** What a post may begin of a kind, where its unit is. */
export function startsOf(
  deps: HttpDeps,
  kind: Kind,
  { session, state }: { session: Session; state: CityState },
) {
  const area = state.world.directory.units.get(session.post.unit)?.area ?? state.city
  const place = placeOf(state.world.directory, area) ?? { city: state.city }
  const record = unopenedRecord({ kind: kind.name, place, openedAt: deps.now() })
  const { world } = state
  const actor = actorOf(session)
  return narrowest(place) === 0
    ? []
    : startsFor(kind, { world, record, actor, at: deps.now(), facts: {} }).filter(
        (offer) => kind.starts[offer.command]?.unlisted !== true,
      )
}
