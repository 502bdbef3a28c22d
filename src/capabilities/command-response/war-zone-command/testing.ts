import type { Kind } from '../../../kernel/kind.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import { tell } from '../../street-mandate/testing/told.ts'
import { warZoneCommand } from './kind.ts'

export const district = post('leader', unit.committee)
export const secretary = post('secretary', unit.street)
export const deputy = post('clerk', unit.street)
export const bureau = post('clerk', unit.bureau)
export const traffic = post('clerk', unit.traffic)

/** A zone of the front street with the forces of two departments, on Monday at nine. */
export function formed(kinds: readonly Kind[] = []) {
  const told = tell([warZoneCommand, ...kinds])
  const data = { title: '前街战区', forces: [unit.bureau, unit.traffic] }
  const zone = told.begin('war-zone-command/form', town.street, [district, '08-03 09:00', data])
  const delegates = (until: string, when = '08-03 09:30') => {
    const deputyPost = deputy.by === 'post' ? deputy.post.id : ''
    const named = { delegate: deputyPost, delegateUntil: until }
    return told.refused(zone, 'delegate', [secretary, when, named])
  }
  return { ...told, zone, delegates }
}
