import { areaName, isEnded, placeOf } from '../../kernel/directory.ts'
import { dividedInto, isReorganised, sharesOf } from '../../kernel/lineage.ts'
import type { OverviewAt } from './at.ts'
import { categories } from './categories.ts'
import { type Child, children, remainder } from './children.ts'
import { counts, kindLines, shares, stock } from './figures.ts'
import { lateNow } from './late.ts'
import { periodText } from './period.ts'
import { seesAll } from './sees.ts'
import { sentenceOf } from './sentence.ts'
import { readSeries } from './series.ts'
import { trend } from './trend.ts'

export type OverviewView = Awaited<ReturnType<typeof overviewOf>>

/** Everything the screen shows of an area and a span of days, made of the counts. */
export async function overviewOf(at: OverviewAt) {
  const { state, area, period, shape, today } = at
  const place = placeOf(state.world.directory, area.code) ?? { city: state.city }
  const [series, below, kinds, late, rates] = await Promise.all([
    readSeries(at),
    children(at),
    categories(at),
    lateNow(at),
    shares(at, place),
  ])
  const { flows, cohorts } = counts(at, series)
  const lines = kindLines(at, series)
  const stands = stock(at, series)
  const ranLate =
    shape.late === undefined ? 0 : series.sum(shape.kind.name, shape.late.name, period)
  return {
    area: {
      code: area.code,
      name: areaName(state.world.directory, area.code),
      level: area.level,
    },
    reorganised: reorganised(at, below),
    period,
    demo: state.demo,
    seesAll: seesAll(shape.kind, { post: at.post, directory: state.world.directory, place }),
    kind: { name: shape.kind.name, label: shape.kind.label },
    measures: {
      volume: shape.volume?.name,
      base: shape.base?.name,
      late: shape.late?.name,
      everLate: shape.everLate?.name,
    },
    sentence: sentenceOf({
      area: area.name,
      period: periodText(period, today),
      kind: shape.kind.label,
      runs: period.runs,
      compares: at.compares,
      came: lines.find(({ name }) => name === shape.kind.name)?.came,
      open: stands.open,
      late: { count: late?.count ?? ranLate, now: late !== undefined },
      areas: below.map((child) => ({ name: child.name, late: lateIn(child, late?.areas) })),
      categories: kinds?.rows ?? [],
    }),
    kinds: lines,
    stock: { ...stands, late: late?.count, lateUnits: late?.units },
    flows,
    cohorts,
    shares: rates,
    trend: trend(at, series),
    categories: kinds,
    children: below.map((child) => ({
      ...child,
      lateNow: late === undefined ? undefined : lateIn(child, late.areas),
    })),
    remainder: remainder(at, series, below),
  }
}

/** Whether the past of what is shown looks different as areas are cut today, and what of it cannot
 *  be told so. */
function reorganised(at: OverviewAt, below: readonly Child[]) {
  const { directory } = at.state.world
  const { code } = at.area
  const shown = [code, ...below.map((child) => child.code)]
  const isTouched =
    directory.isDated &&
    !isEnded(directory, at.area) &&
    shown.some((one) => isReorganised(directory, one) || sharesOf(directory, one).length === 0)
  if (!isTouched) return undefined
  const from = sharesOf(directory, code).filter((share) => share.code !== code)
  return {
    as: at.cut === undefined ? ('was' as const) : ('now' as const),
    /** Areas whose past goes into this one, or out of it. */
    added: from.filter(({ n }) => n > 0).map((share) => areaName(directory, share.code)),
    taken: from.filter(({ n }) => n < 0).map((share) => areaName(directory, share.code)),
    divided: dividedInto(directory, code).map((area) => areaName(directory, area.code)),
  }
}

function lateIn(child: Child, now: Readonly<Record<string, number>> | undefined): number {
  return now === undefined ? child.late : (now[String(child.code)] ?? 0)
}
