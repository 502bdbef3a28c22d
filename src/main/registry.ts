import { appraisalAccountabilityIndicators } from '../capabilities/appraisal-accountability/indicators.ts'
import { appraisalAccountability } from '../capabilities/appraisal-accountability/kinds.ts'
import { cityKinds } from '../capabilities/city/kinds.ts'
import { cobuildIntegrationIndicators } from '../capabilities/cobuild-integration/indicators.ts'
import { cobuildIntegration } from '../capabilities/cobuild-integration/kinds.ts'
import { findingIndicators } from '../capabilities/command-response/grid-finding/indicators.ts'
import { demandIndicators } from '../capabilities/command-response/frequent-demand-project/indicators.ts'
import { frequentDemandProject } from '../capabilities/command-response/frequent-demand-project/kind.ts'
import { gridFinding } from '../capabilities/command-response/grid-finding/kind.ts'
import { departmentEvaluation } from '../capabilities/command-response/department-evaluation/kind.ts'
import { indicators } from '../capabilities/command-response/indicators.ts'
import { instruction } from '../capabilities/command-response/instruction.ts'
import { remediationIndicators } from '../capabilities/command-response/joint-remediation/indicators.ts'
import { jointRemediation } from '../capabilities/command-response/joint-remediation/kind.ts'
import { residentAppeal } from '../capabilities/command-response/resident-appeal/kind.ts'
import { returnRuling } from '../capabilities/command-response/return-ruling.ts'
import { whistleIndicators } from '../capabilities/command-response/street-whistle/indicators.ts'
import { streetWhistle } from '../capabilities/command-response/street-whistle/kind.ts'
import { supervisionOrder } from '../capabilities/command-response/supervision-order/kind.ts'
import { warZone } from '../capabilities/command-response/war-zone-command/kinds.ts'
import { linkageIndicators } from '../capabilities/four-level-linkage/indicators.ts'
import { fourLevelLinkage } from '../capabilities/four-level-linkage/kinds.ts'
import { mandateIndicators } from '../capabilities/street-mandate/indicators.ts'
import { streetMandate } from '../capabilities/street-mandate/kinds.ts'
import type { Indicator } from '../kernel/indicator.ts'
import type { Kind } from '../kernel/kind.ts'
import { problemsIn } from '../kernel/sound.ts'
import { withTakeBack } from '../kernel/taken-back.ts'

/** Every kind as it is declared. */
export const declaredKinds: readonly Kind[] = [
  residentAppeal,
  returnRuling,
  instruction,
  gridFinding,
  streetWhistle,
  departmentEvaluation,
  supervisionOrder,
  frequentDemandProject,
  jointRemediation,
  ...warZone,
  ...streetMandate,
  ...fourLevelLinkage,
  ...appraisalAccountability,
  ...cobuildIntegration,
  ...cityKinds,
]

/** Every kind the product knows, by name, each with the inverse of its beginnings. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  declaredKinds.map((kind) => [kind.name, withTakeBack(kind)]),
)

// An unsound kind would strand people's work: the product does not start with one.
for (const kind of kinds.values()) {
  const [problem] = problemsIn(kind)
  if (problem !== undefined) throw new Error(`${kind.name} is unsound: ${problem}`)
}

export const allIndicators: readonly Indicator[] = [
  ...indicators,
  ...findingIndicators,
  ...demandIndicators,
  ...remediationIndicators,
  ...whistleIndicators,
  ...mandateIndicators,
  ...linkageIndicators,
  ...appraisalAccountabilityIndicators,
  ...cobuildIntegrationIndicators,
]
