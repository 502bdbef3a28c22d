import { post, town, unit } from '../../../kernel/testing.ts'
import { tell } from '../../street-mandate/testing/told.ts'
import { cadreOpinion } from '../cadre-opinion/kind.ts'
import { twoWayAppraisal } from '../two-way-appraisal/kind.ts'
import { twoWayConsultation } from '../two-way-consultation/kind.ts'
import { twoWayDuty } from '../two-way-duty/kind.ts'
import { twoWayPair } from './kind.ts'

export const bureau = post('head', unit.bureau)
export const street = post('secretary', unit.street)

export const duty = { duty: '参加夜间联合巡查', dueOn: '2026-09-01' }
export const call = { topic: '三季度会商', agenda: '占道经营治理', startAt: 1_786_000_000_000 }
export const scores = { dutyScore: 90, talkScore: 80, helpScore: 85, words: '配合较好' }

/** The bureau of the east district and the front street, paired since 3 August. */
export function paired() {
  const told = tell([twoWayPair, twoWayDuty, twoWayConsultation, twoWayAppraisal, cadreOpinion])
  const data = { title: '城管前街双向结对', other: unit.street }
  const pair = told.begin('two-way-pair/propose', town.street, [bureau, '08-03 09:00', data])
  told.does(pair, 'accept', [street, '08-03 10:00'])
  const opened = (kind: string) => told.all(kind).at(-1)?.id ?? ''
  return { ...told, pair, opened }
}
