import { town, unit } from '../../../kernel/testing.ts'
import { begun, type Data, meetings, street } from '../meeting/testing.ts'

export const joint = { sort: 'joint', title: '党建联席会议' }
export const withDuty = { units: [unit.bureau], duty: '牵头城市管理事项' }

export function established(by = street, area: number = town.street, data: Data = {}) {
  const told = meetings()
  const done = told.starts('meeting-body', 'establish', { by, area, data: { ...joint, ...data } })
  return { told, done }
}

/** A body that runs since ten past nine on 3 August. */
export function running(by = street, area: number = town.street, data: Data = {}) {
  const { told, done } = established(by, area, { ...withDuty, ...data })
  const id = begun(done)
  told.step(id, 'activate', [by, '08-03 09:10'])
  return { told, id }
}
