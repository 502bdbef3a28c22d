import { activityIndicators } from './joint-activity/indicators.ts'
import { organisationIndicators } from './organisation-entry/indicators.ts'
import { industryIndicators } from './industry-duty/indicators.ts'
import { allianceIndicators } from './alliance/indicators.ts'
import { pairIndicators } from './two-way-pair/indicators.ts'
import { cobuildProjectIndicators } from './cobuild-project/indicators.ts'
import { memberReportInIndicators } from './member-report-in/indicators.ts'
import { unitReportInIndicators } from './unit-report-in/indicators.ts'
import type { Indicator } from '../../kernel/indicator.ts'

/** The figures of units, industries and neighbouring areas working together. */
export const cobuildIntegrationIndicators: readonly Indicator[] = [
  ...unitReportInIndicators,
  ...memberReportInIndicators,
  ...cobuildProjectIndicators,
  ...pairIndicators,
  ...allianceIndicators,
  ...industryIndicators,
  ...organisationIndicators,
  ...activityIndicators,
]
