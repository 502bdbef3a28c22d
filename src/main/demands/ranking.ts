import { numberOf, textOf } from '../../kernel/field.ts'
import type { Area } from '../../kernel/directory.ts'
import { addDays, type Day, firstOfMonth, type Instant, monthNumberOf } from '../../kernel/time.ts'
import { parameterAt } from '../../kernel/world.ts'
import { readTally } from '../../platform/tallies/read.ts'
import { smallBase } from '../overview/figures.ts'
import type { Database } from '../../platform/store/database.ts'
import { reached } from '../../platform/store/faults.ts'
import { valuesIn } from '../../platform/store/json.ts'
import type { CityState } from '../../platform/world/city-state.ts'

export type DemandsAt = {
  readonly db: Database
  readonly state: CityState
  readonly area: Area
  readonly level: 'city' | 'district' | 'street'
  readonly from: Day
  readonly to: Day
  readonly months: number
  readonly now: Instant
}

const kind = 'resident-appeal'
const measure = 'began'

/** Every kind of demand of an area by how many there were, with the months just before. What is too
 *  small for an order stands below in the order of the city's list. */
export async function rankDemands(at: DemandsAt) {
  const before = monthsBefore(at.from, at.months)
  const [now, was, projects] = await Promise.all([count(at, at), count(at, before), projectsOf(at)])
  const { categories = [] } = at.state.lists
  const names = new Map(categories.map(({ value, label }) => [value, label]))
  const rows = categories
    .filter(({ value }) => (now.get(value) ?? 0) > 0)
    .map(({ value, label, parent }) => ({
      category: value,
      label,
      group: parent === undefined ? undefined : names.get(parent),
      count: now.get(value) ?? 0,
      before: was.get(value) ?? 0,
      project: projects.get(value),
      small: (now.get(value) ?? 0) < smallBase,
    }))
  const large = rows.filter(({ small }) => !small).toSorted((a, b) => b.count - a.count)
  const { world } = at.state
  return {
    area: { code: at.area.code, name: at.area.name, level: at.level },
    from: at.from,
    to: at.to,
    before,
    threshold: Number(parameterAt(world, 'demand.threshold', at.now)?.value ?? 1),
    /** Whose secretary would take it on. */
    leader: [...world.directory.units.values()].find(
      (unit) =>
        unit.area === at.area.code &&
        unit.to === undefined &&
        (unit.type === 'committee' || unit.type === 'street'),
    )?.id,
    rows: [...large, ...rows.filter(({ small }) => small)],
  }
}

async function count({ db, state, area, level }: DemandsAt, { from, to }: Span) {
  const cells = await readTally(db, {
    city: state.city,
    level,
    areas: [area.code],
    kinds: [kind],
    measures: [measure],
    category: 'all',
    from,
    to,
  })
  return new Map(cells.map(({ category, n }) => [category ?? '', n]))
}

type Span = { readonly from: Day; readonly to: Day }

/** As many months, ending the day before. */
function monthsBefore(from: Day, months: number): Span {
  return { from: firstOfMonth(monthNumberOf(from) - months), to: addDays(from, -1) }
}

/** The project of each category that was proposed for this very area and period. */
async function projectsOf({ db, state, area, from, to }: DemandsAt) {
  const rows = await reached(() =>
    db.read
      .selectFrom('record')
      .select(['id', 'number', 'state', 'fields'])
      .where('city', '=', state.city)
      .where('kind', '=', 'frequent-demand-project')
      .where('n2', '=', area.code)
      .execute(),
  )
  return new Map(
    rows.flatMap(({ id, number, state: stands, fields }) => {
      const values = valuesIn(fields)
      const category = textOf(values, 'category')
      if (category === undefined) return []
      if (textOf(values, 'from') !== from || textOf(values, 'to') !== to) return []
      const after = numberOf(values, 'after')
      return [[category, { id, number, state: stands, after }] as const]
    }),
  )
}
