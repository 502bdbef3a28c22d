import { numberOf } from '../../../kernel/field.ts'
import type { RecordState } from '../../../kernel/record.ts'
import type { Case } from './lives.ts'
import type { Play } from './play.ts'

/** The unit that leads an appeal now. */
export function leadOf(record: RecordState): number {
  const lead = numberOf(record.fields, 'lead')
  if (lead === undefined) throw new Error(`${record.number} has no lead`)
  return lead
}

/** The desk that took it in. */
export function deskOf(record: RecordState): number {
  const desk = numberOf(record.fields, 'desk')
  if (desk === undefined) throw new Error(`${record.number} has no desk`)
  return desk
}

/** The supervisors of its district, or of the city. */
export function supervisorOf({ world }: Play, { place }: Case, level?: 'city'): number {
  const area = level === 'city' ? place.city : place.district
  const found = (world.directory.byFunction.get('supervise') ?? []).find(
    (unit) => unit.area === area,
  )
  if (found === undefined) throw new Error(`nobody supervises ${area}`)
  return found.id
}
