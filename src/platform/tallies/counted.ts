import type { Directory } from '../../kernel/directory.ts'
import type { Day } from '../../kernel/time.ts'
import type { Span } from '../../kernel/period.ts'
import type { Database } from '../store/database.ts'
import { monthOf } from '../store/rows.ts'
import type { levels } from './fold.ts'
import { readTallyAs } from './as-now.ts'
import type { TallyCell } from './read.ts'

export type CountLevel = keyof typeof levels

/** One thing that figures rest on. */
export type Need = {
  readonly level: CountLevel
  readonly areas: readonly number[]
  readonly kind: string
  readonly measure: string
  /** As it stands at the end of a day rather than over a span. */
  readonly stock: boolean
  /** Told apart by the value a kind is counted by. */
  readonly values: boolean
}

/** Of which days counts are read: one span as it is, or months of which spans are made. */
export type Window = Span & { readonly months: boolean }

export type AskedCount = {
  readonly level: CountLevel
  readonly area: number
  readonly value?: string | undefined
  readonly kind: string
  readonly measure: string
  readonly stock: boolean
  readonly span: Span
}

export type Counts = {
  readonly count: (asked: AskedCount) => number
  /** Every value that anything was counted by in an area. */
  readonly values: (level: CountLevel, area: number) => readonly string[]
}

/** Reads all that is needed in one statement for each level, each way of reading. */
export async function readCounts(
  db: Database,
  city: number,
  { needs, window, cut }: Reading & { readonly needs: readonly Need[] },
): Promise<Counts> {
  const groups = [...Map.groupBy(needs, keyOfNeed).values()]
  const read = await Promise.all(groups.map((group) => readGroup(db, city, { group, window, cut })))
  const cells = new Map(read.flat())
  return {
    count({ level, area, value = '', kind, measure, stock, span }) {
      const found = cells.get(cellKey({ level, stock, area, value, kind, measure })) ?? []
      return found.reduce((sum, { day, n }) => sum + (isIn(day, span, stock) ? n : 0), 0)
    },
    values(level, area) {
      const of = groups.flat().filter((need) => need.values && need.level === level)
      return [...cells.keys()].flatMap((key) => {
        const parts = key.split('|')
        const own = parts[0] === level && parts[2] === String(area) && parts[3] !== ''
        const named = of.some((need) => need.kind === parts[4] && need.measure === parts[5])
        return own && named && parts[3] !== undefined ? [parts[3]] : []
      })
    },
  }
}

type Reading = {
  readonly window: Window
  /** Areas as they are cut there; without it by the codes of their time. */
  readonly cut?: Directory | undefined
}

type Kept = { readonly day: Day | null; readonly n: number }

async function readGroup(
  db: Database,
  city: number,
  { group, window, cut }: Reading & { readonly group: readonly Need[] },
): Promise<readonly (readonly [string, readonly Kept[]])[]> {
  const [first] = group
  if (first === undefined) return []
  const { level, stock, values } = first
  const cells = await readTallyAs(
    db,
    {
      city,
      level,
      areas: [...new Set(group.flatMap(({ areas }) => areas))],
      kinds: [...new Set(group.map(({ kind }) => kind))],
      measures: [...new Set(group.map(({ measure }) => measure))],
      ...(values ? { category: 'all' } : {}),
      ...(stock ? {} : { from: window.from }),
      to: window.to,
      by: window.months ? ['area', 'month'] : ['area'],
    },
    cut,
  )
  const key = ({ area, category, kind, measure }: TallyCell) =>
    cellKey({ level, stock, area: area ?? 0, value: category ?? '', kind, measure })
  return [...Map.groupBy(cells, key)].map(([name, those]) => [
    name,
    those.map(({ day, n }) => ({ day, n: Number(n) })),
  ])
}

/** A month is wholly in a span or wholly outside: spans of months begin with one. */
function isIn(month: Day | null, { from, to }: Span, stock: boolean): boolean {
  if (month === null) return true
  return month <= to && (stock || month >= monthOf(from))
}

function keyOfNeed({ level, stock, values }: Need): string {
  return `${level}|${stock}|${values}`
}

function cellKey(cell: Required<Omit<AskedCount, 'span'>> & { readonly value: string }): string {
  const { level, stock, area, value, kind, measure } = cell
  return `${level}|${stock}|${area}|${value}|${kind}|${measure}`
}
