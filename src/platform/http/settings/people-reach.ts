import { notAllowed } from '../errors.ts'
import { mustReach, reachesUnit } from './scope.ts'
import type { SettingsAt } from './section.ts'

/** Everyone for the city; for a district those who hold a post there, or none yet. */
export async function peopleInReach(
  at: SettingsAt,
): Promise<readonly { id: string; name: string }[]> {
  const rows = await at.deps.db.read
    .selectFrom('person')
    .leftJoin('post', (join) =>
      join.onRef('post.city', '=', 'person.city').onRef('post.person', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'post.unit'])
    .where('person.city', '=', at.state.city)
    .orderBy('person.name')
    .execute()
  const reached = rows.filter(({ unit }) => at.isCity || unit === null || reachesUnit(at, unit))
  return [...new Map(reached.map(({ id, name }) => [id, { id, name }])).values()]
}

export async function mustReachPerson(at: SettingsAt, person: string): Promise<void> {
  const found = await peopleInReach(at)
  if (!found.some(({ id }) => id === person)) mustReach(at, undefined)
}

/** A post that stands elsewhere is not drawn over by giving its id. */
export async function mustReachPost(at: SettingsAt, id: string): Promise<void> {
  const row = await at.deps.db.read
    .selectFrom('post')
    .select(['unit', 'role'])
    .where('city', '=', at.state.city)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined || at.isCity) return
  if (!reachesUnit(at, row.unit)) mustReach(at, undefined)
  if (row.role === 'admin') throw notAllowed('管理员岗位由市级管理员设置')
}

/** Who signs in for a person acts in all their posts, so all of them must lie in reach. */
export async function mustHoldAll(at: SettingsAt, person: string): Promise<void> {
  await mustReachPerson(at, person)
  const rows = await at.deps.db.read
    .selectFrom('post')
    .select('unit')
    .where('city', '=', at.state.city)
    .where('person', '=', person)
    .execute()
  if (!rows.every(({ unit }) => reachesUnit(at, unit))) mustReach(at, undefined)
}

export async function mustHoldAccount(at: SettingsAt, id: string): Promise<void> {
  if (at.isCity) return
  const row = await at.deps.db.read
    .selectFrom('account')
    .select('person')
    .where('city', '=', at.state.city)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row !== undefined) await mustHoldAll(at, row.person)
}

/** Finds people by the number or the name that a sheet gives. */
export async function personNamed(at: SettingsAt) {
  const all = await peopleInReach(at)
  const ids = new Set(all.map(({ id }) => id))
  const named = Map.groupBy(all, ({ name }) => name)
  return (words: string): { readonly id: string } | { readonly says: string } => {
    if (ids.has(words)) return { id: words }
    const found = named.get(words) ?? []
    const [one, second] = found
    if (one === undefined) return { says: `没有叫“${words}”的人，请先在人员里登记` }
    if (second === undefined) return { id: one.id }
    return { says: `有 ${found.length} 个人叫${words}，请填人员编号` }
  }
}
