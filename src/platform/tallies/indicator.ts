import { narrowest, type Place } from '../../kernel/directory.ts'
import {
  countTermsOf,
  type Figure,
  figureOf,
  type Indicator,
  ofCounts,
} from '../../kernel/indicator.ts'
import type { Day } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { readTally } from './read.ts'

export type Asked = {
  readonly city: number
  readonly place: Place
  readonly from: Day
  readonly to: Day
}

/** An indicator for an area and a span of days, from the folded counts and what still waits. What
 *  is counted by months takes every month the span touches. */
export async function readIndicator(
  db: Database,
  indicator: Indicator,
  asked: Asked,
): Promise<Figure> {
  const terms = countTermsOf(indicator)
  const whole = indicator.by === 'month'
  const cells = await readTally(db, {
    city: asked.city,
    level: levelOf(asked.place),
    areas: [narrowest(asked.place)],
    kinds: [...new Set(terms.map((term) => term.kind))],
    measures: [...new Set(terms.map((term) => term.measure))],
    from: whole ? `${asked.from.slice(0, 7)}-01` : asked.from,
    to: asked.to,
  })
  const count = ofCounts(({ kind, measure }) =>
    cells
      .filter((cell) => cell.kind === kind && cell.measure === measure)
      .reduce((sum, cell) => sum + Number(cell.n), 0),
  )
  return figureOf(indicator, count)
}

function levelOf(place: Place): 'city' | 'district' | 'street' | 'community' {
  if (place.community !== undefined) return 'community'
  if (place.street !== undefined) return 'street'
  return place.district === undefined ? 'city' : 'district'
}
