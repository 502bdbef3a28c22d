import { numberOf, textOf } from '../../../kernel/field.ts'
import type { FactRow, RecordFact } from '../../../kernel/fact.ts'
import type { Context } from '../../../kernel/kind.ts'

type Source = {
  readonly fact: RecordFact
  readonly says: (row: FactRow) => string
  /** Which of the rows the report of a year speaks of. */
  readonly of?: (row: FactRow, year: number) => boolean
}

const byUnit = (kind: string): RecordFact => ({
  kind,
  where: { unit: { input: 'reporter' } },
  want: 'list',
})

/** What was begun this year or the year before: a report answers for what was promised then. */
const ofTheTwoYears = (row: FactRow, year: number) => {
  const own = numberOf(row.fields, 'year') ?? 0
  return own === year || own === year - 1
}

const became = (words: Readonly<Record<string, string>>, otherwise: string) => (row: FactRow) =>
  `${row.title}（${words[row.state] ?? otherwise}）`

/** Where the sections find the year's own records: each is told in one line. */
const sources: Readonly<Record<string, Source>> = {
  problems: {
    fact: byUnit('appraisal-problem'),
    of: (row) => row.state !== 'withdrawn',
    says: became({ closed: '已销号', settled: '已销号' }, '没有销号'),
  },
  promises: {
    fact: byUnit('public-commitment'),
    of: ofTheTwoYears,
    says: became({ kept: '已兑现', notKept: '未兑现' }, '践诺中'),
  },
  projects: {
    fact: byUnit('secretary-project'),
    of: ofTheTwoYears,
    says: became({ accepted: '已验收', stopped: '已终止' }, '实施中'),
  },
  deeds: {
    fact: byUnit('practical-deed'),
    of: ofTheTwoYears,
    says: became({ done: '已办成', declined: '未立项', stopped: '已终止' }, '办理中'),
  },
  demands: {
    fact: {
      kind: 'frequent-demand-project',
      where: { leader: { input: 'reporter' } },
      want: 'list',
    },
    says: (row) => {
      const [before, after] = [numberOf(row.fields, 'before'), numberOf(row.fields, 'after')]
      const counted = after === undefined ? '还没有计数' : `治理后 ${after} 件`
      return `${row.title}：治理前 ${before ?? 0} 件，${counted}`
    },
  },
}

export const sourceFacts: Readonly<Record<string, RecordFact>> = {
  ...Object.fromEntries(Object.entries(sources).map(([sort, { fact }]) => [sort, fact])),
  dispatch: byUnit('monthly-dispatch'),
}

/** Evidence of a section, one record a line. */
export function evidenceOf(context: Context, sort: string): string | undefined {
  if (sort === 'dispatch') return monthsOf(context)
  const source = sources[sort]
  if (source === undefined) return undefined
  const rows = rowsOf(context, sort)
  if (rows.length === 0) return '系统里没有本年度的记录'
  return rows
    .toReversed()
    .map((row, index) => `${index + 1}. ${source.says(row)}`)
    .join('\n')
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
