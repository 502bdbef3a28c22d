import { figureKey } from '../figure-key.ts'
import { type Places, placesOf } from './places.ts'
import { type Reading, type Score, type ScoreItem, scoreOf } from './score.ts'

/** What was counted for a unit, by figure. */
export type Counted = {
  readonly unit: number
  readonly readings: Readonly<Record<string, Reading>>
}

export type ScoredUnit<Told extends Counted> = {
  readonly told: Told
  readonly score: Score
  /** Missing where a line gives no points. */
  readonly place?: Places
}

export type Scored<Told extends Counted> = {
  readonly rows: readonly ScoredUnit<Told>[]
  /** How many have a place at all. */
  readonly placed: number
}

/** The place that a result was published with, and among how many. */
export type PublishedPlace = { readonly from: number; readonly to: number; readonly placed: number }

/** Every unit's points and places, by the same rules on the server, on its page and on paper. */
export function scoredOf<Told extends Counted>(
  view: { readonly units: readonly Told[]; readonly smallest: number },
  items: readonly ScoreItem[],
): Scored<Told> {
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

/** A row of one says nothing of places: who sees one unit alone has the place that was published, or
 *  none. */
export function withPlace<Told extends Counted>(
  scored: Scored<Told>,
  published: PublishedPlace | undefined,
): Scored<Told> {
  const [own] = scored.rows
  if (own === undefined || scored.rows.length > 1) return scored
  const { place: _alone, ...alone } = own
  if (published === undefined) return { placed: 0, rows: [alone] }
  const { from, to, placed } = published
  return { placed, rows: [{ ...own, place: { unit: own.told.unit, from, to } }] }
}

function byItem(items: readonly ScoreItem[], readings: Counted['readings']) {
  return Object.fromEntries(
    items.flatMap(({ id, indicator, part }) => {
      const reading = readings[figureKey(indicator, part)]
      return reading === undefined ? [] : [[id, reading]]
    }),
  )
}
