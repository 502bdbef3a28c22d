import { smallBase } from './figures.ts'

type Compared = { readonly value: number; readonly whole: number; readonly before: number }

export type Told = {
  readonly area: string
  /** '今天', '近 7 天'. */
  readonly period: string
  readonly kind: string
  /** The last day still runs: it is compared with a whole one. */
  readonly runs: boolean
  /** Whether anything is set beside the same weeks before. */
  readonly compares: boolean
  readonly came?: Compared | undefined
  readonly open: number
  /** Past due now; of a past period, what ran late in it. */
  readonly late: { readonly count: number; readonly now: boolean }
  readonly areas: readonly { readonly name: string; readonly late: number }[]
  readonly categories: readonly {
    readonly label: string
    readonly whole?: number
    readonly before?: number
  }[]
}

/** What the numbers say, in one sentence: how much, where it is late, what grew. Each part is said
 *  only where it is large enough to mean something. */
export function sentenceOf(told: Told): string {
  const parts = [cameText(told), standsText(told), grownText(told)].filter((part) => part !== '')
  return `${told.area}${parts.join('；')}。`
}

function cameText({ came, period, kind, runs, compares }: Told): string {
  if (came === undefined) return `${period}${kind}`
  if (came.value === 0) return `${period}没有${kind}`
  const change = compares ? changeText(came, runs) : ''
  return `${period}${kind} ${came.value} 件${change === '' ? '' : `，${change}`}`
}

/** More or less than in the same weeks before; of a small base only the difference. */
function changeText({ whole, before }: Compared, runs: boolean): string {
  const base = runs ? '上周同日全天' : '上一个同期'
  if (before === 0) return ''
  const difference = whole - before
  if (runs) return `${base} ${before} 件`
  if (difference === 0) return `和${base}一样多`
  const words = `较${base}${difference > 0 ? '多' : '少'}`
  if (before < smallForPercent) return `${words} ${Math.abs(difference)} 件`
  return whole >= before * 3
    ? `是${base}的 ${(whole / before).toFixed(1)} 倍`
    : `${words} ${Math.abs(Math.round((difference / before) * 100))}%`
}

const smallForPercent = 20

function standsText({ open, late, areas }: Told): string {
  const words = late.now ? '已超时' : '期间新超时'
  if (late.count === 0) return `在办 ${open} 件，${late.now ? '没有超时件' : '没有新超时'}`
  const most = areas.reduce((worst, area) => (area.late > worst.late ? area : worst), {
    name: '',
    late: 0,
  })
  const together = areas.length > 1 && most.late >= smallBase && most.late * 3 >= late.count
  const where = together ? `，${most.name}较集中（${most.late} 件）` : ''
  return `在办 ${open} 件，${words} ${late.count} 件${where}`
}

function grownText({ categories, runs, came, compares }: Told): string {
  if (!compares || runs || came?.before === 0) return ''
  const grown = categories
    .map(({ label, whole = 0, before = 0 }) => ({ label, before, more: whole - before }))
    .filter(({ more, before }) => more >= smallBase && more * 4 >= before)
    .toSorted((a, b) => b.more - a.more)[0]
  return grown === undefined ? '' : `${grown.label}类比上一个同期多 ${grown.more} 件`
}
