import { allianceSamples } from './integration-alliances.ts'
import { industrySamples } from './integration-industry.ts'
import { pairSamples } from './integration-pairs.ts'
import { peopleSamples } from './integration-people.ts'
import { togetherSamples } from './integration-together.ts'
import type { Sample } from './sample.ts'

/** Industries and territories, alliances, activities and people between units. */
export const integrationSamples: readonly Sample[] = [
  ...pairSamples,
  ...industrySamples,
  ...allianceSamples,
  ...togetherSamples,
  ...peopleSamples,
]
