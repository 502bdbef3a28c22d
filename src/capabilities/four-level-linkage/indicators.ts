import { breakthroughIndicators } from './breakthrough-item/indicators.ts'
import { conversionIndicators } from './village-conversion/indicators.ts'
import { siteIndicators } from './demonstration-site/indicators.ts'
import { levelDutyIndicators } from './level-duty/indicators.ts'
import { levelTaskIndicators } from './level-task/indicators.ts'
import { meetingIndicators } from './meeting/indicators.ts'
import { institutionIndicators } from './institutions.ts'
import type { Indicator } from '../../kernel/indicator.ts'

/** Figures of the four levels' linkage. */
export const linkageIndicators: readonly Indicator[] = [
  ...levelDutyIndicators,
  ...levelTaskIndicators,
  ...institutionIndicators,
  ...siteIndicators,
  ...breakthroughIndicators,
  ...conversionIndicators,
  ...meetingIndicators,
]
