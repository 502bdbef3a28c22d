import type { Directory } from '../../kernel/directory.ts'
import { sharesOf } from '../../kernel/lineage.ts'
import type { Database } from '../store/database.ts'
import { readTally, type TallyCell, type TallyQuestion } from './read.ts'

/**
 * Counts of areas as they are cut in a directory: each with what its predecessors counted, less
 * what moved away. Without one, by the codes of their time. Categories, which are not counted at
 * every level, and areas that have ended stay by the codes of their time.
 */
export async function readTallyAs(
  db: Database,
  asked: TallyQuestion,
  directory: Directory | undefined,
): Promise<readonly TallyCell[]> {
  const { areas, level } = asked
  if (directory === undefined || areas === undefined || level === 'unit')
    return readTally(db, asked)
  const shares = areas.flatMap((area) => {
    const own = sharesOf(directory, area)
    return own.length === 0
      ? [{ level, code: area, n: 1, area }]
      : own.map((share) => ({ ...share, area }))
  })
  const isPlain = shares.every(({ code, area }) => code === area)
  const isDeeper = shares.some((share) => share.level !== level)
  if (isPlain || (asked.category !== undefined && isDeeper)) return readTally(db, asked)
  const read = await Promise.all(
    [...Map.groupBy(shares, (share) => share.level)].map(async ([at, own]) => {
      if (at === 'grid') return []
      const cells = await readTally(db, {
        ...asked,
        level: at,
        areas: [...new Set(own.map(({ code }) => code))],
        by: [...new Set([...(asked.by ?? []), 'area' as const])],
      })
      return own.flatMap(({ code, n, area }) =>
        cells
          .filter((cell) => Number(cell.area) === code)
          .map((cell) => ({ ...cell, area, n: Number(cell.n) * n })),
      )
    }),
  )
  return summed(read.flat(), asked)
}

function summed(cells: readonly TallyCell[], { by = [] }: TallyQuestion): readonly TallyCell[] {
  const told = cells.map((cell) => ({ ...cell, area: by.includes('area') ? cell.area : null }))
  const key = ({ kind, measure, area, category, day }: TallyCell) =>
    [kind, measure, area, category, day].join('|')
  return [...Map.groupBy(told, key).values()].flatMap((same) => {
    const n = same.reduce((sum, cell) => sum + cell.n, 0)
    return n === 0 ? [] : same.slice(0, 1).map((cell) => ({ ...cell, n }))
  })
}
