import { sql } from 'kysely'
import { reached, StoreAway } from '../../store/faults.ts'
import type { HttpDeps } from '../deps.ts'
import { cityOf } from '../who.ts'
import type { RowProblem } from './rows.ts'

/** What the check found of a row, then what became of it, then whether it was taken back. */
export const rowResults = [
  'bad',
  'new',
  'amend',
  'same',
  'left',
  'made',
  'amended',
  'refused',
  'undone',
  'kept',
] as const
export type RowResult = (typeof rowResults)[number]

export type RowOutcome = {
  readonly line: number
  readonly result: RowResult
  readonly record?: string | undefined
  readonly problems?: readonly RowProblem[] | undefined
  /** What the row is known by to whoever wrote it. */
  readonly words?: string | undefined
}

type JobRows = { readonly job: string; readonly results?: readonly RowResult[] | undefined }

export async function insertRows(deps: HttpDeps, job: string, rows: readonly RowOutcome[]) {
  if (rows.length === 0) return
  const { city } = cityOf(deps)
  await reached(() =>
    deps.db.read
      .insertInto('import_row')
      .values(
        rows.map(({ line, result, record, problems = [], words }) => ({
          city,
          job,
          line,
          result,
          record_id: record ?? null,
          problems: JSON.stringify(problems),
          words: words === undefined ? null : deps.keys.seal(words),
        })),
      )
      .execute(),
  )
}

/** Writes down what became of rows, many at a time. */
export async function settleRows(
  deps: HttpDeps,
  job: string,
  { rows, askOf }: { rows: readonly RowOutcome[]; askOf: (row: RowOutcome) => string },
) {
  if (rows.length === 0) return
  const { city } = cityOf(deps)
  const lines = rows.map(({ line }) => line)
  const results = rows.map(({ result }) => result)
  const records = rows.map(({ record }) => record ?? null)
  const problems = rows.map((row) => JSON.stringify(row.problems ?? []))
  const asks = rows.filter(({ result }) => isDone.has(result)).map(askOf)
  const { numAffectedRows: told = 0n } = await reached(() =>
    sql`update import_row r set result = t.result, record_id = coalesce(t.record_id, r.record_id), problems = t.problems
      from unnest(${lines}::int[], ${results}::text[], ${records}::uuid[], ${problems}::jsonb[])
        as t(line, result, record_id, problems)
      where r.city = ${city} and r.job = ${job}::uuid and r.line = t.line and not exists (
        select 1 from unnest(${asks}::uuid[]) as asked(id)
        where not exists (select 1 from ask where ask.city = ${city} and ask.id = asked.id))`.execute(
      deps.db.read,
    ),
  )
  if (told < BigInt(rows.length)) throw new StoreAway()
}

const isDone: ReadonlySet<RowOutcome['result']> = new Set(['made', 'amended', 'undone'])

export async function clearRows(deps: HttpDeps, job: string): Promise<void> {
  await reached(() =>
    deps.db.read
      .deleteFrom('import_row')
      .where('city', '=', cityOf(deps).city)
      .where('job', '=', job)
      .execute(),
  )
}

/** Rows of some results from a line on, in order. */
export async function rowsAfter(
  deps: HttpDeps,
  { job, results }: JobRows,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly RowOutcome[]> {
  const rows = await reached(() => {
    const all = deps.db.read
      .selectFrom('import_row')
      .select(['line', 'result', 'record_id', 'problems', 'words'])
      .where('city', '=', cityOf(deps).city)
      .where('job', '=', job)
      .where('line', '>', after)
      .orderBy('line')
      .limit(limit)
    return (results === undefined ? all : all.where('result', 'in', [...results])).execute()
  })
  return rows.map(({ line, result, record_id, problems, words }) => ({
    line,
    words: words === null ? undefined : deps.keys.open(words),
    result: resultIn(result),
    record: record_id ?? undefined,
    problems: problemsIn(problems),
  }))
}

export async function allRows(deps: HttpDeps, which: JobRows): Promise<readonly RowOutcome[]> {
  const found: RowOutcome[] = []
  for (;;) {
    const after = found.at(-1)?.line ?? 0
    const page = await rowsAfter(deps, which, { after, limit: atOnce })
    found.push(...page)
    if (page.length < atOnce) return found
  }
}

const atOnce = 5_000

export type Counts = Readonly<Record<RowResult, number>>

export async function countsOf(deps: HttpDeps, jobs: readonly string[]) {
  const rows =
    jobs.length === 0
      ? []
      : await reached(() =>
          deps.db.read
            .selectFrom('import_row')
            .select(['job', 'result', sql<number>`count(*)::int`.as('n')])
            .where('city', '=', cityOf(deps).city)
            .where('job', 'in', [...jobs])
            .groupBy(['job', 'result'])
            .execute(),
        )
  return (job: string): Counts => {
    const of = new Map(rows.flatMap((row) => (row.job === job ? [[row.result, row.n]] : [])))
    const count = (result: RowResult) => of.get(result) ?? 0
    return {
      bad: count('bad'),
      new: count('new'),
      amend: count('amend'),
      same: count('same'),
      left: count('left'),
      made: count('made'),
      amended: count('amended'),
      refused: count('refused'),
      undone: count('undone'),
      kept: count('kept'),
    }
  }
}

/** Of the rows that wait to be written, some are left: these lines, or all but those. */
export async function leaveRows(
  deps: HttpDeps,
  job: string,
  which: { readonly these: readonly number[] } | { readonly butFor: readonly number[] },
) {
  const lines = [...('these' in which ? which.these : which.butFor)]
  const isLeft =
    'these' in which
      ? sql<boolean>`line = any(${lines}::int[])`
      : sql<boolean>`not (line = any(${lines}::int[]))`
  await reached(() =>
    deps.db.read
      .updateTable('import_row')
      .set({ result: 'left' })
      .where('city', '=', cityOf(deps).city)
      .where('job', '=', job)
      .where('result', 'in', ['new', 'amend'])
      .where(isLeft)
      .execute(),
  )
}

function resultIn(text: string): RowResult {
  const result = rowResults.find((one) => one === text)
  if (result === undefined) throw new Error(`no row of an import is ${text}`)
  return result
}

/** What `settleRows` wrote. */
function problemsIn(json: unknown): readonly RowProblem[] {
  return Array.isArray(json) ? (json as readonly RowProblem[]) : []
}
