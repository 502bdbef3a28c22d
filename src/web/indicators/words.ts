import type { Reference } from '../../kernel/indicator.ts'
import { spanText } from '../overview/words.ts'
import type { DetailView, FigureView, Meaning } from './view.ts'

const smallBase = 5

type Told = Pick<Meaning, 'unit' | 'terms'>

/** Has a base, rather than being a number of things. */
export function isShare({ terms }: Pick<Meaning, 'terms'>): boolean {
  return terms.some(({ key }) => key.startsWith('d'))
}

/** A figure as it may be told: of few the two numbers instead of a percentage. */
export function figureText(figure: FigureView | undefined, told: Told): string {
  if (figure === undefined) return '无'
  const { value, denominator, hidden, untold = false, wider } = figure
  if (untold) return '不单独统计'
  if (wider !== undefined) return `只按${wider}算`
  if (hidden) return `基数小（${denominator}）`
  if (value === undefined) return '无'
  if (isSmall(figure, told)) return ratioText(figure)
  return valueText(value, told.unit)
}

/** The base beside it: '3/5'; nothing where the value says it already or there is none. */
export function baseText(figure: FigureView | undefined, told: Told): string | undefined {
  if (figure === undefined || figure.hidden || figure.numerator === undefined) return undefined
  if (!isShare(told) || figure.denominator === 0) return undefined
  return isSmall(figure, told) ? '基数小，不算百分比' : ratioText(figure)
}

/** Of so few that a percentage would say more about single cases than about the place. */
export function isSmall({ denominator }: FigureView, told: Told): boolean {
  return told.unit === '%' && denominator > 0 && denominator < smallBase
}

/** '3/5'; nothing where there is no base, or where it may not be told. */
export function ratioText({ numerator, denominator }: FigureView): string {
  return numerator === undefined || denominator === 0
    ? ''
    : `${short(numerator)}/${short(denominator)}`
}

export function valueText(value: number, unit: string): string {
  return unit === '%' ? `${(value * 100).toFixed(1)}%` : `${short(value)} ${unit}`
}

/** '全国 2022年6月 80.8%', '北京 2022年6月 超过 110 项'. */
export function referenceText({ place, asOf, value, about }: Reference, unit: string): string {
  const words = about === 'over' ? '超过 ' : about === 'nearly' ? '近 ' : ''
  return `${place} ${asOfText(asOf)} ${words}${valueText(value, unit)}`
}

/** How one's own figure stands beside a published one; of few nothing is compared. */
export function besideText(
  figure: FigureView,
  reference: Reference,
  told: Told,
): string | undefined {
  const { value, hidden } = figure
  if (value === undefined || hidden) return undefined
  if (isSmall(figure, told)) return undefined
  const scale = told.unit === '%' ? 100 : 1
  const difference = Math.round((value - reference.value) * scale * 10) / 10
  if (difference === 0) return '相同'
  const size = short(Math.abs(difference))
  return told.unit === '%'
    ? `本地区${difference > 0 ? '高' : '低'} ${size} 个百分点`
    : `本地区${difference > 0 ? '多' : '少'} ${size} ${told.unit}`
}

/** '2022年6月' of '2022-06', '2023年' of '2023'. */
function asOfText(asOf: string): string {
  const [year = '', month, day] = asOf.split('-')
  const months = month === undefined ? '' : `${Number(month)}月`
  return `${year}年${months}${day === undefined ? '' : `${Number(day)}日`}`
}

/** Of which days a figure is told. */
export function daysText(
  { from, to, today }: Pick<DetailView, 'from' | 'to' | 'today'>,
  by: Meaning['by'],
): string {
  const until = to === today ? '（截至今天）' : ''
  return by === 'stock' ? `截至${spanText({ from: to, to })}` : `${spanText({ from, to })}${until}`
}

export const byWords: Readonly<Record<Meaning['by'], string>> = {
  cohort: '按开始日期归组：期间开始的，截至现在的结果',
  flow: '按发生日期：期间发生的',
  month: '匿名计数，按整月',
  stock: '截至当日的存量',
}

export const goalWords: Readonly<Record<Meaning['goal'], string>> = {
  up: '越高越好',
  down: '越低越好',
  none: '不论高低',
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}
