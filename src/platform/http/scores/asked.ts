import type { Post } from '../../../kernel/actor.ts'
import { isUnderUnit, placeOf, type Unit } from '../../../kernel/directory.ts'
import { figureKey } from '../../../kernel/figure-key.ts'
import type { Indicator } from '../../../kernel/indicator.ts'
import { isWithin } from '../../../kernel/lineage.ts'
import type { Span } from '../../../kernel/period.ts'
import { dayOf, isDay } from '../../../kernel/time.ts'
import type { CityState } from '../../world/city-state.ts'
import type { HttpDeps, Session } from '../deps.ts'
import { absent, invalid, notAllowed } from '../errors.ts'
import { actorOf, cityOf } from '../who.ts'

export type Query = Readonly<Record<string, string | undefined>>

export type ScoresAt = {
  readonly state: CityState
  readonly units: readonly Unit[]
  readonly figures: readonly Indicator[]
  readonly span: Span
  readonly today: string
}

const mostUnits = 200
const mostFigures = 40

/** Whose figures are asked for and may be told to this post, which of them, of which days. */
export function scoresAsked(deps: HttpDeps, session: Session, query: Query): ScoresAt {
  const state = cityOf(deps)
  const { post } = actorOf(session)
  if (!deps.navOf(post, state).includes('scores')) throw notAllowed('您的岗位不看评分')
  return {
    state,
    units: unitsAsked(state, post, query['units']),
    figures: figuresAsked(deps, query['figures']),
    span: daysAsked(query),
    today: dayOf(deps.now()),
  }
}

/** Whoever stands over an area compares what lies in it; everybody else looks at themselves and at
 *  what stands under them. */
function mayCompare({ world }: CityState, post: Post, unit: Unit): boolean {
  const { directory } = world
  const own = directory.units.get(post.unit)
  if (own === undefined) return false
  if (isUnderUnit(directory, unit.id, own.id)) return true
  const place = placeOf(directory, unit.area)
  return over.has(own.type) && place !== undefined && isWithin(directory, own.area, place)
}

const over: ReadonlySet<string> = new Set([
  'committee',
  'government',
  'organisation',
  'supervision',
])

function unitsAsked(state: CityState, post: Post, asked?: string): readonly Unit[] {
  const ids = listed(asked)
  if (ids.length === 0 || ids.length > mostUnits) throw invalid(`请选 1 到 ${mostUnits} 个单位`)
  return ids.map((id) => {
    const unit = state.world.directory.units.get(Number(id))
    if (unit === undefined) throw invalid('没有这个单位')
    if (!mayCompare(state, post, unit)) throw notAllowed('评分只看本单位和所辖的单位')
    return unit
  })
}

function figuresAsked({ indicators }: HttpDeps, asked?: string): readonly Indicator[] {
  const keys = listed(asked)
  if (keys.length === 0 || keys.length > mostFigures)
    throw invalid(`请选 1 到 ${mostFigures} 项指标`)
  return keys.map((key) => {
    const found = indicators.find(({ id, part }) => figureKey(id, part) === key)
    if (found === undefined) throw absent('没有这项指标')
    return found
  })
}

function daysAsked({ from = '', to = '' }: Query): Span {
  if (!isDay(from) || !isDay(to)) throw invalid('日期要写成 2026-08-03 这样')
  if (from > to) throw invalid('开始日期在结束日期之后')
  return { from, to }
}

export function listed(text = ''): readonly string[] {
  return [...new Set(text.split(',').filter((one) => one !== ''))]
}
