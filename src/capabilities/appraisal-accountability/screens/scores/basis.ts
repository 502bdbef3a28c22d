import type { Reading, ScoreItem } from '../../../../kernel/fair/score.ts'

/** What is scored: by which items, which units, over which days; a round's, or a sheet tried out. */
export type Basis = {
  readonly title: string
  readonly items: readonly ScoreItem[]
  readonly units: readonly number[]
  readonly from: string
  readonly to: string
}

export type ListBehind = {
  readonly kind: string
  readonly filters: Readonly<Record<string, string>>
}

/** What was counted for a unit, as `/api/scores/readings` tells it. */
export type ToldReading = Reading & {
  readonly hidden?: true
  readonly untold?: true
  readonly terms: readonly { readonly key: string; readonly list: ListBehind }[]
}

export type Population = {
  readonly people: number
  readonly year: number
  readonly source: string
}

export type UnitReadings = {
  readonly unit: number
  readonly name: string
  readonly area: number
  readonly areaName: string
  /** All that lies in its area, or what it is itself responsible for. */
  readonly by: 'area' | 'unit'
  readonly population?: Population
  readonly readings: Readonly<Record<string, ToldReading>>
}

export type FigureMeaning = {
  readonly key: string
  readonly id: string
  readonly label: string
  readonly formula: string
  readonly unit: string
  readonly terms: readonly {
    readonly key: string
    readonly label: string
    readonly kindLabel?: string
  }[]
}

export type ReadingsView = {
  readonly from: string
  readonly to: string
  readonly today: string
  readonly demo: boolean
  readonly smallest: number
  readonly figures: readonly FigureMeaning[]
  readonly units: readonly UnitReadings[]
}
