import { areaSamples, adviceSamples, planSamples } from './powers-advice.ts'
import { forceSamples } from './powers-forces.ts'
import { grantSamples } from './powers-grants.ts'
import type { Sample } from './sample.ts'

/** What streets were given the power to do, and what they did with it. */
export const powersSamples: readonly Sample[] = [
  ...grantSamples,
  ...areaSamples,
  ...planSamples,
  ...adviceSamples,
  ...forceSamples,
]
