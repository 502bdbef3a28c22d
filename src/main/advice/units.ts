import { sql } from 'kysely'
import type { HttpDeps } from '../../platform/http/deps.ts'
import type { CityState } from '../../platform/world/city-state.ts'
import type { Matter } from './items.ts'
import { isBarred, unitsForGroup } from './responsible.ts'

const looked = 200

/** Units that handled the same category in the same district before, and by how much; where nobody
 *  did yet, the departments whose line it is. */
export async function unitAdvice(deps: HttpDeps, state: CityState, matter: Matter) {
  const [category] = matter.categories
  const { place } = matter
  if (category === undefined || place.district === undefined) return []
  const { directory } = state.world
  const { rows } = await sql<{ unit: number; street: number | null; n: number }>`
    select unit, street, count(*)::int as n from (
      select n1 as unit, street from record
      where city = ${state.city} and kind = 'resident-appeal' and k1 = ${category}
        and district = ${place.district} and n1 is not null
      order by id desc limit ${looked}) as before
    group by unit, street`.execute(deps.db.read)
  const sum = rows.reduce((all, row) => all + row.n, 0)
  const byUnit = new Map<number, number>()
  for (const { unit, n } of rows) {
    const id = standIn(directory, unit, place.street)
    if (id !== undefined) byUnit.set(id, (byUnit.get(id) ?? 0) + n)
  }
  const before = [...byUnit]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 4)
    .flatMap(([id, n]) => {
      const unit = directory.units.get(id)
      if (unit === undefined || unit.to !== undefined) return []
      const reason = `本区近 ${sum} 件同类诉求中，${Math.round((100 * n) / sum)}% 由这类单位主办`
      return [{ id, name: unit.name, reason, share: n / sum }]
    })
  const named = new Set(before.map(({ id }) => id))
  const byLine = unitsForGroup(directory, category.slice(0, 2), place)
    .filter((unit) => !named.has(unit.id))
    .slice(0, Math.max(0, 4 - before.length))
    .map((unit) => ({ id: unit.id, name: unit.name, reason: '这一类别属于它的职责范围', share: 0 }))
  return [...before, ...byLine].filter(({ id }) => !isBarred(directory, id, matter.complained))
}

/** What another street did speaks for this place's own street. */
function standIn(
  { units }: CityState['world']['directory'],
  unit: number,
  street: number | undefined,
): number | undefined {
  if (units.get(unit)?.type !== 'street') return unit
  return [...units.values()].find((one) => one.type === 'street' && one.area === street)?.id
}
