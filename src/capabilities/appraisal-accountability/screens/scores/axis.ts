import type { Score } from '../../../../kernel/fair/score.ts'

/** One axis for all units, so that what overlaps is seen to overlap. */
export type Axis = { readonly from: number; readonly to: number; readonly ticks: readonly number[] }

const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500] as const
const mostTicks = 6

export function axisOf(scores: readonly Pick<Score, 'low' | 'high'>[]): Axis {
  const least = Math.min(...scores.map(({ low }) => low))
  const most = Math.max(...scores.map(({ high }) => high))
  if (!Number.isFinite(least) || !Number.isFinite(most)) return { from: 0, to: 1, ticks: [0, 1] }
  const step = steps.find((one) => (most - least) / one <= mostTicks - 1) ?? 1_000
  const from = Math.floor(least / step) * step
  const to = Math.max(Math.ceil(most / step) * step, from + step)
  const ticks = Array.from(
    { length: Math.round((to - from) / step) + 1 },
    (_, at) => from + at * step,
  )
  return { from, to, ticks }
}

/** Where a number stands on it, in per cent of its length. */
export function at({ from, to }: Axis, value: number): number {
  return Math.min(100, Math.max(0, ((value - from) / (to - from)) * 100))
}
