import { expect, test } from 'vitest'
import { post, town, unit } from '../../../kernel/testing.ts'
import { streetTaskRemoval } from '../street-task-removal/kind.ts'
import { tale } from '../testing.ts'
import { streetDutyAdmission } from './kind.ts'
import { applicant, application, apply, inForce, reviewers, submitted } from './testing.ts'

const kinds = [streetDutyAdmission, streetTaskRemoval]

test('R002 nothing a street was relieved of is admitted for it again', () => {
  const told = tale(kinds)
  const organiser = post('clerk', unit.organisation)
  const removal = told.begin({
    kind: 'street-task-removal',
    command: 'register',
    area: town.street,
    by: organiser,
    at: '08-01 09:00',
    data: { name: '招商', taskKind: 'investment', street: unit.street },
  })
  const wish = { taskKind: 'investment' }
  const first = apply(told, wish)
  const gone = { documentNumber: '3号', removedOn: '2026-08-01' }
  told.step(removal, 'remove', [organiser, '08-03 09:10', gone])
  expect(() => apply(told, { ...wish, matter: '招商' })).toThrow('notRelieved')
  const elsewhere = { ...wish, matter: '别街招商', streets: [unit.otherStreet] }
  expect(told.state(apply(told, elsewhere))).toBe('opinions')
  submitted(told, first)
  const reviewer = reviewers[unit.government]
  told.step(first, 'sendBack', [reviewer, '08-03 11:00', { note: '补正' }])
  const again = { ...application, ...wish }
  expect(told.refused(first, 'reapply', [applicant, '08-03 12:00', again])).toBe('notRelieved')
})

test('R002 what was relieved meanwhile is not renewed', () => {
  const told = tale(kinds)
  const organiser = post('clerk', unit.organisation)
  const removal = told.begin({
    kind: 'street-task-removal',
    command: 'register',
    area: town.street,
    by: organiser,
    at: '08-01 09:00',
    data: { name: '协税', taskKind: 'tax', street: unit.street },
  })
  const id = inForce(told, { taskKind: 'tax' })
  const gone = { documentNumber: '3号', removedOn: '2026-08-04' }
  told.step(removal, 'remove', [organiser, '08-04 10:00', gone])
  const renewed = { endsOn: '2027-06-30', reason: '续', money: 3, moneyDueOn: '2027-01-15' }
  expect(told.refused(id, 'renew', [applicant, '08-05 09:00', renewed])).toBe('notRelieved')
})
