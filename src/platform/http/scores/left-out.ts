import { countedNow, responsibleUnit } from '../../../kernel/derive.ts'
import { textOf } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'
import { loadRecords } from '../../store/load.ts'
import { reached } from '../../store/faults.ts'
import type { Removed } from '../../tallies/removed.ts'
import type { HttpDeps, Session } from '../deps.ts'
import { invalid } from '../errors.ts'
import { isSeen } from '../sight.ts'
import { actorOf, cityOf } from '../who.ts'
import { listed } from './asked.ts'

const most = 100
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What would leave the counts had these requests been granted: the records that they name are counted
 * as if they named the request back, by the very counters of their kind. Who may not see a request
 * learns nothing by naming it.
 */
export async function leftOut(
  deps: HttpDeps,
  session: Session,
  asked: string | undefined,
): Promise<readonly Removed[]> {
  const ids = listed(asked)
  if (ids.length === 0) return []
  if (ids.length > most || !ids.every((id) => uuid.test(id)))
    throw invalid(`一次最多试算 ${most} 件`)
  const { city, world } = cityOf(deps)
  const actor = actorOf(session)
  const requests = [...(await loadRecords(deps.db, city, ids)).values()].flatMap(({ record }) => {
    const kind = deps.registry.get(record.kind)
    return kind !== undefined && isSeen(kind, { world, record, actor }) ? [record] : []
  })
  const links = await namedBy(
    deps,
    city,
    requests.map(({ id }) => id),
  )
  const named = await loadRecords(
    deps.db,
    city,
    links.map(({ to_id }) => to_id),
  )
  return links.flatMap(({ from_id, to_id }) => {
    const request = requests.find(({ id }) => id === from_id)
    const record = named.get(to_id)?.record
    const kind = record && deps.registry.get(record.kind)
    if (request === undefined || record === undefined || kind === undefined) return []
    return lessOf(kind, { world, record, request })
  })
}

type At = {
  readonly world: World
  readonly record: RecordState
  readonly request: RecordState
}

/** How much less it is counted once it names the request; a kind that has no field for such requests
 *  is counted as before. */
function lessOf(kind: Kind, { world, record, request }: At): readonly Removed[] {
  const field = Object.entries(kind.fields).find(
    ([, { type, of }]) => type === 'record' && of === request.kind,
  )?.[0]
  if (field === undefined) return []
  const granted = { ...record, fields: { ...record.fields, [field]: request.id } }
  const after = countedNow(kind, granted)
  const category = kind.countedBy === undefined ? '' : (textOf(record.fields, kind.countedBy) ?? '')
  return Object.entries(record.counted).flatMap(([name, n]) => {
    const [measure = name, unit] = name.split('@')
    const less = n - (after[name] ?? 0)
    if (less === 0) return []
    return [
      {
        kind: kind.name,
        measure,
        n: less,
        place: record.place,
        unit: unit === undefined ? responsibleUnit(kind, world, record) : Number(unit),
        day: dayOf(record.openedAt),
        category,
      },
    ]
  })
}

type Link = { readonly from_id: string; readonly to_id: string }

function namedBy({ db }: HttpDeps, city: number, ids: readonly string[]): Promise<readonly Link[]> {
  if (ids.length === 0) return Promise.resolve([])
  return reached(() =>
    db.quick.run<Link>({ name: 'named-by', text: namedText, values: [city, ids] }),
  )
}

const namedText = `select distinct from_id, to_id from link
  where city = $1::int and from_id = any($2::uuid[])`
