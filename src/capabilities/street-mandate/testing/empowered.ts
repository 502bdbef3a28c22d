import { post, town, unit } from '../../../kernel/testing.ts'
import { dutyItem } from '../duty-item.ts'
import { streetEmpowerment } from '../street-empowerment/kind.ts'
import type { Kind } from '../../../kernel/kind.ts'
import { type Data, tell, type Told } from './told.ts'

export const district = post('leader', unit.government)
export const street = post('clerk', unit.street)
export const otherStreet = post('clerk', unit.otherStreet)
const keeper = post('arbiter', unit.arbiter)

/** The town with one item on the street's duty list. */
export function withDuty(kinds: readonly Kind[]): Told & { readonly duty: string } {
  const told = tell([dutyItem, streetEmpowerment, ...kinds])
  return { ...told, duty: listDuty(told) }
}

export function listDuty(told: Told, data: Data = {}): string {
  return told.begin('duty-item/list', town.district, [
    keeper,
    '08-03 09:00',
    {
      number: '1.1',
      name: '辖区规划建设',
      block: '城市管理',
      type: 'basic',
      lead: 'street',
      basis: '街道职责清单',
      validFrom: '2026-01-01',
      ...data,
    },
  ])
}

/** A power proposed for the front street. */
export function proposed(told: Told & { readonly duty: string }, power = 'planning'): string {
  const data = { scope: '辖区内的事项', power, duty: told.duty }
  return told.begin('street-empowerment/propose', town.street, [district, '08-03 10:00', data])
}

/** The same, granted and taken on by the street at eleven. */
export function takenOn(told: Told & { readonly duty: string }, power = 'planning'): string {
  const id = proposed(told, power)
  told.does(id, 'grant', [
    district,
    '08-03 10:30',
    {
      document: '东政发〔2026〕1号',
      grantedOn: '2026-08-03',
    },
  ])
  told.does(id, 'acknowledge', [street, '08-03 11:00'])
  return id
}
