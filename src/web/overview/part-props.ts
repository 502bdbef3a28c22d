import type { Behind } from './behind-number.ts'
import type { OverviewView } from './view.ts'

/** What every part of the screen is made of. */
export type PartProps = {
  readonly view: OverviewView
  readonly behind: Behind
  readonly compares: boolean
}
