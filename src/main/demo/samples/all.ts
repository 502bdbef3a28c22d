import { integrationSamples } from './integration.ts'
import { appraisalRatingSamples } from './appraisal-ratings.ts'
import { appraisalYearSamples } from './appraisal-years.ts'
import { appraisalMeetingSamples } from './appraisal-meetings.ts'
import { accountabilitySamples } from './accountability.ts'
import { researchVisitSamples } from './research-visits.ts'
import { appraisalProblemSamples } from './appraisal-problems.ts'
import { cobuildSamples } from './cobuild.ts'
import { mandateSamples } from './mandate.ts'
import { meetingSamples } from './meetings.ts'
import { experienceLibrarySamples } from './experience.ts'
import { linkageSamples } from './linkage.ts'
import { organsSamples } from './organs.ts'
import { powersSamples } from './powers.ts'
import { reorganisationSamples } from './reorganisations.ts'
import type { Sample } from './sample.ts'
import { scoreSamples } from './scores.ts'
import { exclusionSamples } from './exclusions.ts'
import { secretaryYearSamples } from './secretary-years.ts'
import { warZoneSamples } from './war-zone.ts'

/** Every sample of the demo city. */
export const samples: readonly Sample[] = [
  ...mandateSamples,
  ...meetingSamples,
  ...linkageSamples,
  ...experienceLibrarySamples,
  ...powersSamples,
  ...organsSamples,
  ...warZoneSamples,
  ...reorganisationSamples,
  ...appraisalProblemSamples,
  ...researchVisitSamples,
  ...accountabilitySamples,
  ...appraisalYearSamples,
  ...appraisalMeetingSamples,
  ...cobuildSamples,
  ...appraisalRatingSamples,
  ...secretaryYearSamples,
  ...integrationSamples,
  ...scoreSamples,
  ...exclusionSamples,
]
