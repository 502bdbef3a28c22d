import type { Actor } from '../../kernel/actor.ts'
import type { RecordState } from '../../kernel/record.ts'
import { dayOf, yearOf } from '../../kernel/time.ts'
import type { Spoken } from '../asking/spoken.ts'
import { reached } from '../store/faults.ts'
import { loadRecords } from '../store/load.ts'
import type { CityState } from '../world/city-state.ts'
import type { HttpDeps } from './deps.ts'
import { heardTexts } from './hearing.ts'
import type { Known, MaskedContact } from './readable.ts'
import { isSeen } from './sight.ts'
import type { ActorWords } from './timeline.ts'

export type Wanted = {
  readonly texts: readonly string[]
  readonly records: readonly string[]
  readonly posts: readonly string[]
  readonly contacts: readonly string[]
}

export type Loaded = {
  readonly known: Known
  readonly actors: ReadonlyMap<string, ActorWords>
  /** The records referred to that the reader may see. */
  readonly seen: ReadonlyMap<string, RecordState>
}

/** Loads what values refer to, besides words of their own record that are there already. Records
 *  that the reader may not see stay unknown. */
export async function loadReferences(
  deps: HttpDeps,
  wanted: Wanted,
  { state, actor, own }: { state: CityState; actor: Actor; own?: readonly Spoken[] | undefined },
): Promise<Loaded> {
  const { city } = state
  const [texts, records, actors, contacts] = await Promise.all([
    heardTexts(deps, { state, actor, own }, wanted.texts),
    loadRecords(deps.db, city, wanted.records),
    loadActors(deps, state, wanted.posts),
    loadMasks(deps, city, wanted.contacts),
  ])
  const seen = new Map(
    [...records].flatMap(([id, { record }]) => {
      const kind = deps.registry.get(record.kind)
      const visible = kind !== undefined && isSeen(kind, { world: state.world, record, actor })
      return visible ? [[id, record] as const] : []
    }),
  )
  const named = [...seen].map(([id, record]) => [id, `${record.number} ${record.title}`] as const)
  return {
    known: {
      state,
      texts,
      records: new Map(named),
      posts: new Map([...actors].map(([id, { name, unit }]) => [id, `${name} · ${unit}`])),
      contacts,
      year: yearOf(dayOf(deps.now())),
    },
    actors,
    seen,
  }
}

/** What posts are called, for as long as a process holds the city as it is: names are entered with
 *  the city's settings, and every change of those is read anew as a whole. */
const actorsOf = new WeakMap<CityState, Map<string, ActorWords>>()

/** Names of posts' holders with their units, also of posts that have ended. */
export async function loadActors(
  deps: HttpDeps,
  state: CityState,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ActorWords>> {
  const kept = actorsOf.get(state) ?? new Map<string, ActorWords>()
  actorsOf.set(state, kept)
  const wanted = [...new Set(ids)].filter((id) => id !== '')
  const missing = wanted.filter((id) => !kept.has(id))
  if (missing.length > 0)
    for (const [id, words] of await readActors(deps, state, missing)) kept.set(id, words)
  return new Map(
    wanted.flatMap((id) => {
      const words = kept.get(id)
      return words === undefined ? [] : [[id, words] as const]
    }),
  )
}

async function readActors(deps: HttpDeps, state: CityState, ids: readonly string[]) {
  const values = [state.city, ids]
  const rows = await reached(() =>
    deps.db.quick.run<ActorRow>({ name: 'actors', text: actorsText, values }),
  )
  const { units } = state.world.directory
  return new Map(
    rows.map(({ id, unit, name, stands_for: principal }) => [
      id,
      {
        name: principal === null ? name : `${name}（代${principal}）`,
        unit: units.get(unit)?.name ?? String(unit),
      },
    ]),
  )
}

type ActorRow = {
  readonly id: string
  readonly unit: number
  readonly name: string
  readonly stands_for: string | null
}

const actorsText = `select post.id, post.unit, person.name, away.name as stands_for from post
  join person on person.city = post.city and person.id = post.person
  left join post as own on own.city = post.city and own.id = post.deputises
  left join person as away on away.city = own.city and away.id = own.person
  where post.city = $1::int and post.id = any($2::uuid[])`

async function loadMasks(
  deps: HttpDeps,
  city: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MaskedContact>> {
  if (ids.length === 0) return new Map()
  const values = [city, [...new Set(ids)]]
  const rows = await reached(() =>
    deps.db.quick.run<MaskRow>({ name: 'masks', text: masksText, values }),
  )
  return new Map(rows.map((row) => [row.id, { name: row.mask_name, phone: row.mask_phone }]))
}

type MaskRow = { readonly id: string; readonly mask_name: string; readonly mask_phone: string }

const masksText = `select id, mask_name, mask_phone from contact
  where city = $1::int and id = any($2::uuid[]) and erased_at is null`
