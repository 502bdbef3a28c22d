import type { FastifyInstance } from 'fastify'
import { pathText } from '../../kernel/directory.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import { loaded } from '../store/load.ts'
import type { CityState } from '../world/city-state.ts'
import { share } from './clock-view.ts'
import type { HttpDeps, Session } from './deps.ts'
import { groupCounts, todoPage, type TodoQuery, type TodoRow } from './todo-query.ts'
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
  const takers = await loadActors(
    deps,
    state,
    rows.flatMap((row) => (row.taker === null ? [] : [row.taker])),
  )
  const last = rows.at(-1)
  return {
    groups: counts,
    rows: rows.flatMap((row) => {
      if (row.id === null) return []
      const { record } = loaded(row)
      const kind = deps.registry.get(row.of_kind)
      if (kind === undefined) return []
      if (!isSeen(kind, { world: state.world, record, actor: actorOf(session) })) return []
      const taker =
        row.taker === null
          ? undefined
          : { post: row.taker, name: takers.get(row.taker)?.name ?? '' }
      return [todoRow(kind, record, { row, state, now: deps.now(), taker })]
    }),
    next:
      rows.length < size || last === undefined
        ? undefined
        : cursorOf([last.due_at, last.record_id, last.command, last.of_party]),
  }
}

function todoRow(
  kind: Kind,
  record: RecordState,
  at: {
    row: TodoRow
    state: CityState
    now: number
    taker: { post: string; name: string } | undefined
  },
) {
  const { row, state, now } = at
  const { directory } = state.world
  const party = record.parties.find((one) => one.role === row.of_role && one.unit === row.of_party)
  const here =
    row.of_role === ''
      ? kind.states[record.state]
      : kind.parties?.[row.of_role]?.states[party?.state ?? '']
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
      row.of_role === ''
        ? undefined
        : {
            role: row.of_role,
            unit: row.of_party,
            unitName: directory.units.get(row.of_party)?.name,
          },
    due: maybeIso(row.due_at),
    provisional: row.provisional,
    late: row.due_at !== null && row.due_at < now,
    share: running === undefined ? undefined : share(running, now),
    taker: at.taker,
    from: sender(row, state),
  }
}

function responsibleField(kind: Kind): string {
  const seat = kind.seats[kind.responsible]
  return seat !== undefined && 'field' in seat.is ? seat.is.field : ''
}

/** Who took the last step, so that a to-do says whom it came from. What a clock noted came from
 *  nobody. */
function sender({ last_actor: actor, last_unit: unit }: TodoRow, state: CityState) {
  if (actor === 'link' || actor === 'public') return '诉求人'
  if (unit === null) return undefined
  return state.world.directory.units.get(unit)?.name ?? String(unit)
}
