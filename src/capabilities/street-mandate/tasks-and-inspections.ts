import type { Indicator } from '../../kernel/indicator.ts'
import type { Kind } from '../../kernel/kind.ts'
import { appraisalIndicator } from './appraisal-indicator/kind.ts'
import { dutyIndicators } from './duty-indicators.ts'
import { dutyItem } from './duty-item.ts'
import { inspectionPlan } from './inspection-plan/kind.ts'
import { listVersion } from './list-version/kind.ts'
import { overloadIndicators } from './overload-indicators.ts'
import { refusedTask } from './refused-task/kind.ts'
import { admissionIndicators } from './street-duty-admission/indicators.ts'
import { streetAppraisal } from './street-appraisal/kind.ts'
import { streetDutyAdmission } from './street-duty-admission/kind.ts'
import { streetInspectionApproval } from './street-inspection-approval/kind.ts'
import { inspectionIndicators } from './street-inspection/indicators.ts'
import { streetInspection } from './street-inspection/kind.ts'
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
  inspectionPlan,
  streetInspectionApproval,
  streetInspection,
  appraisalIndicator,
  streetAppraisal,
]

export const tasksAndInspectionsIndicators: readonly Indicator[] = [
  ...dutyIndicators,
  ...removalIndicators,
  ...admissionIndicators,
  ...inspectionIndicators,
  ...overloadIndicators,
]
