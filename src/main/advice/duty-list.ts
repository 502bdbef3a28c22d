import type { HttpDeps } from '../../platform/http/deps.ts'
import { listOf, textOf, type Values } from '../../kernel/field.ts'
import { valuesIn } from '../../platform/store/json.ts'
import type { CityState } from '../../platform/world/city-state.ts'

/** What reading the list takes; programs without a server have it too. */
export type DutyReads = Pick<HttpDeps, 'db' | 'now'>

export type DutyItem = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly type: string
  readonly block: string
  readonly lead: string
  readonly cooperating: readonly string[]
  readonly basis: string
  readonly categories: readonly string[]
  readonly keywords: readonly string[]
}

let kept:
  | { readonly until: number; readonly city: number; readonly items: readonly DutyItem[] }
  | undefined

/** The duty list's items in force, read again after a few seconds. */
export async function dutyList(
  deps: DutyReads,
  { city }: Pick<CityState, 'city'>,
): Promise<readonly DutyItem[]> {
  if (kept !== undefined && kept.city === city && kept.until > deps.now()) return kept.items
  const rows = await deps.db.read
    .selectFrom('record')
    .select(['id', 'number', 'fields'])
    .where('city', '=', city)
    .where('kind', '=', 'duty-item')
    .where('state', '=', 'inForce')
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(2_000)
    .execute()
  const items = rows.map((row) => itemIn(row.id, valuesIn(row.fields)))
  kept = { until: deps.now() + keptMs, city, items }
  return items
}

const keptMs = 5_000

function itemIn(id: string, values: Values): DutyItem {
  const words = (name: string) =>
    listOf(values, name).filter((one): one is string => typeof one === 'string')
  return {
    id,
    number: textOf(values, 'number') ?? '',
    name: textOf(values, 'name') ?? '',
    type: textOf(values, 'type') ?? 'basic',
    block: textOf(values, 'block') ?? '',
    lead: textOf(values, 'lead') ?? '',
    cooperating: words('cooperating'),
    basis: textOf(values, 'basis') ?? '',
    categories: words('categories'),
    keywords: words('keywords'),
  }
}
