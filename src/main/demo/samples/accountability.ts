import { lookBackSamples } from './look-backs.ts'
import { majorTaskSamples } from './major-tasks.ts'
import { receptionSamples } from './receptions.ts'
import { responsibilityCheckSamples } from './responsibility-checks.ts'
import type { Sample } from './sample.ts'
import { shortcomingSamples } from './shortcomings.ts'
import { specialActionSamples } from './special-actions.ts'

/** What organisations of the demo city answer for through the year. */
export const accountabilitySamples: readonly Sample[] = [
  ...lookBackSamples,
  ...shortcomingSamples,
  ...majorTaskSamples,
  ...specialActionSamples,
  ...responsibilityCheckSamples,
  ...receptionSamples,
]
