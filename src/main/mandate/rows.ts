import type { Place } from '../../kernel/directory.ts'
import type { Values } from '../../kernel/field.ts'
import type { HttpDeps } from '../../platform/http/deps.ts'
import { valuesIn } from '../../platform/store/json.ts'
import type { CityState } from '../../platform/world/city-state.ts'

/** Where and for whom the street mandate's pages are made. */
export type MandateAt = {
  readonly deps: HttpDeps
  readonly state: CityState
  /** The unit of the post that asks, and the area whose streets are shown. */
  readonly unit: number
  readonly area: number
  readonly now: number
}

export type KindRow = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly number: string
  readonly state: string
  readonly stateLabel: string
  readonly is: 'working' | 'resting' | 'end'
  readonly place: Place
  readonly openedAt: number
  readonly fields: Values
}

/** Records of kinds that every official may see, newest first. */
export async function rowsOf(
  { deps, state }: Pick<MandateAt, 'deps' | 'state'>,
  kind: string,
  states?: readonly string[],
): Promise<readonly KindRow[]> {
  let query = deps.db.read
    .selectFrom('record')
    .select(['id', 'kind', 'title', 'number', 'state', 'is', 'district', 'street', 'community'])
    .select(['opened_at', 'fields'])
    .where('city', '=', state.city)
    .where('kind', '=', kind)
  if (states !== undefined) query = query.where('state', 'in', [...states])
  const rows = await query.orderBy('opened_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  const declared = deps.registry.get(kind)?.states ?? {}
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    number: row.number,
    state: row.state,
    stateLabel: declared[row.state]?.label ?? row.state,
    is: row.is,
    place: {
      city: state.city,
      district: row.district ?? undefined,
      street: row.street ?? undefined,
      community: row.community ?? undefined,
    },
    openedAt: row.opened_at,
    fields: valuesIn(row.fields),
  }))
}

const most = 2_000

export function unitView({ world }: CityState, id: number | undefined) {
  return id === undefined ? undefined : { id, name: world.directory.units.get(id)?.name ?? '' }
}
