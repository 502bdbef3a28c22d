import { arrayText } from './array-text.ts'

/** The values of one commit, in the order of the commit function. */
export type CommitValues = readonly unknown[]

// city, then ask, moment and answer, then columns, then what few carry and the effect carried out.
const columnsFrom = 4
const ownAtEnd = 2
const recordColumn = 6

/** Commits of one city as the values of the function that does them together. */
export function valuesOfMany(commits: readonly CommitValues[]): readonly unknown[] {
  const [first = []] = commits
  const own = (at: number) => arrayText(commits.map((values) => values.at(at)))
  const columns = first
    .slice(columnsFrom, -ownAtEnd)
    .map((_, at) => arrayText(joined(commits, columnsFrom + at)))
  const askOfRecord = commits.flatMap((values, at) =>
    columnAt(values, recordColumn).map(() => at + 1),
  )
  const of = arrayText(askOfRecord)
  return [first[0], own(1), own(2), own(3), of, ...columns, own(-2), own(-1)]
}

/** The records that a commit begins or changes. */
export function recordsIn(values: CommitValues): readonly unknown[] {
  return columnAt(values, recordColumn)
}

function joined(commits: readonly CommitValues[], at: number): readonly unknown[] {
  const all: unknown[] = []
  for (const values of commits) for (const value of columnAt(values, at)) all.push(value)
  return all
}

function columnAt(values: CommitValues, at: number): readonly unknown[] {
  const column = values[at]
  if (!Array.isArray(column)) throw new TypeError(`value ${at} of a commit is no column`)
  return column
}
