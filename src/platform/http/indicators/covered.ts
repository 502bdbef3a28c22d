import type { FastifyInstance } from 'fastify'
import type { Covering, Held } from '../../../kernel/cover.ts'
import { pathText, placeOf } from '../../../kernel/directory.ts'
import { type CoverTerm, type Indicator, isCover } from '../../../kernel/indicator.ts'
import type { Span } from '../../../kernel/period.ts'
import { readFigures } from '../../tallies/figures.ts'
import { labelIn } from '../../world/city-state.ts'
import type { HttpDeps } from '../deps.ts'
import { absent } from '../errors.ts'
import { farDeps } from '../far.ts'
import { slowly } from '../slow-reads.ts'
import { signedIn } from '../who.ts'
import { areaAsked, type IndicatorsAt, partsAsked, type Query, spanAsked } from './asked.ts'
import { isTold } from './figure-view.ts'
import { listsBehind } from './lists-behind.ts'
import { meaningOf } from './meaning.ts'

export const coveredQuery = ['area', 'from', 'to', 'period', 'part', 'term']

/** The list behind a figure of areas, units or values: which have enough, and which lack it. */
export function coveredRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const config = { about: '指标涉及的地区、单位：哪些已达到、哪些没有', query: coveredQuery }
  app.get('/api/indicators/:id/covered', { config }, async (request) => {
    const session = await signedIn(deps, request)
    const query = request.query as Query
    const { id } = request.params as { id: string }
    const far = farDeps(deps)
    const at = areaAsked(deps, session, query)
    const view = await slowly(far.deps, { sort: 'figures', session }, () =>
      coveredOf(far.deps, at, { id, query }),
    )
    return { ...view, dataAsOf: far.dataAsOf }
  })
}

/** Everything a cover asks about in an area, in the order of the division and never by how much. */
export async function coveredOf(
  deps: HttpDeps,
  at: IndicatorsAt,
  { id, query }: { readonly id: string; readonly query: Query },
) {
  const [part] = partsAsked(deps, id, query['part'])
  const key = query['term'] ?? 'n0'
  const term = part && termAt(part, key)
  if (part === undefined || term === undefined) throw absent('这个数背后没有地区清单')
  const { city, world, lists } = at.state
  const span = spanAsked(query, [part], at.today)
  const asked = { city, world, lists, areas: [at.area.code], spans: [span] }
  const figures = await readFigures(deps.db, [part], asked)
  const rows = isTold(part, at.area.level)
    ? figures.covering(part, term, { area: at.area.code, span })
    : []
  const meaning = meaningOf(deps, part)
  const said = meaning.terms.find((one) => one.key === key)
  return {
    id,
    part: part.part,
    term: key,
    label: part.label,
    area: at.area.code,
    ...span,
    things: said?.covered?.things ?? '',
    wants: said?.covered?.wants ?? [],
    rows: rows.map((row) => rowView(at, row, { part, term, span })),
  }
}

function termAt(part: Indicator, key: string): CoverTerm | undefined {
  const term = (key.startsWith('d') ? part.denominator : part.numerator)[Number(key.slice(1))]
  return term !== undefined && isCover(term) ? term : undefined
}

type Of = { readonly part: Indicator; readonly term: CoverTerm; readonly span: Span }

function rowView(at: IndicatorsAt, row: Covering, { part, term, span }: Of) {
  const { directory } = at.state.world
  const { area, unit, value = '' } = row
  const { of } = term.covered
  const lies = area?.parent ?? unit?.area
  const place = lies === undefined ? undefined : placeOf(directory, lies)
  return {
    ...(area === undefined ? {} : { area: area.code }),
    ...(unit === undefined ? {} : { unit: unit.id }),
    ...(area === undefined && unit === undefined ? { value } : {}),
    name:
      area?.name ??
      unit?.name ??
      ('values' in of ? labelIn(at.state.lists, of.values, value) : value),
    lies: place === undefined || lies === at.area.code ? '' : pathText(directory, place),
    has: row.has,
    held: row.held.map((held) => ({
      ...heldView(held),
      lists: listsBehind(at, part, { row, held, span }),
    })),
  }
}

function heldView({ sum, least, enough, of, lacking }: Held) {
  return {
    count: sum,
    atLeast: least,
    enough,
    of,
    lacking: lacking?.map(({ code, name }) => ({ code, name })),
  }
}
