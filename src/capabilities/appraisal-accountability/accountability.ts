import type { Indicator } from '../../kernel/indicator.ts'
import type { Kind } from '../../kernel/kind.ts'
import { receptionIndicators } from './field-reception/indicators.ts'
import { fieldReception } from './field-reception/kind.ts'
import { lookBackIndicators } from './implementation-item/indicators.ts'
import { implementationItem } from './implementation-item/kind.ts'
import { majorTaskIndicators } from './major-task/indicators.ts'
import { majorTask } from './major-task/kind.ts'
import { checkIndicators } from './responsibility-check/indicators.ts'
import { responsibilityCheck } from './responsibility-check/kind.ts'
import { responsibilityItem } from './responsibility-item/kind.ts'
import { shortcomingIndicators } from './shortcoming/indicators.ts'
import { shortcoming } from './shortcoming/kind.ts'
import { actionIndicators } from './special-action/indicators.ts'
import { specialAction } from './special-action/kind.ts'

/** What an organisation answers for through the year, beside the appraisal itself. */
export const accountability: readonly Kind[] = [
  implementationItem,
  shortcoming,
  majorTask,
  specialAction,
  responsibilityCheck,
  responsibilityItem,
  fieldReception,
]

export const accountabilityIndicators: readonly Indicator[] = [
  ...lookBackIndicators,
  ...shortcomingIndicators,
  ...majorTaskIndicators,
  ...actionIndicators,
  ...checkIndicators,
  ...receptionIndicators,
]
