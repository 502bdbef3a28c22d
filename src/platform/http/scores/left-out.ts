import { countedNow, responsibleUnit } from '../../../kernel/derive.ts'
import { textOf } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'
import { loadRecords } from '../../store/load.ts'
import type { Removed } from '../../tallies/removed.ts'
import type { HttpDeps, Session } from '../deps.ts'
import { invalid } from '../errors.ts'
import { isSeen } from '../sight.ts'
import { actorOf, cityOf } from '../who.ts'
import { uuidShape } from '../wire.ts'
import { listed } from './asked.ts'

const most = 100

/**
 * What would leave the counts had these requests been granted: the records that they name are counted
 * as if they named the request back, by the very counters of their kind. Who may not see a request
 * learns nothing by naming it, and of a record that one may not see it is noted so.
 */
export async function leftOut(
  deps: HttpDeps,
  session: Session,
  asked: string | undefined,
): Promise<readonly Removed[]> {
  const ids = listed(asked)
  if (ids.length === 0) return []
  if (ids.length > most || !ids.every((id) => uuidShape.test(id)))
    throw invalid(`一次最多试算 ${most} 件`)
  const { city, world } = cityOf(deps)
  const actor = actorOf(session)
  const loaded = await loadRecords(deps.db, city, ids)
  const asks = [...loaded.values()].flatMap(({ record: request }) => {
    const kind = deps.registry.get(request.kind)
    const id = kind && namedIn(kind, request)
    return kind && id && isSeen(kind, { world, record: request, actor }) ? [{ request, id }] : []
  })
  const named = await loadRecords(
    deps.db,
    city,
    asks.map(({ id }) => id),
  )
  return asks.flatMap(({ request, id }) => {
    const record = named.get(id)?.record
    const kind = record && deps.registry.get(record.kind)
    if (record === undefined || kind === undefined) return []
    // A case that is left out alone, or beside others that are left out without it, tells by the
    // difference what it was.
    return isSeen(kind, { world, record, actor }) ? lessOf(kind, { world, record, request }) : []
  })
}

/** What a request would leave out, while that is asked or granted. */
export function namedIn({ leavesOut }: Kind, { state, fields }: RecordState): string | undefined {
  return leavesOut?.states.includes(state) ? textOf(fields, leavesOut.field) : undefined
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
