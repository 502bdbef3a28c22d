import { type Places, placesOf } from '../../../kernel/fair/places.ts'
import { type Score, scoreOf } from '../../../kernel/fair/score.ts'
import { smallestOf } from '../../../kernel/fair/smallest.ts'
import { readingsIn, scoreItemsIn, type UnitReadings } from '../../../kernel/fair/written.ts'
import { type Directory, unitName } from '../../../kernel/directory.ts'
import { listOf, type Values } from '../../../kernel/field.ts'

export type Scored = {
  readonly scores: readonly Score[]
  readonly places: ReadonlyMap<number, Places>
}

/** The scores of a round, worked out from what it keeps: the same again whoever does it. */
export function scoredIn(fields: Values): Scored {
  const items = scoreItemsIn(fields['items'])
  const readings: UnitReadings = readingsIn(fields['readings'])
  const smallest = smallestOf(fields['smallest'])
  const units = listOf(fields, 'units').filter((one) => typeof one === 'number')
  const scores = units.map((unit) =>
    scoreOf({ unit, items, readings: readings[String(unit)] ?? {}, smallest }),
  )
  return { scores, places: new Map(placesOf(scores).map((one) => [one.unit, one])) }
}

/** '前街街道 86.3 分（82.1–90.2），第 1–3 位', in the order of the units as they were named: no order
 *  of points is written that the intervals do not bear out. */
export function placeLines({ scores, places }: Scored, directory: Directory): readonly string[] {
  return scores.map(({ unit, points, low, high }) => {
    const name = unitName(directory, unit)
    if (points === undefined) return `${name} 有评分项基数不足，不计分、不排位`
    return `${name} ${tenth(points)} 分（${tenth(low)}–${tenth(high)}），${placeText(places.get(unit))}`
  })
}

function placeText(place: Pick<Places, 'from' | 'to'> | undefined): string {
  if (place === undefined) return '不排位'
  return place.from === place.to ? `第 ${place.from} 位` : `第 ${place.from}–${place.to} 位`
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
