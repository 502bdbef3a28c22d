import type {
  Scored as ScoredOf,
  ScoredUnit as ScoredUnitOf,
} from '../../../../kernel/fair/scored.ts'
import type { UnitReadings } from './basis.ts'

export type ScoredUnit = ScoredUnitOf<UnitReadings>
export type Scored = ScoredOf<UnitReadings>

/** How many stand alone in their place, how many share one, and how many have none. */
export function certainty({ rows }: Scored) {
  const placed = rows.flatMap(({ place }) => place ?? [])
  const sure = placed.filter(({ from, to }) => from === to).length
  return {
    all: rows.length,
    sure,
    shared: placed.length - sure,
    none: rows.filter(({ score }) => score.points === undefined).length,
  }
}
