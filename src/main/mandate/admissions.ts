import { areaHolds } from '../../kernel/area-tree.ts'
import { listOf, numberOf, textOf } from '../../kernel/field.ts'
import { type KindRow, type MandateAt, rowsOf, unitView } from './rows.ts'

/** What departments asked streets to take on, as far as it concerns the area: with whose money and
 *  people, until when, and whom it waits for. */
export async function admissionsView(at: MandateAt) {
  const { state } = at
  const rows = (await rowsOf(at, 'street-duty-admission')).filter((row) => concerns(at, row))
  const waits = await waitingFor(
    at,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, title, state: own, stateLabel, is, fields }) => ({
    id,
    matter: title,
    state: own,
    stateLabel,
    is,
    department: unitView(state, numberOf(fields, 'department')),
    streets: streetsOf(fields).map((street) => unitView(state, street)?.name ?? ''),
    money: numberOf(fields, 'money') ?? 0,
    moneyArrived: numberOf(fields, 'moneyArrived'),
    moneyDueOn: textOf(fields, 'moneyDueOn'),
    people: numberOf(fields, 'people') ?? 0,
    endsOn: textOf(fields, 'endsOn') ?? '',
    waitsFor: (waits.get(id) ?? []).map((unit) => unitView(state, unit)?.name ?? ''),
    waitsForMe: (waits.get(id) ?? []).includes(at.unit),
  }))
}

function streetsOf(fields: KindRow['fields']): readonly number[] {
  return listOf(fields, 'streets').filter((one) => typeof one === 'number')
}

/** A street's page shows what it is to take on; a district's, what any of its streets is. */
function concerns({ state, area, unit }: MandateAt, { fields }: KindRow): boolean {
  const { directory } = state.world
  if (numberOf(fields, 'department') === unit) return true
  return streetsOf(fields).some((street) => {
    const own = directory.units.get(street)?.area
    return own !== undefined && areaHolds(directory, area, own)
  })
}

async function waitingFor(
  { deps, state }: MandateAt,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (ids.length === 0) return new Map()
  const rows = await deps.db.read
    .selectFrom('todo')
    .select(['record_id', 'unit'])
    .where('city', '=', state.city)
    .where('record_id', 'in', [...ids])
    .execute()
  const groups = Map.groupBy(rows, (row) => row.record_id)
  return new Map([...groups].map(([id, those]) => [id, those.map(({ unit }) => unit)]))
}
