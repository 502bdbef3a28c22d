import type { Indicator } from '../../kernel/indicator.ts'
import type { Kind } from '../../kernel/kind.ts'
import { dutyIndicators } from './duty-indicators.ts'
import { dutyItem } from './duty-item.ts'
import { listVersion } from './list-version/kind.ts'
import { refusedTask } from './refused-task/kind.ts'
import { admissionIndicators } from './street-duty-admission/indicators.ts'
import { streetDutyAdmission } from './street-duty-admission/kind.ts'
import { removalIndicators } from './street-task-removal/indicators.ts'
import { streetTaskRemoval } from './street-task-removal/kind.ts'
import { streetTask } from './street-task/kind.ts'

/** What a street answers for, what may be sent to it, and how it is inspected and appraised. */
export const tasksAndInspections: readonly Kind[] = [
  dutyItem,
  listVersion,
  streetTaskRemoval,
  streetDutyAdmission,
  streetTask,
  refusedTask,
]

export const tasksAndInspectionsIndicators: readonly Indicator[] = [
  ...dutyIndicators,
  ...removalIndicators,
  ...admissionIndicators,
]
