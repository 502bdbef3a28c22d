import type { Indicator } from '../../kernel/indicator.ts'
import type { Level } from '../../kernel/directory.ts'

export type Span = { readonly from: string; readonly to: string }

/** What `/api/overview` says of an area and a span of days. */
export type OverviewView = {
  readonly area: { readonly code: number; readonly name: string; readonly level: Level }
  /** Where its past looks different as areas are cut today. */
  readonly reorganised?: {
    readonly as: 'now' | 'was'
    readonly added: readonly string[]
    readonly taken: readonly string[]
    readonly divided: readonly string[]
  }
  readonly period: Span & {
    readonly days: number
    readonly whole: Span
    readonly before: Span
    readonly weeks: number
    readonly runs: boolean
    readonly by: 'day' | 'month'
  }
  readonly demo: boolean
  /** Where it was read from a copy of the data: up to when that has everything. */
  readonly dataAsOf?: string
  /** The one who looks may open every record counted here. */
  readonly seesAll: boolean
  readonly kind: { readonly name: string; readonly label: string }
  readonly measures: {
    readonly volume?: string
    readonly base?: string
    readonly late?: string
    readonly everLate?: string
  }
  readonly sentence: string
  readonly kinds: readonly {
    readonly name: string
    readonly label: string
    readonly came?: Count
    readonly open: number
  }[]
  readonly stock: {
    readonly open: number
    readonly before: number
    readonly states: readonly StateCount[]
    /** Only where the period reaches today. */
    readonly late?: number
    readonly lateUnits?: readonly {
      readonly id: number
      readonly name: string
      readonly count: number
    }[]
  }
  readonly flows: readonly Count[]
  readonly cohorts: readonly Count[]
  readonly shares: readonly Share[]
  readonly trend: readonly Point[]
  readonly categories?: Categories
  readonly children: readonly Child[]
  readonly remainder?: { readonly came: number; readonly open: number }
}

export type Count = {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly whole: number
  readonly before: number
}

export type StateCount = {
  readonly state: string
  readonly label: string
  readonly is: 'working' | 'resting' | 'end'
  readonly count: number
}

export type Rate = { readonly value?: number; readonly base: number; readonly small: boolean }

export type Share = Rate & {
  readonly id: string
  readonly part?: string
  readonly label: string
  readonly formula: string
  readonly unit: string
  readonly goal: 'up' | 'down' | 'none'
  readonly band?: { readonly low: number; readonly high: number; readonly words: string }
  readonly basis: string
  readonly by: Indicator['by']
  /** The measure of the base, where one list stands behind it. */
  readonly of?: string
  readonly before?: Rate
}

export type Point = Span & {
  readonly open: number
  readonly flows: Readonly<Record<string, number>>
  readonly before?: number
}

export type Categories = {
  readonly measure: string
  readonly span: Span
  readonly months: boolean
  readonly rows: readonly {
    readonly category: string
    readonly label: string
    readonly count: number
    readonly whole?: number
    readonly before?: number
    readonly everLate: number
    readonly small: boolean
  }[]
}

export type Child = {
  readonly code: number
  readonly name: string
  readonly came: number
  readonly whole: number
  readonly before: number
  readonly open: number
  readonly late: number
  readonly lateNow?: number
  readonly base: number
  readonly everLate: number
  readonly shares: readonly (Rate & { readonly id: string; readonly part?: string })[]
}
