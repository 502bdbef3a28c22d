import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { pathText } from '../../kernel/directory.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { reached } from '../store/faults.ts'
import { loadRecords } from '../store/load.ts'
import type { CityState } from '../world/city-state.ts'
import { share } from './clock-view.ts'
import type { HttpDeps, Session } from './deps.ts'
import { groupCounts, todoPage, type TodoQuery } from './todo-query.ts'
import { loadActors } from './references.ts'
import { isSeen } from './sight.ts'
import { actorOf, cityOf, signedIn } from './who.ts'
import { cityIso, cursorOf, maybeIso } from './wire.ts'

/** The one to-do list of a post: everything its unit is expected to do that this post may do. */
export function todoRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const query = ['group', 'kind', 'mine', 'cursor', 'limit']
  app.get('/api/todos', { config: { about: '待办', query } }, async (request) => {
    const session = await signedIn(deps, request)
    return todos(deps, session, request.query as TodoQuery)
  })
}

async function todos(deps: HttpDeps, session: Session, query: TodoQuery) {
  const state = cityOf(deps)
  const at = { state, post: session.post, query }
  const size = Math.min(100, Math.max(1, Number(query.limit ?? 50) || 50))
  const [counts, rows] = await Promise.all([groupCounts(deps, at), todoPage(deps, at, size)])
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

type Row = Awaited<ReturnType<typeof todoPage>>[number]

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
    commandLabel:
      here?.commands?.[row.command]?.label ??
      (row.command === 'effectRefused' ? '处理联动' : row.command),
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

/** Who took the last step, so that a to-do says whom it came from. What a clock noted came from
 *  nobody. */
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
    rows.flatMap((row) => {
      const isResident = row.actor === 'link' || row.actor === 'public'
      const from = isResident ? '诉求人' : actors.get(row.post)?.unit
      return from === undefined ? [] : [[row.record_id, from] as const]
    }),
  )
}
