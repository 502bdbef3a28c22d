import type { Period } from '../../kernel/indicator.ts'
import { periodAt, type Span } from '../../kernel/period.ts'
import { addDays, type Day, isDay } from '../../kernel/time.ts'

export const periods: readonly { readonly value: Period; readonly label: string }[] = [
  { value: 'month', label: '月' },
  { value: 'quarter', label: '季度' },
  { value: 'half-year', label: '半年' },
  { value: 'year', label: '年' },
]

export type Choice = Span & { readonly period: Period }

/** The period the address asks for, up to its day; otherwise the one that runs. */
export function choiceIn(
  values: Readonly<Record<string, string>>,
  usual: Period,
  today: Day,
): Choice {
  const period = periods.find(({ value }) => value === values['period'])?.value ?? usual
  const asked = values['to']
  const to = asked !== undefined && isDay(asked) && asked < today ? asked : today
  return { period, from: periodAt(period, to).from, to }
}

/** The last day of the period before. */
export function dayBefore({ from }: Span): Day {
  return addDays(from, -1)
}

/** The last day of the period after, as far as it has come; nothing while this one still runs. */
export function dayAfter({ period, to }: Choice, today: Day): Day | undefined {
  const next = addDays(periodAt(period, to).to, 1)
  if (next > today) return undefined
  const end = periodAt(period, next).to
  return end < today ? end : today
}
