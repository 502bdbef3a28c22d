import type { FastifyInstance } from 'fastify'
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Post } from '../../kernel/actor.ts'
import { pathText } from '../../kernel/directory.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { addDays, dayOf, startOfDay, weekdayOf } from '../../kernel/time.ts'
import { reached } from '../store/faults.ts'
import { loadRecords } from '../store/load.ts'
import type { CityState } from '../world/city-state.ts'
import { moment } from '../world/sql-moment.ts'
import { share } from './clock-view.ts'
import type { HttpDeps, Session } from './deps.ts'
import { loadActors } from './references.ts'
import { isSeen } from './sight.ts'
import { actorOf, cityOf, signedIn } from './who.ts'
import { cityIso, cursorOf, maybeIso, readCursor } from './wire.ts'

type Query = { group?: string; kind?: string; mine?: string; cursor?: string; limit?: string }
const groups = ['late', 'today', 'week', 'later'] as const
type Group = (typeof groups)[number]

/** The one to-do list of a post: everything its unit is expected to do that this post may do. */
export function todoRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const query = ['group', 'kind', 'mine', 'cursor', 'limit']
  app.get('/api/todos', { config: { about: '待办', query } }, async (request) => {
    const session = await signedIn(deps, request)
    return todos(deps, session, request.query as Query)
  })
}

/** How many to-dos wait for a post. */
export async function waitingFor(deps: HttpDeps, state: CityState, post: Post): Promise<number> {
  const counts = await groupCounts(deps, { state, post, query: {} })
  return Object.values(counts).reduce((sum, n) => sum + n, 0)
}

type At = { readonly state: CityState; readonly post: Post; readonly query: Query }

async function todos(deps: HttpDeps, session: Session, query: Query) {
  const state = cityOf(deps)
  const at = { state, post: session.post, query }
  const size = Math.min(100, Math.max(1, Number(query.limit ?? 50) || 50))
  const [counts, rows] = await Promise.all([groupCounts(deps, at), page(deps, at, size)])
  const records = await loadRecords(
    deps.db,
    state.city,
    rows.map((row) => row.record_id),
  )
  const [actors, senders] = await Promise.all([
    loadActors(
      deps,
      state,
      rows.flatMap((row) => (row.taker === null ? [] : [row.taker])),
    ),
    lastActors(
      deps,
      state,
      [...records.values()].map(({ record }) => record),
    ),
  ])
  const last = rows.at(-1)
  return {
    groups: counts,
    rows: rows.flatMap((row) => {
      const record = records.get(row.record_id)?.record
      const kind = deps.registry.get(row.kind)
      if (record === undefined || kind === undefined) return []
      if (!isSeen(kind, { world: state.world, record, actor: actorOf(session) })) return []
      return [
        todoRow(kind, record, {
          row,
          state,
          now: deps.now(),
          taker:
            row.taker === null
              ? undefined
              : { post: row.taker, name: actors.get(row.taker)?.name ?? '' },
          from: senders.get(record.id),
        }),
      ]
    }),
    next:
      rows.length < size || last === undefined
        ? undefined
        : cursorOf([last.due_at, last.record_id, last.command, last.party]),
  }
}

type Row = Awaited<ReturnType<typeof page>>[number]

function todoRow(
  kind: Kind,
  record: RecordState,
  at: {
    row: Row
    state: CityState
    now: number
    taker: { post: string; name: string } | undefined
    from: string | undefined
  },
) {
  const { row, state, now } = at
  const { directory } = state.world
  const party = record.parties.find((one) => one.role === row.role && one.unit === row.party)
  const here =
    row.role === ''
      ? kind.states[record.state]
      : kind.parties?.[row.role]?.states[party?.state ?? '']
  const clockName = here?.expects?.find((one) => one.command === row.command)?.clock
  const running = clockName === undefined ? undefined : (party?.clocks ?? record.clocks)[clockName]
  const lead = directory.units.get(Number(record.fields[responsibleField(kind)] ?? 0))
  return {
    record: {
      id: record.id,
      kind: kind.name,
      kindLabel: kind.label,
      number: record.number,
      title: record.title,
      state: record.state,
      stateLabel: kind.states[record.state]?.label ?? record.state,
      place: pathText(directory, record.place),
      openedAt: cityIso(record.openedAt),
      lead: lead?.name,
      version: record.version,
    },
    command: row.command,
    commandLabel: here?.commands?.[row.command]?.label ?? row.command,
    party:
      row.role === ''
        ? undefined
        : { role: row.role, unit: row.party, unitName: directory.units.get(row.party)?.name },
    due: maybeIso(row.due_at),
    provisional: row.provisional,
    late: row.due_at !== null && row.due_at < now,
    share: running === undefined ? undefined : share(running, now),
    taker: at.taker,
    from: at.from,
  }
}

function responsibleField(kind: Kind): string {
  const seat = kind.seats[kind.responsible]
  return seat !== undefined && 'field' in seat.is ? seat.is.field : ''
}

/** A to-do counts for a post only where its role may take the expected step. */
export function takeable(deps: HttpDeps, post: Post): RawBuilder<SqlBool> {
  const triples = [...deps.registry.values()].flatMap((kind) => [
    ...expectations(kind, post).map(([role, command]) => `${kind.name}|${role}|${command}`),
  ])
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
  return [...own, ...ofParties]
}

function wanted(deps: HttpDeps, { state, post, query }: At): RawBuilder<SqlBool> {
  const parts = [
    sql<SqlBool>`todo.city = ${state.city}`,
    sql<SqlBool>`todo.unit = ${post.unit}`,
    takeable(deps, post),
    ...(query.kind === undefined ? [] : [sql<SqlBool>`todo.kind = ${query.kind}`]),
    ...(query.mine === '1' ? [sql<SqlBool>`todo.taker = ${post.id}::uuid`] : []),
  ]
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

async function groupCounts(deps: HttpDeps, at: At): Promise<Readonly<Record<Group, number>>> {
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

async function page(deps: HttpDeps, at: At, size: number) {
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

/** Who took the last step, so that a to-do says whom it came from. */
async function lastActors(
  deps: HttpDeps,
  state: CityState,
  records: readonly RecordState[],
): Promise<ReadonlyMap<string, string>> {
  if (records.length === 0) return new Map()
  const ids = records.map((record) => record.id)
  const seqs = records.map((record) => record.version)
  const { rows } = await reached(() =>
    sql<{ record_id: string; actor: string; post: string }>`
      select event.record_id, event.actor, event.post
      from unnest(${ids}::uuid[], ${seqs}::int[]) as last(id, seq)
      join event on event.city = ${state.city} and event.record_id = last.id and event.seq = last.seq
    `.execute(deps.db.read),
  )
  const actors = await loadActors(
    deps,
    state,
    rows.map((row) => row.post),
  )
  return new Map(
    rows.map((row) => [
      row.record_id,
      row.actor === 'link' || row.actor === 'public'
        ? '诉求人'
        : (actors.get(row.post)?.unit ?? '系统'),
    ]),
  )
}
