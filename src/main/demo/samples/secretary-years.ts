import { commitmentSamples } from './commitments.ts'
import { contactPointSamples } from './contact-points.ts'
import { dutyHearingSamples } from './duty-hearings.ts'
import { monthlyDispatchSamples } from './monthly-dispatches.ts'
import { pairingSamples } from './pairings.ts'
import { practicalDeedSamples } from './practical-deeds.ts'
import type { Sample } from './sample.ts'
import { secretaryProjectSamples } from './secretary-projects.ts'

/** What the secretaries of two districts answer for in a year. */
export const secretaryYearSamples: readonly Sample[] = [
  ...commitmentSamples,
  ...secretaryProjectSamples,
  ...contactPointSamples,
  ...monthlyDispatchSamples,
  ...dutyHearingSamples,
  ...practicalDeedSamples,
  ...pairingSamples,
]
