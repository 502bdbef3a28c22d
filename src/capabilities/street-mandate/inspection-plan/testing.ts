import { post, town, unit } from '../../../kernel/testing.ts'
import type { Told } from '../testing.ts'

export const planned = {
  matter: '垃圾分类考核',
  year: 2026,
  department: unit.bureau,
  basis: '条例',
  content: '投放点和清运',
  streets: [unit.street],
  beginsOn: '2026-08-01',
  endsOn: '2026-12-31',
}

export function proposed(told: Told, data: object = {}): string {
  return told.begin({
    kind: 'inspection-plan',
    command: 'propose',
    area: town.district,
    by: post('clerk', unit.government),
    at: '08-03 09:00',
    data: { ...planned, ...data },
  })
}

/** Both organs of the district agree. */
export function agreedByBoth(told: Told, id: string): void {
  for (const one of [unit.committee, unit.government])
    told.step(id, `approver/${one}/agree`, [post('leader', one), '08-03 10:00'])
}
