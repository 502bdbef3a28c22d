import type { Period } from '../../kernel/indicator.ts'
import type { Asked } from './use-indicators.ts'
import type { DetailView, Part } from './view.ts'

/** What each piece of the sheet of one figure is handed. */
export type PartProps = {
  readonly view: DetailView
  readonly part: Part
  readonly asked: Asked
  readonly period: Period
  /** Where the page is with something changed. */
  readonly reach: (changes: Readonly<Record<string, string | undefined>>) => string
  readonly enter: (code: number) => void
}
