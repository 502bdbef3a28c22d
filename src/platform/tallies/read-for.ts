import { endOfDay } from '../../kernel/cover.ts'
import type { Unit } from '../../kernel/directory.ts'
import type { Indicator } from '../../kernel/indicator.ts'
import type { Span } from '../../kernel/period.ts'
import type { Day } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import type { CityState } from '../world/city-state.ts'
import { type Population, readPopulations } from '../world/populations.ts'
import { readReadings, type Told } from './readings.ts'
import type { Removed } from './removed.ts'

export type ReadFor = {
  readonly populations: ReadonlyMap<number, Population>
  readonly read: (indicator: Indicator, unit: Unit) => Told
}

/** What was counted for units, with the residents of their areas as they held on the last day: the
 *  page of scores, its sheet and a drawn round all read it here, so that they tell the same. */
export async function readFor(
  db: Database,
  { city, world, lists }: CityState,
  asked: {
    readonly units: readonly Unit[]
    readonly figures: readonly Indicator[]
    readonly span: Span
    readonly today: Day
    readonly removed?: readonly Removed[]
  },
): Promise<ReadFor> {
  const { units, figures, span, today, removed } = asked
  const since = await readPopulations(db, city, endOfDay(span.to))
  const populations = new Map([...since].map(([area, { said }]) => [area, said]))
  const read = await readReadings(db, figures, {
    city,
    world,
    lists,
    bodies: units.map(bodyOf),
    span,
    today,
    people: new Map([...populations].map(([area, { people }]) => [area, people])),
    removed,
  })
  return { populations, read: (indicator, unit) => read(indicator, bodyOf(unit)) }
}

/** Streets and who leads an area answer for all that lies in it, a department for its own work. */
export function isOfArea({ type }: Pick<Unit, 'type'>): boolean {
  return ['street', 'community', 'committee', 'government'].includes(type)
}

function bodyOf(unit: Unit) {
  return isOfArea(unit) ? { area: unit.area } : { unit: unit.id }
}
