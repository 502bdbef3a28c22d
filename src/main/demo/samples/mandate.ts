import { admissionSamples, streetTaskSamples } from './admissions.ts'
import { appraisalSamples, inspectionSamples } from './inspections.ts'
import { mandateListSamples } from './mandate-lists.ts'
import type { Sample } from './sample.ts'
import { taskRemovalSamples } from './task-removals.ts'

/** What a street answers for, what was sent to it, how it was inspected and appraised. */
export const mandateSamples: readonly Sample[] = [
  ...mandateListSamples,
  ...admissionSamples,
  ...streetTaskSamples,
  ...inspectionSamples,
  ...appraisalSamples,
  ...taskRemovalSamples,
]
