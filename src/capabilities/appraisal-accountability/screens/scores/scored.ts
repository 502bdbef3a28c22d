import { type Places, placesOf } from '../../../../kernel/fair/places.ts'
import { type Score, type ScoreItem, scoreOf } from '../../../../kernel/fair/score.ts'
import { figureKey, type ReadingsView, type UnitReadings } from './basis.ts'

export type ScoredUnit = {
  readonly told: UnitReadings
  readonly score: Score
  /** Missing where a line gives no points. */
  readonly place?: Places
}

export type Scored = {
  readonly rows: readonly ScoredUnit[]
  /** How many have a place at all. */
  readonly placed: number
}

/** Every unit's points and places, by the same rules on the server, here and on paper. */
export function scoredOf(
  view: Pick<ReadingsView, 'units' | 'smallest'>,
  items: readonly ScoreItem[],
): Scored {
  const scores = view.units.map(({ unit, readings }) =>
    scoreOf({ unit, items, readings: byItem(items, readings), smallest: view.smallest }),
  )
  const places = new Map(placesOf(scores).map((place) => [place.unit, place]))
  return {
    placed: places.size,
    rows: view.units.flatMap((told, at) => {
      const score = scores[at]
      const place = places.get(told.unit)
      return score === undefined ? [] : [{ told, score, ...(place && { place }) }]
    }),
  }
}

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

function byItem(items: readonly ScoreItem[], readings: UnitReadings['readings']) {
  return Object.fromEntries(
    items.flatMap((item) => {
      const reading = readings[figureKey(item)]
      return reading === undefined ? [] : [[item.id, reading]]
    }),
  )
}

/** A row of one says nothing of places: who sees one unit alone has the place that was published, or
 *  none. */
export function withPlace(
  scored: Scored,
  published: { readonly from: number; readonly to: number; readonly placed: number } | undefined,
): Scored {
  const [own] = scored.rows
  if (own === undefined || scored.rows.length > 1) return scored
  const { place: _alone, ...alone } = own
  if (published === undefined) return { placed: 0, rows: [alone] }
  const { from, to, placed } = published
  return { placed, rows: [{ ...own, place: { unit: own.told.unit, from, to } }] }
}
