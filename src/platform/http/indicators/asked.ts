import { covers, placeOf, type Area } from '../../../kernel/directory.ts'
import type { Indicator, Period } from '../../../kernel/indicator.ts'
import { periodAt, type Span } from '../../../kernel/period.ts'
import { addDays, type Day, dayOf, isDay } from '../../../kernel/time.ts'
import type { CityState } from '../../world/city-state.ts'
import type { HttpDeps, Session } from '../deps.ts'
import { absent, invalid, notAllowed } from '../errors.ts'
import { actorOf, cityOf } from '../who.ts'

export type Query = Readonly<Record<string, string | undefined>>

export type IndicatorsAt = {
  readonly state: CityState
  readonly area: Area
  readonly today: Day
}

/** Whose figures are asked for: an area at or below one's own. */
export function areaAsked(deps: HttpDeps, session: Session, query: Query): IndicatorsAt {
  const state = cityOf(deps)
  const { directory } = state.world
  const own = directory.units.get(actorOf(session).post.unit)?.area ?? 0
  const code = query['area'] === undefined ? own : Number(query['area'])
  const place = placeOf(directory, code)
  const area = directory.areas.get(code)
  if (place === undefined || area === undefined) throw invalid('没有这个地区')
  const isOwn = code === own || covers(own, place)
  if (!isOwn) throw notAllowed('指标只看本单位所在地区')
  return { state, area, today: dayOf(deps.now()) }
}

/** All parts of a declared figure, or one of them. */
export function partsAsked(deps: HttpDeps, id: string, part?: string): readonly Indicator[] {
  const parts = deps.indicators.filter(
    (indicator) => indicator.id === id && (part === undefined || indicator.part === part),
  )
  if (parts.length === 0) throw absent('没有这项指标')
  return parts
}

/** The last day asked for; no day that is still to come. */
export function dayAsked(query: Query, today: Day): Day {
  const { to = today } = query
  if (!isDay(to)) throw invalid('日期要写成 2026-08-03 这样')
  return to > today ? today : to
}

/** The days asked for; without a first day the figure's own period so far, or thirty days. */
export function spanAsked(query: Query, parts: readonly Indicator[], today: Day): Span {
  const to = dayAsked(query, today)
  const period = periodIn(query) ?? parts[0]?.period
  const usual = period === undefined ? addDays(to, -29) : periodAt(period, to).from
  const { from = usual } = query
  if (!isDay(from)) throw invalid('日期要写成 2026-08-03 这样')
  if (from > to) throw invalid('开始日期在结束日期之后')
  return { from, to }
}

export function periodIn(query: Query): Period | undefined {
  const asked = query['period']
  return periods.find((period) => period === asked)
}

const periods = ['month', 'quarter', 'half-year', 'year'] as const satisfies readonly Period[]
const mostPoints = 24

/** How many periods of a trend are asked for; nothing when none are. */
export function pointsAsked(query: Query): number {
  const points = Number(query['trend'] ?? 0)
  if (!Number.isInteger(points) || points < 0 || points > mostPoints)
    throw invalid(`走势最多 ${mostPoints} 期`)
  return points
}
