import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { isOffice, type Post } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import { addDays, dayOf, startOfDay, weekdayOf } from '../../kernel/time.ts'
import { reached } from '../store/faults.ts'
import type { CityState } from '../world/city-state.ts'
import { moment } from '../world/sql-moment.ts'
import type { HttpDeps } from './deps.ts'
import { readCursor } from './wire.ts'

export type TodoQuery = {
  group?: string
  kind?: string
  mine?: string
  cursor?: string
  limit?: string
}
type Group = 'late' | 'today' | 'week' | 'later'

export type TodoAt = { readonly state: CityState; readonly post: Post; readonly query: TodoQuery }

/** How many to-dos wait for a post. */
export async function waitingFor(deps: HttpDeps, state: CityState, post: Post): Promise<number> {
  const counts = await groupCounts(deps, { state, post, query: {} })
  return Object.values(counts).reduce((sum, n) => sum + n, 0)
}

/** The same by kind. */
export async function waitingByKind(
  deps: HttpDeps,
  state: CityState,
  post: Post,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('todo')
      .select(['kind', sql<number>`count(*)::int`.as('n')])
      .where(wanted(deps, { state, post, query: {} }))
      .groupBy('kind')
      .execute(),
  )
  return new Map(rows.map(({ kind, n }) => [kind, n]))
}

/** A to-do counts for a post only where its role may take the expected step. */
function takeable(deps: HttpDeps, post: Post): RawBuilder<SqlBool> {
  const triples = [...deps.registry.values()].flatMap((kind) =>
    expectations(kind, post).map(([role, command]) => `${kind.name}|${role}|${command}`),
  )
  return sql<SqlBool>`todo.kind || '|' || todo.role || '|' || todo.command = any(${triples}::text[])`
}

function expectations(kind: Kind, post: Post): readonly (readonly [string, string])[] {
  const mayTake = (by: readonly string[]) =>
    by.some((name) => {
      if (name === 'self') return true
      const roles = kind.relations[name]?.roles
      return (
        kind.relations[name] !== undefined && (roles === undefined || roles.includes(post.role))
      )
    })
  const own = Object.values(kind.states).flatMap((state) =>
    (state.expects ?? []).flatMap(({ command }) =>
      mayTake(state.commands?.[command]?.by ?? []) ? [['', command] as const] : [],
    ),
  )
  const ofParties = Object.entries(kind.parties ?? {}).flatMap(([role, party]) =>
    Object.values(party.states).flatMap((state) =>
      (state.expects ?? []).flatMap(({ command }) =>
        mayTake(state.commands?.[command]?.by ?? []) ? [[role, command] as const] : [],
      ),
    ),
  )
  return [...own, ...ofParties, ...(settles(kind, post) ? [['', 'effectRefused'] as const] : [])]
}

/** What was refused waits with whoever dispatches, or answers for what is shared with another city:
 *  listed where they see the record. */
function settles({ sharedWith, see, relations }: Kind, { role }: Post): boolean {
  if (isOffice(role)) return false
  return (
    sharedWith !== undefined ||
    see.some((name) => {
      const is = relations[name]?.is
      return is !== undefined && 'function' in is && is.function === 'dispatch'
    })
  )
}

function wanted(deps: HttpDeps, { state, post, query }: TodoAt): RawBuilder<SqlBool> {
  const parts = [
    sql<SqlBool>`todo.city = ${state.city}`,
    sql<SqlBool>`todo.unit = ${post.unit}`,
    takeable(deps, post),
    ...(query.kind === undefined ? [] : [sql<SqlBool>`todo.kind = ${query.kind}`]),
    ...(query.mine === '1' ? [sql<SqlBool>`todo.taker = ${post.id}::uuid`] : []),
  ]
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

export async function groupCounts(
  deps: HttpDeps,
  at: TodoAt,
): Promise<Readonly<Record<Group, number>>> {
  const { late, today, week } = bounds(deps.now())
  const { rows } = await reached(() =>
    sql<Record<Group, number>>`
      select count(*) filter (where due_at < ${moment(late)})::int as late,
        count(*) filter (where due_at >= ${moment(late)} and due_at < ${moment(today)})::int as today,
        count(*) filter (where due_at >= ${moment(today)} and due_at < ${moment(week)})::int as week,
        count(*) filter (where due_at is null or due_at >= ${moment(week)})::int as later
      from todo where ${wanted(deps, at)}`.execute(deps.db.read),
  )
  return rows[0] ?? { late: 0, today: 0, week: 0, later: 0 }
}

/** Where the groups part: now, tonight, and the end of the week's Sunday. */
function bounds(now: number): { late: number; today: number; week: number } {
  const day = dayOf(now)
  const today = startOfDay(addDays(day, 1))
  const toSunday = (7 - weekdayOf(day)) % 7
  return { late: now, today, week: startOfDay(addDays(day, toSunday + 1)) }
}

function inGroup(group: string | undefined, now: number): RawBuilder<SqlBool> | undefined {
  const { late, today, week } = bounds(now)
  switch (group) {
    case 'late':
      return sql<SqlBool>`due_at < ${moment(late)}`
    case 'today':
      return sql<SqlBool>`due_at >= ${moment(late)} and due_at < ${moment(today)}`
    case 'week':
      return sql<SqlBool>`due_at >= ${moment(today)} and due_at < ${moment(week)}`
    case 'later':
      return sql<SqlBool>`(due_at is null or due_at >= ${moment(week)})`
    case undefined:
    default:
      return undefined
  }
}

/** One page of a post's to-dos, the most pressing first. */
export async function todoPage(deps: HttpDeps, at: TodoAt, size: number) {
  const group = inGroup(at.query.group, deps.now())
  const after = readCursor(at.query.cursor)
  const rows = await reached(() => {
    const base = deps.db.read
      .selectFrom('todo')
      .select(['record_id', 'command', 'role', 'party', 'kind', 'due_at', 'provisional', 'taker'])
      .where(wanted(deps, at))
    const grouped = group === undefined ? base : base.where(group)
    const paged = after === undefined ? grouped : grouped.where(afterCursor(after))
    return paged
      .orderBy(sql`due_at asc nulls last`)
      .orderBy('record_id')
      .orderBy('command')
      .orderBy('party')
      .limit(size)
      .execute()
  })
  return rows
}

function afterCursor([due, record, command, party]: readonly unknown[]): RawBuilder<SqlBool> {
  const rest = sql`(record_id, command, party) > (${String(record)}::uuid, ${String(command)}, ${Number(party)})`
  if (typeof due !== 'number') return sql<SqlBool>`(due_at is null and ${rest})`
  const at = moment(due)
  return sql<SqlBool>`(due_at > ${at} or due_at is null or (due_at = ${at} and ${rest}))`
}
