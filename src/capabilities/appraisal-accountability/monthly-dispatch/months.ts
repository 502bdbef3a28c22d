import { textOf, type Values } from '../../../kernel/field.ts'
import { addDays, type Day, firstOfMonth, lastOfMonth } from '../../../kernel/time.ts'

/** The words that stand for a month in which nobody dispatched, and for one before the practice. */
export const notDispatched = '未调度'
export const notYetOn = '尚未实行'

export const monthNames = Array.from({ length: 12 }, (_, at) => `month${at + 1}`)

/** The last day of a month of a year. */
export function endOfMonth(year: number, month: number): Day {
  return lastOfMonth(firstOfMonth(year * 12 + month - 1))
}

/** The day after it: what is true of a month is judged when it is over. */
export function dayAfter(year: number, month: number): Day {
  return addDays(endOfMonth(year, month), 1)
}

/** Months that are over and in which dispatch was to be done. */
export function elapsed(fields: Values, passed: number): number {
  return told(fields, passed).filter((words) => words !== notYetOn).length
}

/** Those of them that have a dispatch. */
export function dispatched(fields: Values, passed: number): number {
  return told(fields, passed).filter((words) => words !== notYetOn && words !== notDispatched)
    .length
}

function told(fields: Values, passed: number): readonly string[] {
  return monthNames.slice(0, passed).map((name) => textOf(fields, name) ?? notDispatched)
}
