import { breakthroughSamples, conversionSamples } from './linkage-guidance.ts'
import { institutionSamples } from './linkage-institutions.ts'
import { levelDutySamples, levelTaskSamples } from './linkage-tasks.ts'
import type { Sample } from './sample.ts'

/** How the four levels of the demo city work as one. */
export const linkageSamples: readonly Sample[] = [
  ...levelDutySamples,
  ...levelTaskSamples,
  ...institutionSamples,
  ...breakthroughSamples,
  ...conversionSamples,
]
