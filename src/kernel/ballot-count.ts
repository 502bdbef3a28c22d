import { type BallotLine, type BallotTotal, fewestVotes } from './ballot.ts'

/** One voter's choices, a place in each line's choices for each line. */
export type BallotMarks = readonly number[]

/**
 * What may be told of a count. Fewer than five votes in all tell nothing. A choice that one to four
 * gave is told together with its neighbour, and on until the group holds five: nothing hidden can
 * be worked out from what is shown beside it, and every group adds up to all that were cast.
 */
export function totalsOf(
  lines: readonly BallotLine[],
  ballots: readonly BallotMarks[],
): readonly BallotTotal[] {
  if (ballots.length < fewestVotes) return []
  return lines.flatMap(({ key, choices }, at) => {
    const single = choices.map(({ value }, choice) => ({
      choices: [value],
      count: ballots.filter((marks) => marks[at] === choice).length,
    }))
    return grouped(single).map((group) => ({ line: key, ...group }))
  })
}

/** A sheet that answers every line with one of its choices; nothing of any other. */
export function marksOf(
  lines: readonly BallotLine[],
  answers: Readonly<Record<string, unknown>>,
): BallotMarks | undefined {
  const marks = lines.map(({ key, choices }) =>
    choices.findIndex(({ value }) => value === answers[key]),
  )
  const known = Object.keys(answers).every((key) => lines.some((line) => line.key === key))
  return known && marks.length > 0 && !marks.includes(-1) ? marks : undefined
}

type Group = { readonly choices: readonly string[]; readonly count: number }

function grouped(groups: readonly Group[]): readonly Group[] {
  const at = groups.findIndex(({ count }) => count > 0 && count < fewestVotes)
  if (at === -1) return groups
  const first = at === 0 ? 0 : at === groups.length - 1 ? at - 1 : firstOf(groups, at)
  const [left, right] = [groups[first], groups[first + 1]]
  if (left === undefined || right === undefined) return groups
  const merged = {
    choices: [...left.choices, ...right.choices],
    count: left.count + right.count,
  }
  return grouped([...groups.slice(0, first), merged, ...groups.slice(first + 2)])
}

/** The neighbour that some chose, and of two the one that fewer chose: as little as can be is put
 *  together. */
function firstOf(groups: readonly Group[], at: number): number {
  const weight = (index: number) => {
    const count = groups[index]?.count ?? 0
    return count === 0 ? Number.POSITIVE_INFINITY : count
  }
  return weight(at - 1) < weight(at + 1) ? at - 1 : at
}
