import type { CampaignCourse } from './campaign/courses.ts'
import type { Course } from './courses.ts'
import type { DemandCourse } from './demand/courses.ts'
import { demandLedger, type Ledger } from './demand/ledger.ts'
import type { Blown, Case, Walk } from './lives.ts'
import type { evaluationCourses, supervisionCourses, WhistleCourse } from './whistle/manners.ts'

/** What the players remember, besides what the records say. */
export type Memory = {
  readonly cases: Map<string, Case>
  readonly walks: Map<string, Walk>
  readonly blown: Map<string, Blown>
  /** Appeals for which a whistle is open, or about to be blown. */
  readonly whistled: Set<string>
  /** Whistles that are to stand unjudged on the last day. */
  readonly unjudged: Set<string>
  readonly judgings: Map<string, (typeof evaluationCourses)[number]>
  readonly presses: Map<string, (typeof supervisionCourses)[number]>
  readonly ledger: Ledger
  /** Areas and kinds of demand that a project was proposed for. */
  readonly demands: Set<string>
  readonly projects: Map<string, DemandCourse>
  readonly campaigns: Map<string, CampaignCourse>
  /** What becomes of each instruction. */
  readonly courses: Map<string, Course>
  readonly rounds: Map<string, number>
  readonly refusals: Map<string, number>
  /** The course of the whistle that is being blown. */
  nextCourse: WhistleCourse | undefined
  mayWhistle: (at: number) => boolean
  whistlesForAppeals: number
}

export function blankMemory(): Memory {
  return {
    cases: new Map(),
    walks: new Map(),
    blown: new Map(),
    whistled: new Set(),
    unjudged: new Set(),
    judgings: new Map(),
    presses: new Map(),
    ledger: demandLedger(),
    demands: new Set(),
    projects: new Map(),
    campaigns: new Map(),
    courses: new Map(),
    rounds: new Map(),
    refusals: new Map(),
    nextCourse: undefined,
    mayWhistle: () => false,
    whistlesForAppeals: 0,
  }
}
