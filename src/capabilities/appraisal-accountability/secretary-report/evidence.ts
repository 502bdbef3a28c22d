import { numberOf, textOf } from '../../../kernel/field.ts'
import type { FactRef, FactRow, RecordFact } from '../../../kernel/fact.ts'
import type { Context } from '../../../kernel/kind.ts'
import { byUnit, sources } from './sources.ts'

/** More records than anybody reads are told by their number. */
const mostLines = 100

/** What a report asks of the year's records when it begins, and what a section asks of them anew. */
export const sourceFacts = factsOf((name) => ({ input: name }))
export const materialAgain = factsOf((name) => ({ field: name }))

export function hasSource(sort: string): boolean {
  return sort === 'dispatch' || sources[sort] !== undefined
}

/** Evidence of a section, one record a line. */
export function evidenceOf(context: Context, sort: string): string | undefined {
  if (sort === 'dispatch') return monthsOf(context)
  const source = sources[sort]
  if (source === undefined) return undefined
  const rows = rowsOf(context, sort)
  if (rows.length === 0) return '系统里没有本年度的记录'
  const lines = rows.toReversed().map((row, index) => `${index + 1}. ${source.says(row)}`)
  const more = lines.length - mostLines
  return (more > 0 ? [...lines.slice(0, mostLines), `另有 ${more} 条`] : lines).join('\n')
}

/** Appeals before and after, over the demands whose second period has been counted (R021). */
export function beforeAndAfter(context: Context) {
  const counted = rowsOf(context, 'demands').filter(
    ({ fields }) => numberOf(fields, 'after') !== undefined,
  )
  const sum = (name: string) =>
    counted.reduce((total, { fields }) => total + (numberOf(fields, name) ?? 0), 0)
  return { before: sum('before'), after: sum('after') }
}

/** R046: all twelve months, those without a dispatch by name. */
function monthsOf(context: Context): string {
  const year = yearOf(context)
  const fields = context.facts['dispatch']?.rows.find((row) => row.fields['year'] === year)?.fields
  const passed = numberOf(fields ?? {}, 'passed') ?? 12
  return Array.from({ length: 12 }, (_, index) => {
    const words = textOf(fields ?? {}, `month${index + 1}`)
    return `${index + 1}月：${words ?? (index < passed ? '未调度' : '还没有结束')}`
  }).join('\n')
}

function rowsOf(context: Context, sort: string): readonly FactRow[] {
  const year = yearOf(context)
  const wanted = sources[sort]?.of
  return (context.facts[sort]?.rows ?? []).filter((row) => wanted?.(row, year) !== false)
}

function yearOf({ record }: Context): number {
  return numberOf(record.fields, 'year') ?? 0
}

function factsOf(of: (name: string) => FactRef): Readonly<Record<string, RecordFact>> {
  const declared = Object.entries(sources).map(([sort, { fact }]) => [sort, fact(of)] as const)
  return { ...Object.fromEntries(declared), dispatch: byUnit('monthly-dispatch')(of) }
}
