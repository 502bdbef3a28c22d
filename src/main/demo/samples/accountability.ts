import { lookBackSamples } from './look-backs.ts'
import type { Sample } from './sample.ts'
import { shortcomingSamples } from './shortcomings.ts'

/** What organisations of the demo city answer for through the year. */
export const accountabilitySamples: readonly Sample[] = [...lookBackSamples, ...shortcomingSamples]
