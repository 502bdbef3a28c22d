import type { Actor } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import { neighbourList } from '../courier/neighbours.ts'
import { reached } from '../store/faults.ts'
import { type CityState, labelIn } from '../world/city-state.ts'
import type { HttpDeps } from './deps.ts'
import { labelOfCommand } from './kind-commands.ts'
import { cityIso, maybeIso } from './wire.ts'

type At = { readonly kind: Kind; readonly record: string; readonly state: CityState }

const mostShown = 100

/** What a record sent to neighbouring cities, the newest first: when, when it was taken, and what
 *  waits. */
export async function parcelViews(deps: HttpDeps, { kind, record, state }: At) {
  if (kind.sharedWith === undefined) return []
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('parcel')
      .select(['id', 'to_city', 'kind', 'command', 'at', 'taken_at', 'dropped_at'])
      .select(['refused', 'said'])
      .where('city', '=', state.city)
      .where('record_id', '=', record)
      .orderBy('at', 'desc')
      .orderBy('seq', 'desc')
      .orderBy('id', 'desc')
      .limit(mostShown)
      .execute(),
  )
  const now = deps.now()
  const waits = rows.some((row) => stateOf(row) === 'waiting')
  const away = waits ? await citiesAway(deps, state.city) : new Set<number>()
  return rows.map((row) => ({
    id: row.id,
    to: cityName(state, row.to_city),
    label: labelOfCommand(deps.registry.get(row.kind), row.command),
    at: cityIso(row.at),
    takenAt: maybeIso(row.taken_at ?? undefined),
    is: stateOf(row),
    /** How long it took, or has been waiting so far. */
    seconds: Math.max(0, Math.round(((row.taken_at ?? now) - row.at) / 1000)),
    isAway: away.has(row.to_city),
    said: row.taken_at === null ? (row.said ?? undefined) : undefined,
  }))
}

/** Cities at whose door the courier stood in vain: what comes behind waits for the same. */
async function citiesAway(deps: HttpDeps, city: number): Promise<ReadonlySet<number>> {
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('parcel')
      .select('to_city')
      .distinct()
      .where('city', '=', city)
      .where('taken_at', 'is', null)
      .where('dropped_at', 'is', null)
      .where('refused', 'is', null)
      .where('tries', '>', 0)
      .execute(),
  )
  return new Set(rows.map((row) => row.to_city))
}

/** What neighbouring cities refused of a record, for a post of the unit that is to settle it. */
export async function refusedParcels(
  deps: HttpDeps,
  { record, actor, state }: Pick<At, 'record' | 'state'> & { readonly actor: Actor },
  kind?: Kind,
) {
  if (actor.by !== 'post' || (kind !== undefined && kind.sharedWith === undefined)) return []
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('parcel')
      .innerJoin('todo', (join) =>
        join
          .onRef('todo.city', '=', 'parcel.city')
          .onRef('todo.record_id', '=', 'parcel.record_id'),
      )
      .select(['parcel.id', 'parcel.kind', 'parcel.command', 'parcel.to_city', 'parcel.said'])
      .where('parcel.city', '=', state.city)
      .where('parcel.record_id', '=', record)
      .where('parcel.refused', 'is not', null)
      .where('parcel.taken_at', 'is', null)
      .where('parcel.dropped_at', 'is', null)
      .where('todo.command', '=', 'effectRefused')
      .where('todo.unit', '=', actor.post.unit)
      .orderBy('parcel.at')
      .execute(),
  )
  return rows.map((row) => ({
    effect: row.id,
    asks: row.command,
    label: labelOfCommand(deps.registry.get(row.kind), row.command),
    says: row.said ?? '',
    to: cityName(state, row.to_city),
  }))
}

function cityName({ lists }: CityState, code: number): string {
  return labelIn(lists, neighbourList, String(code))
}

function stateOf(row: {
  readonly taken_at: number | null
  readonly dropped_at: number | null
  readonly refused: string | null
}): 'taken' | 'dropped' | 'refused' | 'waiting' {
  if (row.taken_at !== null) return 'taken'
  if (row.dropped_at !== null) return 'dropped'
  return row.refused === null ? 'waiting' : 'refused'
}
