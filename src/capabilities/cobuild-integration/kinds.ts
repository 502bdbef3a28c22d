import { talentPair } from './talent-pair/kind.ts'
import { crossPost } from './cross-post/kind.ts'
import { partTimeMember } from './part-time-member/kind.ts'
import { activityOrganisation } from './activity-organisation/kind.ts'
import { jointActivity } from './joint-activity/kind.ts'
import { organisationEntry } from './organisation-entry/kind.ts'
import { industryDuty } from './industry-duty/kind.ts'
import { industryDocument } from './industry-document/kind.ts'
import { industryProjectList } from './industry-project-list/kind.ts'
import { alliance } from './alliance/kind.ts'
import { allianceMatter } from './alliance-matter/kind.ts'
import { allianceStation } from './alliance-station/kind.ts'
import { cadreOpinion } from './cadre-opinion/kind.ts'
import { twoWayAppraisal } from './two-way-appraisal/kind.ts'
import { twoWayConsultation } from './two-way-consultation/kind.ts'
import { twoWayDuty } from './two-way-duty/kind.ts'
import { twoWayPair } from './two-way-pair/kind.ts'
import { cobuildAgreement } from './cobuild-agreement/kind.ts'
import { cobuildProject } from './cobuild-project/kind.ts'
import { communityNeed } from './community-need/kind.ts'
import { memberReportIn } from './member-report-in/kind.ts'
import { resourceBooking } from './resource-booking/kind.ts'
import { unitBalance } from './unit-balance/kind.ts'
import { unitReportIn } from './unit-report-in/kind.ts'
import { unitResource } from './unit-resource/kind.ts'
import type { Kind } from '../../kernel/kind.ts'

/** The kinds of units, industries and neighbouring areas working together. */
export const cobuildIntegration: readonly Kind[] = [
  communityNeed,
  unitResource,
  cobuildProject,
  cobuildAgreement,
  resourceBooking,
  unitReportIn,
  memberReportIn,
  unitBalance,
  twoWayPair,
  twoWayDuty,
  twoWayConsultation,
  twoWayAppraisal,
  cadreOpinion,
  alliance,
  allianceMatter,
  allianceStation,
  industryDuty,
  industryDocument,
  industryProjectList,
  organisationEntry,
  jointActivity,
  activityOrganisation,
  partTimeMember,
  crossPost,
  talentPair,
]
