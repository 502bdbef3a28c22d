import { isHidden, type Reading } from '../kernel/fair/score.ts'
import type { UnitReadings } from '../kernel/fair/written.ts'
import type { Indicator } from '../kernel/indicator.ts'
import type { AskedReadings } from '../kernel/readings-fact.ts'
import { dayOf } from '../kernel/time.ts'
import type { Database } from '../platform/store/database.ts'
import { readFor } from '../platform/tallies/read-for.ts'
import type { CityState } from '../platform/world/city-state.ts'

type From = {
  readonly db: Database
  readonly state: CityState
  readonly indicators: readonly Indicator[]
  readonly now: number
}

/** What a drawn round rests on: read as the page of scores reads it, so that both tell the same. */
export async function drawnReadings(
  { db, state, indicators, now }: From,
  { items, units, from, to }: AskedReadings,
): Promise<UnitReadings> {
  const { world } = state
  const found = units.flatMap((id) => world.directory.units.get(id) ?? [])
  const known = items.flatMap((item) => {
    const indicator = indicators.find(({ id, part }) => id === item.indicator && part === item.part)
    return indicator === undefined ? [] : [{ item, indicator }]
  })
  const { read } = await readFor(db, state, {
    units: found,
    figures: [...new Set(known.map(({ indicator }) => indicator))],
    span: { from, to },
    today: dayOf(now),
  })
  return Object.fromEntries(
    found.map((unit) => [
      String(unit.id),
      Object.fromEntries(
        known.map(({ item, indicator }) => [item.id, plain(read(indicator, unit))]),
      ),
    ]),
  )
}

/** As much of it as a record keeps. */
function plain(reading: Reading): Reading {
  const { numerator, denominator, population, expected } = reading
  return {
    numerator,
    denominator,
    ...(isHidden(reading) ? { hidden: true } : {}),
    ...(population === undefined ? {} : { population }),
    ...(expected === undefined ? {} : { expected }),
  }
}
