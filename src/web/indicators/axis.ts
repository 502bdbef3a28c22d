import type { TrendPoint } from './view.ts'

/** A period below its bar, as short as it can be; the first of a year says the year instead. */
export function axisLabel({ label }: Pick<TrendPoint, 'label'>): string {
  const year = label.slice(2, 5)
  const rest = label.slice(5)
  const isFirst = ['', '1月', '第1季度', '上半年'].includes(rest)
  return isFirst ? year : rest.replace('第', '').replace('季度', '季').replace('半年', '')
}

/** How high the chart reaches: shares that come near to all are shown against all. */
export function heightOf(values: readonly number[], unit: string): number {
  const most = Math.max(0, ...values)
  if (most === 0) return 1
  return unit === '%' && most > 0.5 && most <= 1 ? 1 : most
}
