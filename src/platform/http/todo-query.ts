import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Post } from '../../kernel/actor.ts'
import { addDays, dayOf, startOfDay, weekdayOf } from '../../kernel/time.ts'
import { type LoadedRow, recordColumns } from '../store/load.ts'
import { prepared } from '../store/prepared.ts'
import type { CityState } from '../world/city-state.ts'
import { moment } from '../world/sql-moment.ts'
import type { HttpDeps } from './deps.ts'
import { takeable } from './takeable.ts'
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
  const found = new Map<string, number>()
  for (const { kind, late, today, week, later } of await counted(deps, { state, post, query: {} }))
    found.set(kind, (found.get(kind) ?? 0) + late + today + week + later)
  return found
}

export async function groupCounts(
  deps: HttpDeps,
  at: TodoAt,
): Promise<Readonly<Record<Group, number>>> {
  const counts = { late: 0, today: 0, week: 0, later: 0 }
  for (const row of await counted(deps, at)) for (const group of groups) counts[group] += row[group]
  return counts
}

const groups: readonly Group[] = ['late', 'today', 'week', 'later']

type Counted = Readonly<Record<Group, number>> & {
  readonly kind: string
  readonly role: string
  readonly command: string
}

/** What waits in the post's unit by step; a to-do counts only where the post's role may take it. */
async function counted(deps: HttpDeps, at: TodoAt): Promise<readonly Counted[]> {
  const { late, today, week } = bounds(deps.now())
  const rows = await prepared(
    deps.db,
    sql<Counted>`
      select kind, role, command,
        (count(*) filter (where due_at < ${moment(late)}))::int as late,
        (count(*) filter (where due_at >= ${moment(late)} and due_at < ${moment(today)}))::int as today,
        (count(*) filter (where due_at >= ${moment(today)} and due_at < ${moment(week)}))::int as week,
        (count(*) filter (where due_at is null or due_at >= ${moment(week)}))::int as later
      from todo where ${inUnit(at)} group by kind, role, command`,
  )
  const { triples } = takeable(deps, at.post)
  return rows.filter(({ kind, role, command }) => triples.has(`${kind}|${role}|${command}`))
}

function inUnit({ state, post, query }: TodoAt): RawBuilder<SqlBool> {
  const parts = [
    sql<SqlBool>`todo.city = ${state.city}::int`,
    sql<SqlBool>`todo.unit = ${post.unit}::int`,
    ...(query.kind === undefined ? [] : [sql<SqlBool>`todo.kind = ${query.kind}`]),
    ...(query.mine === '1' ? [sql<SqlBool>`todo.taker = ${post.id}::uuid`] : []),
  ]
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
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

/** One page of a post's to-dos, the most pressing first, each with its record and whom the record's
 *  last step came from. */
export function todoPage(deps: HttpDeps, at: TodoAt, size: number): Promise<readonly TodoRow[]> {
  const group = inGroup(at.query.group, deps.now())
  const after = readCursor(at.query.cursor)
  const conditions = [
    inUnit(at),
    takeable(deps, at.post).condition,
    ...(group === undefined ? [] : [group]),
    ...(after === undefined ? [] : [afterCursor(after)]),
  ]
  return prepared(
    deps.db,
    sql<TodoRow>`
      select t.record_id, t.command, t.role as of_role, t.party as of_party, t.kind as of_kind,
        t.due_at, t.provisional, t.taker, ${sql.raw(recordColumns)},
        last.actor as last_actor, giver.unit as last_unit
      from (select * from todo where ${sql.join(conditions, sql` and `)}
        order by due_at asc nulls last, record_id, command, party limit ${size}::int) t
      left join lateral (select * from record
        where city = t.city and id = t.record_id offset 0) r on true
      left join lateral (select actor, post from event
        where city = t.city and record_id = t.record_id and seq = r.version offset 0) last on true
      left join lateral (select unit from post
        where city = t.city and id = nullif(last.post, '')::uuid offset 0) giver on true
      order by t.due_at asc nulls last, t.record_id, t.command, t.party`,
  )
}

export type TodoRow = {
  readonly record_id: string
  readonly command: string
  readonly of_role: string
  readonly of_party: number
  readonly of_kind: string
  readonly due_at: number | null
  readonly provisional: boolean
  readonly taker: string | null
  readonly last_actor: string | null
  readonly last_unit: number | null
} & (LoadedRow | { readonly id: null })

function afterCursor([due, record, command, party]: readonly unknown[]): RawBuilder<SqlBool> {
  const rest = sql`(record_id, command, party) > (${String(record)}::uuid, ${String(command)}, ${Number(party)})`
  if (typeof due !== 'number') return sql<SqlBool>`(due_at is null and ${rest})`
  const at = moment(due)
  return sql<SqlBool>`(due_at > ${at} or due_at is null or (due_at = ${at} and ${rest}))`
}
