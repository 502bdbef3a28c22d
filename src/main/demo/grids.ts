import type { Area } from '../../kernel/directory.ts'
import { demoAreas } from './areas.ts'

/** The inner districts, whose streets are walked by grid. */
const GRIDDED: ReadonlySet<number> = new Set([530_102, 530_103, 530_111, 530_112])
const ORDINALS = ['一', '二', '三', '四'] as const

/** Two to four grids to a community of the inner districts: its code and three digits more. */
export function gridsOf(community: number): readonly number[] {
  if (!GRIDDED.has(Math.floor(community / 1_000_000))) return []
  return ORDINALS.slice(0, 2 + (community % 3)).map((_, index) => community * 1000 + index + 1)
}

export function demoGrids(): readonly Area[] {
  return demoAreas()
    .filter(({ level }) => level === 'community')
    .flatMap(({ code }) =>
      gridsOf(code).map((grid, index) => ({
        code: grid,
        level: 'grid',
        type: '网格',
        name: `第${ORDINALS[index] ?? ''}网格`,
        parent: code,
      })),
    )
}
