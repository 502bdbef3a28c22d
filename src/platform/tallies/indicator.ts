import { type Directory, narrowest, type Place } from '../../kernel/directory.ts'
import type { AskedFigure } from '../../kernel/figure-fact.ts'
import type { Figure, Indicator } from '../../kernel/indicator.ts'
import { periodAt } from '../../kernel/period.ts'
import type { Day } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import { type Lists, readFigures } from './figures.ts'

export type Asked = {
  readonly city: number
  readonly place: Place
  readonly from: Day
  readonly to: Day
  readonly world: World
  readonly lists?: Lists | undefined
  readonly cut?: Directory | undefined
}

/** An indicator for an area and a span of days, from the folded counts and what still waits. */
export async function readIndicator(
  db: Database,
  indicator: Indicator,
  { city, place, from, to, world, lists, cut }: Asked,
): Promise<Figure> {
  const area = narrowest(place)
  const span = { from, to }
  const asked = { city, world, lists, cut, areas: [area], spans: [span] }
  return (await readFigures(db, [indicator], asked)).figure(indicator, { area, span })
}

/** A figure as a fact asks for it; without a first day it is told of its own period so far. */
export async function figureFor(
  db: Database,
  indicator: Indicator,
  {
    asked,
    ...at
  }: Omit<Asked, 'place' | 'from' | 'to'> & {
    readonly asked: Pick<AskedFigure, 'area' | 'from' | 'to'>
  },
): Promise<Figure> {
  const { area, to } = asked
  const { from = periodAt(indicator.period ?? 'month', to).from } = asked
  const span = { from, to }
  const figures = await readFigures(db, [indicator], { ...at, areas: [area], spans: [span] })
  return figures.figure(indicator, { area, span })
}
