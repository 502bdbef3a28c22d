import type { Value } from '../../../kernel/field.ts'
import { post, town, unit } from '../../../kernel/testing.ts'
import type { Told } from '../testing.ts'

export const applicant = post('clerk', unit.bureau)
export const reviewers = {
  [unit.committee]: post('leader', unit.committee),
  [unit.government]: post('leader', unit.government),
  [unit.cityCommittee]: post('secretary', unit.cityCommittee),
  [unit.cityGovernment]: post('leader', unit.cityGovernment),
} as const
export const both = [unit.committee, unit.government, unit.cityCommittee, unit.cityGovernment]

export const application = {
  matter: '夜间摊区秩序维护',
  taskKind: 'other',
  basis: '市容条例',
  reason: '夜间摊区在街道辖区内，需街道组织社区力量',
  streets: [unit.street],
  beginsOn: '2026-08-10',
  endsOn: '2026-12-31',
  money: 12,
  moneyDueOn: '2026-08-31',
  people: 2,
} as const satisfies Record<string, Value>

export function apply(told: Told, data: object = {}, by = applicant): string {
  return told.begin({
    kind: 'street-duty-admission',
    command: 'apply',
    area: by === applicant ? town.district : town.city,
    by,
    at: '08-03 09:00',
    data: { ...application, ...data },
  })
}

/** Has the street agree and the application submitted. */
export function submitted(told: Told, id: string): void {
  const street = post('head', unit.street)
  told.step(id, `heard/${unit.street}/answer`, [street, '08-03 10:00', { conclusion: 'agree' }])
  const outcome = { outcome: 'adopted' }
  told.step(id, `heard/${unit.street}/weigh`, [applicant, '08-03 10:10', outcome])
  told.step(id, 'submit', [applicant, '08-03 10:20'])
}

export function approved(told: Told, id: string, by: readonly number[] = both): void {
  for (const one of by) {
    const reviewer = reviewers[one as keyof typeof reviewers]
    told.step(id, `approver/${one}/agree`, [reviewer, '08-03 11:00'])
  }
}

export const money = { moneyArrived: 12, moneyArrivedOn: '2026-08-04' }

/** An admission for the one street, in force. */
export function inForce(told: Told, data: object = {}): string {
  const id = apply(told, data)
  submitted(told, id)
  approved(told, id)
  told.step(id, 'recordMoney', [applicant, '08-04 09:00', money])
  return id
}
