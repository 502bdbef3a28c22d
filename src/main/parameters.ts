import { cityParameters } from '../kernel/city-class.ts'
import { archiveParameters } from '../platform/archive/parameters.ts'
import { identityParameters } from '../platform/identity/parameters.ts'
import { kindRetention, retentionParameters } from '../platform/retention/parameters.ts'
import { kinds } from './registry.ts'

/** What a city may set for itself besides what its kinds declare. */
export const cityWide = {
  ...identityParameters,
  ...cityParameters,
  ...retentionParameters,
  ...archiveParameters,
  ...kindRetention(kinds.values()),
}
