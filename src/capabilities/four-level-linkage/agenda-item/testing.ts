import { town, unit } from '../../../kernel/testing.ts'
import {
  begun,
  community,
  type Meetings,
  nextMeeting,
  opened,
  organisation,
  street,
  streetBody,
} from '../meeting/testing.ts'

export const words = { title: '文化巷停车难', detail: '居民反映夜间无处停车' }

/** The district's joint body, kept by its organisation department. */
export function districtBody(
  told: Meetings,
  { sort = 'joint', units = [unit.street] }: { sort?: string; units?: readonly number[] } = {},
): string {
  const body = begun(
    told.starts('meeting-body', 'establish', {
      by: organisation,
      area: town.district,
      data: { sort, title: '东区党建联席会议', units, duty: '共商区域事项' },
    }),
  )
  told.step(body, 'activate', [organisation, '08-03 09:20'])
  return body
}

/** A street's body with a meeting being prepared, and an item its community proposed. */
export function proposed(units?: readonly number[]) {
  const { told, body } = streetBody()
  const upper = districtBody(told, units === undefined ? {} : { units })
  const how = { by: street, at: '08-03 10:00', data: nextMeeting }
  const meeting = opened(told.does(body, 'convene', how), 'meeting')
  const id = begun(
    told.starts('agenda-item', 'propose', {
      by: community,
      area: town.street,
      at: '08-03 11:00',
      data: { body, ...words },
    }),
  )
  return { told, body, upper, meeting, id }
}

/** Raised to the district's body on Tuesday morning. */
export function raised(units?: readonly number[]) {
  const all = proposed(units)
  const done = all.told.does(all.id, 'raise', {
    by: street,
    at: '08-04 09:00',
    data: { upper: all.upper, why: '涉及多个街道' },
  })
  return { ...all, above: opened(done, 'agenda-item') }
}
