import type { Kind } from '../../../kernel/kind.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { stationedForceCommand } from '../stationed-force-command/kind.ts'
import { withDuty } from './empowered.ts'
import type { Data } from './told.ts'

export const bureau = post('head', unit.bureau)

/** A squad of the bureau stationed in the front street on Monday at nine. */
export function stationed(kinds: readonly Kind[] = []) {
  const told = withDuty([stationedForceCommand, ...kinds])
  const data = { body: '城管前街中队', people: 18, posts: '执法 6、协管 12' }
  const start = 'stationed-force-command/station'
  const force = told.begin(start, town.street, [bureau, '08-03 09:00', data])
  const delegates = (data: Data, when = '08-03 10:00') =>
    told.refused(force, 'delegate', [bureau, when, { document: '东城管〔2026〕3号', ...data }])
  return { ...told, force, delegates }
}
