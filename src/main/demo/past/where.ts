import { demoAreas, type DemoArea } from '../areas.ts'
import type { Random } from '../random.ts'
import { weighted, type Weighted } from './weights.ts'

/** A community with the names of where it lies. */
export type Spot = {
  readonly community: DemoArea
  readonly street: DemoArea
  readonly district: DemoArea
}

/** Roughly as many people as live there, in ten thousands; the inner districts call more. */
const PEOPLE: Readonly<Record<number, number>> = {
  530102: 150,
  530103: 125,
  530111: 190,
  530112: 120,
  530113: 22,
  530114: 62,
  530115: 30,
  530124: 13,
  530125: 32,
  530126: 20,
  530127: 36,
  530128: 26,
  530129: 32,
  530181: 46,
}
const STREETS: Readonly<Record<string, number>> = { 街道: 1, 镇: 0.8, 乡: 0.4, 开发区: 0.6 }

/** The street whose desk newcomers are shown has enough to do. */
const BUSY_STREET = 530_102_001
const BUSIER = 2.2

/** All communities, weighed by people, with some that call far more than others. */
export function communities(random: Random): Weighted<Spot> {
  const areas = new Map(demoAreas().map((area) => [area.code, area]))
  const spots = [...areas.values()].flatMap((community): Spot[] => {
    if (community.level !== 'community') return []
    const street = areas.get(community.parent ?? 0)
    const district = areas.get(street?.parent ?? 0)
    return street === undefined || district === undefined ? [] : [{ community, street, district }]
  })
  const own = new Map(spots.map((spot) => [spot, 0.4 + random() ** 3 * 2.4]))
  const streetSums = sums(spots, ({ street }) => street.code, own)
  const streets = new Map(spots.map(({ street }) => [street.code, street]))
  const districtSums = new Map<number, number>()
  for (const street of streets.values())
    districtSums.set(
      street.parent ?? 0,
      (districtSums.get(street.parent ?? 0) ?? 0) + streetWeight(street),
    )
  return weighted(spots, (spot) => {
    const { street, district } = spot
    const share = streetWeight(street) / (districtSums.get(district.code) ?? 1)
    return (
      (PEOPLE[district.code] ?? 10) *
      share *
      ((own.get(spot) ?? 1) / (streetSums.get(street.code) ?? 1))
    )
  })
}

function streetWeight(street: DemoArea): number {
  return (STREETS[street.type] ?? 0.5) * (street.code === BUSY_STREET ? BUSIER : 1)
}

function sums(
  spots: readonly Spot[],
  keyOf: (spot: Spot) => number,
  weights: ReadonlyMap<Spot, number>,
): ReadonlyMap<number, number> {
  const totals = new Map<number, number>()
  for (const spot of spots)
    totals.set(keyOf(spot), (totals.get(keyOf(spot)) ?? 0) + (weights.get(spot) ?? 0))
  return totals
}
