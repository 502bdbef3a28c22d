import type { TrendPoint } from './view.ts'

/** The name of a period below its bar; the year stands only where it begins. */
export function axisLabel(
  { label }: Pick<TrendPoint, 'label'>,
  before: Pick<TrendPoint, 'label'> | undefined,
): string {
  const year = label.slice(0, 5)
  const short = label.slice(5).replace('第', '').replace('季度', '季')
  return short !== '' && before?.label.startsWith(year) === true ? short : label.slice(2)
}
