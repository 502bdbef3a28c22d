import { setupSamples } from './organs-setup.ts'
import { penaltySamples, platformSamples, plaqueSamples } from './organs-enforcement.ts'
import type { Sample } from './sample.ts'

/** How streets are organised: offices, plaques, platforms and what they enforce. */
export const organsSamples: readonly Sample[] = [
  ...setupSamples,
  ...plaqueSamples,
  ...platformSamples,
  ...penaltySamples,
]
