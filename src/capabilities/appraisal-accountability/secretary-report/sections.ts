import { numberOf, textOf, type Value } from '../../../kernel/field.ts'
import type { Context, OpenEffect } from '../../../kernel/kind.ts'
import { contentsOfPractices, labelOf, weightOf } from '../contents.ts'
import { figuresBySort } from '../report-section/figures.ts'
import { beforeAndAfter, evidenceOf } from './evidence.ts'

type Planned = {
  readonly sort: string
  readonly weight: string
  readonly title: string
  readonly topic?: string
  readonly question?: string
}

/** The sections of a report: the template's lines, the year's questions, what ways of working that
 *  are on bring with them, and the problems of former years, whatever the template says. */
export function sectionsOf(context: Context): readonly OpenEffect[] {
  return planned(context).map((one, index) => section(context, one, index + 1))
}

function planned({ facts, world, at }: Context): readonly Planned[] {
  const topics = (facts['topics']?.rows ?? [])
    .toSorted((a, b) => (numberOf(a.fields, 'rank') ?? 0) - (numberOf(b.fields, 'rank') ?? 0))
    .map((row) => ({
      sort: textOf(row.fields, 'sort') ?? 'local',
      weight: textOf(row.fields, 'weight') ?? 'general',
      title: row.title,
      topic: row.id,
    }))
  const questions = (facts['questions']?.rows ?? [])
    .toReversed()
    .map((row) => ({ sort: 'question', weight: 'must', title: row.title, question: row.id }))
  // R042: a problem left open comes into the next report though its template has no line for it.
  const brought = ['problems', ...contentsOfPractices(world, at)]
    .filter((sort) => !topics.some((topic) => topic.sort === sort))
    .map((sort) => ({ sort, weight: weightOf(sort), title: labelOf(sort) }))
  return [...topics, ...brought, ...questions]
}

function section(context: Context, one: Planned, rank: number): OpenEffect {
  const { record, world } = context
  const { cycle, host, office, reporter, year } = record.fields
  const { title, ...rest } = one
  const evidence = evidenceOf(context, one.sort)
  const figures = Object.fromEntries(
    (figuresBySort[one.sort] ?? []).map((id, index) => [`figure${index + 1}`, id]),
  )
  const input: Record<string, Value> = {
    cycle: cycle ?? null,
    report: record.id,
    reporter: reporter ?? null,
    host: host ?? null,
    office: office ?? null,
    year: year ?? null,
    area: world.directory.units.get(numberOf(record.fields, 'reporter') ?? 0)?.area ?? null,
    from: `${numberOf(record.fields, 'year') ?? 0}-01-01`,
    to: `${numberOf(record.fields, 'year') ?? 0}-12-31`,
    rank,
    ...rest,
    ...figures,
    ...(evidence === undefined ? {} : { evidence }),
    ...(one.sort === 'demands' ? beforeAndAfter(context) : {}),
  }
  return { open: 'report-section', command: 'open', input, words: { title } }
}
