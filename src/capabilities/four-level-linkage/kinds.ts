import { breakthroughItem } from './breakthrough-item/kind.ts'
import { experienceAdoption } from './experience-adoption/kind.ts'
import { experienceCase } from './experience-case/kind.ts'
import { villageConversion } from './village-conversion/kind.ts'
import { demonstrationSite } from './demonstration-site/kind.ts'
import { effectCheck } from './effect-check/kind.ts'
import { inspectionRound } from './inspection-round/kind.ts'
import { rectification } from './rectification/kind.ts'
import { dispatchRound } from './dispatch-round/kind.ts'
import { levelDuty } from './level-duty/kind.ts'
import { levelTask } from './level-task/kind.ts'
import { agendaItem } from './agenda-item/kind.ts'
import { guidanceRecord } from './guidance-record.ts'
import { keyProblem } from './key-problem.ts'
import { meetingBody } from './meeting-body/kind.ts'
import { meetingDecision } from './meeting-decision/kind.ts'
import { meeting } from './meeting/kind.ts'
import { responsibilityMatter } from './responsibility-matter.ts'
import { statusEntry } from './status-entry/kind.ts'
import type { Kind } from '../../kernel/kind.ts'

/** The kinds by which the four levels work as one. */
export const fourLevelLinkage: readonly Kind[] = [
  levelDuty,
  levelTask,
  dispatchRound,
  statusEntry,
  inspectionRound,
  rectification,
  effectCheck,
  demonstrationSite,
  experienceCase,
  experienceAdoption,
  breakthroughItem,
  villageConversion,
  meetingBody,
  meeting,
  agendaItem,
  meetingDecision,
  guidanceRecord,
  keyProblem,
  responsibilityMatter,
]
