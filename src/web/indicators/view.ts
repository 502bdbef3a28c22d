import type { Level } from '../../kernel/directory.ts'
import type { Indicator, Period, Reference } from '../../kernel/indicator.ts'

/** What a declared figure says, as `/api/indicators` tells it. */
export type Meaning = Pick<
  Indicator,
  'id' | 'part' | 'label' | 'formula' | 'unit' | 'goal' | 'band' | 'basis' | 'version' | 'by'
> & {
  readonly period?: Period
  readonly references: readonly Reference[]
  readonly group?: string
  readonly groupLabel?: string
  readonly terms: readonly TermView[]
}

export type TermView = {
  /** 'n0' of the numerator, 'd0' of the denominator. */
  readonly key: string
  readonly label: string
  readonly weight: number
  readonly kindLabel?: string
  readonly covered?: { readonly things: string; readonly wants: readonly string[] }
}

export type FigureView = {
  readonly value?: number
  readonly numerator?: number
  readonly denominator: number
  readonly hidden: boolean
  readonly untold?: boolean
  /** The level it is told of, where that lies above the area. */
  readonly wider?: string
}

export type Valued = Meaning & {
  readonly periodName: string
  readonly figure?: FigureView
  readonly trend: readonly { readonly label: string; readonly value?: number }[]
}

export type ValuesView = {
  readonly area: { readonly code: number; readonly name: string; readonly level: Level }
  readonly to: string
  readonly dataAsOf?: string
  readonly indicators: readonly Valued[]
}

export type ListBehind = {
  readonly kind: string
  readonly filters: Readonly<Record<string, string>>
}

export type TrendPoint = FigureView & {
  readonly from: string
  readonly to: string
  readonly label: string
}

export type Part = Meaning &
  FigureView & {
    readonly counts: readonly {
      readonly key: string
      readonly count: number
      readonly list?: ListBehind
    }[]
    readonly trend?: readonly TrendPoint[]
    readonly children: readonly (FigureView & { readonly code: number; readonly name: string })[]
  }

export type DetailView = {
  readonly id: string
  readonly area: number
  readonly areaName: string
  readonly level: Level
  readonly childLevel?: Level
  readonly from: string
  readonly to: string
  readonly today: string
  readonly demo: boolean
  readonly dataAsOf?: string
  readonly figures: readonly Part[]
}

export type CoveredView = {
  readonly things: string
  readonly wants: readonly string[]
  readonly rows: readonly CoveredRow[]
}

export type CoveredRow = {
  readonly area?: number
  readonly unit?: number
  readonly value?: string
  readonly name: string
  readonly lies: string
  readonly has: boolean
  readonly held: readonly {
    readonly count: number
    readonly atLeast: number
    readonly enough: boolean
    readonly of?: number
    readonly lacking?: readonly { readonly code: number; readonly name: string }[]
    readonly lists: readonly ListBehind[]
  }[]
}
