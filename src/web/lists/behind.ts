import { dayText, isDay } from '../../kernel/time.ts'
import type { KindView } from '../api/types.ts'
import type { Filters } from './filters.ts'

/** What number a list stands behind, in words; nothing for a list of its own. */
export function behindText(kind: KindView | undefined, filters: Filters): string | undefined {
  const { measure, at, due } = filters
  const what = kind?.label ?? '事项'
  if (measure !== undefined) {
    const counter = kind?.counters[measure]
    const label = counter?.label ?? measure
    return counter?.by === 'cohort'
      ? `${daysText(filters)}受理的${what}中的“${label}”`
      : `${daysText(filters)}计入“${label}”的${what}`
  }
  if (at !== undefined) return `${day(at)}结束时${statesText(kind, filters)}的${what}`
  return due === undefined ? undefined : `${day(due)}到期、还在办的${what}`
}

/** What leaving the number means: its own filters go, the others stay. */
export const leavingBehind = {
  measure: undefined,
  at: undefined,
  due: undefined,
  from: undefined,
  to: undefined,
} as const

function daysText({ from, to }: Filters): string {
  if (from !== undefined && from === to) return day(from)
  if (from !== undefined && to !== undefined) return `${day(from)}至${day(to)}`
  if (from !== undefined) return `${day(from)}以来`
  return to === undefined ? '' : `到${day(to)}为止`
}

function statesText(kind: KindView | undefined, { state }: Filters): string {
  if (state === undefined) return '没有办结'
  const labels = state.split(',').map((name) => kind?.states[name]?.label ?? name)
  return `处于“${labels.join('、')}”`
}

function day(text: string): string {
  return isDay(text) ? dayText(text) : text
}
