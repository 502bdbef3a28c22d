import { roleNames } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/time.ts'
import { isGuarded } from '../../identity/guarded.ts'
import { officeOf, sensitive } from '../../identity/offices.ts'
import { roleIn } from '../../identity/posts.ts'
import { moment } from '../../world/sql-moment.ts'
import type { HttpDeps } from '../deps.ts'
import { loadActors } from '../references.ts'
import { cityOf } from '../who.ts'
import { cityIso } from '../wire.ts'

type At = { readonly city: number; readonly now: number }

/** What the system administrator asked for and nobody has decided, the oldest first. */
export async function waitingGrants(deps: HttpDeps, { city }: At) {
  const rows = await deps.db.read
    .selectFrom('post_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.city', '=', 'post_grant.city')
        .onRef('person.id', '=', 'post_grant.person'),
    )
    .selectAll('post_grant')
    .select('person.name')
    .where('post_grant.city', '=', city)
    .where('post_grant.decided_at', 'is', null)
    .orderBy('post_grant.asked_at')
    .execute()
  const state = cityOf(deps)
  const actors = await loadActors(
    deps,
    state,
    rows.map(({ asked_by }) => asked_by),
  )
  return rows.map((row) => {
    const asker = actors.get(row.asked_by)
    return {
      id: row.id,
      what: row.what,
      person: row.name,
      unit: unitName(deps, row.unit),
      role: labelOf(row.role),
      title: row.title,
      from: dayOf(row.valid_from),
      to: row.valid_to === null ? undefined : dayOf(row.valid_to),
      askedBy: asker === undefined ? '' : `${asker.name} · ${asker.unit}`,
      askedAt: cityIso(row.asked_at),
    }
  })
}

/** The three administrators there are now: whose posts are watched most. Others are found by name
 *  among the accounts. */
export async function sensitivePosts(deps: HttpDeps, { city, now }: At) {
  const rows = await deps.db.read
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.city', '=', 'post.city').onRef('person.id', '=', 'post.person'),
    )
    .select(['post.id', 'post.unit', 'post.role', 'post.title', 'post.valid_from', 'person.name'])
    .where('post.city', '=', city)
    .where('post.role', 'in', ['admin', 'security', 'auditor'])
    .where('post.valid_from', '<=', moment(now))
    .where((eb) => eb.or([eb('post.valid_to', 'is', null), eb('post.valid_to', '>', moment(now))]))
    .orderBy('post.role')
    .orderBy('post.id')
    .execute()
  return rows.map(({ id, unit, role, title, name, valid_from }) => ({
    id,
    person: name,
    unit: unitName(deps, unit),
    role: labelOf(role),
    title,
    from: dayOf(valid_from),
  }))
}

/** Accounts by login or name, with the far-reaching posts of their people. */
export async function accountsFound(deps: HttpDeps, { city, now }: At, q: string) {
  if (q === '') return []
  const like = `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`
  const rows = await deps.db.read
    .selectFrom('account')
    .innerJoin('person', (join) =>
      join.onRef('person.city', '=', 'account.city').onRef('person.id', '=', 'account.person'),
    )
    .select(['account.id', 'account.login', 'account.person', 'person.name'])
    .where('account.city', '=', city)
    .where('account.ended_at', 'is', null)
    .where((eb) => eb.or([eb('account.login', 'like', like), eb('person.name', 'like', like)]))
    .orderBy('account.login')
    .limit(50)
    .execute()
  if (rows.length === 0) return []
  const posts = await deps.db.read
    .selectFrom('post')
    .select(['id', 'person', 'unit', 'role', 'title', 'deputises'])
    .where('city', '=', city)
    .where(
      'person',
      'in',
      rows.map(({ person }) => person),
    )
    .where('valid_from', '<=', moment(now))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', moment(now))]))
    .execute()
  const resets = await Promise.all(rows.map(({ person }) => mayReset(deps, { city, now, person })))
  return rows.map(({ id, login, person, name }, place) => ({
    id,
    login,
    name,
    mayReset: resets[place] === true,
    posts: posts
      .filter((one) => one.person === person)
      .map((one) => ({
        id: one.id,
        unit: unitName(deps, one.unit),
        role: `${labelOf(one.role)}${one.deputises === null ? '' : '（代理）'}`,
        mayEnd: sensitive.includes(one.role) || one.deputises !== null,
      })),
  }))
}

export async function accountNamed(deps: HttpDeps, { city, now }: At, id: string) {
  const row = await deps.db.read
    .selectFrom('account')
    .select(['login', 'person'])
    .where('city', '=', city)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { ...row, mayReset: await mayReset(deps, { city, now, person: row.person }) }
}

/** Whose password is not the system administrator's to give; his own is, so that nobody holds both. */
async function mayReset(deps: HttpDeps, of: At & { readonly person: string }): Promise<boolean> {
  return (await officeOf(deps.db, of)) !== 'admin' && isGuarded(deps.db, of)
}

function unitName(deps: HttpDeps, unit: number): string {
  return cityOf(deps).world.directory.units.get(unit)?.name ?? String(unit)
}

function labelOf(role: string): string {
  const known = roleIn(role)
  return known === undefined ? role : roleNames[known]
}
