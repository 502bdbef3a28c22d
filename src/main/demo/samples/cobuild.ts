import { marketSamples } from './cobuild-market.ts'
import { balanceSamples, memberSamples, reportSamples } from './cobuild-reports.ts'
import type { Sample } from './sample.ts'

/** Units and communities that share: report-ins, the three lists, agreements, a year's balances. */
export const cobuildSamples: readonly Sample[] = [
  ...reportSamples,
  ...memberSamples,
  ...marketSamples,
  ...balanceSamples,
]
