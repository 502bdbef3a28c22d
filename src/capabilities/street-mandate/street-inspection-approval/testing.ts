import { post, town, unit } from '../../../kernel/testing.ts'
import type { Told } from '../testing.ts'

export const applicant = post('clerk', unit.bureau)
export const place = { city: 1, district: 11 }

export function applied(told: Told, data: object = {}, by = applicant): string {
  return told.begin({
    kind: 'street-inspection-approval',
    command: 'apply',
    area: town.district,
    by,
    at: '08-03 09:00',
    data: {
      name: '夏季摊区检查',
      matters: ['摊区秩序'],
      basis: '条例',
      content: '现场秩序',
      streets: [unit.street],
      beginsOn: '2026-08-03',
      endsOn: '2026-08-31',
      ...data,
    },
  })
}
