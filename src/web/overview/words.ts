import { dayText } from '../../kernel/time.ts'
import type { Count, Rate, Span } from './view.ts'

const smallForPercent = 20

/** How a count moved against the same weeks before; of a small one only the difference. */
export function movedText({ whole, before }: Pick<Count, 'whole' | 'before'>): string {
  const difference = whole - before
  if (difference === 0) return '一样多'
  const words = difference > 0 ? '多' : '少'
  if (before < smallForPercent) return `${words} ${Math.abs(difference)}`
  return whole >= before * 3
    ? `是 ${(whole / before).toFixed(1)} 倍`
    : `${words} ${Math.abs(Math.round((difference / before) * 100))}%`
}

/** The same as a sentence, with what it is compared with. */
export function comparedText(count: Pick<Count, 'whole' | 'before'>, runs: boolean): string {
  if (runs) return `上周同日全天 ${count.before}`
  return count.whole === 0 && count.before === 0
    ? '同期也没有'
    : `较同期${movedText(count)}（${count.before}）`
}

/** A share as it may be told: with its base always, without a value where the base is small. */
export function shareText({ value, base, small }: Rate): string {
  if (base === 0) return '无'
  if (small || value === undefined) return `基数小（${base}）`
  return `${percent(value)}%`
}

export function pointsText(now: Rate, before: Rate | undefined): string | undefined {
  if (before?.value === undefined || now.value === undefined) return undefined
  const points = Math.round((now.value - before.value) * 1000) / 10
  if (points === 0) return '和同期一样'
  return `较同期${points > 0 ? '高' : '低'} ${Math.abs(points).toFixed(1)} 个百分点`
}

export function percent(value: number): string {
  return (value * 100).toFixed(1)
}

export function spanText({ from, to }: Span): string {
  return from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`
}

/** One of five steps of a hue; nothing stays without colour. */
export function heat(value: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (value <= 0 || most <= 0) return 0
  const step = Math.ceil((value / most) * 4)
  return step >= 4 ? 4 : step === 3 ? 3 : step === 2 ? 2 : 1
}
