import { at, post, town, unit } from '../../../kernel/testing.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { dutyItem } from '../duty-item.ts'
import { listVersion } from '../list-version/kind.ts'
import { refusedTask } from '../refused-task/kind.ts'
import { streetDutyAdmission } from '../street-duty-admission/kind.ts'
import { streetTaskRemoval } from '../street-task-removal/kind.ts'
import { tale, type Told } from '../testing.ts'
import { streetTask } from './kind.ts'

export { at, post, town, unit }

export const bureau = post('clerk', unit.bureau)
export const street = post('clerk', unit.street)
export const placedIn = { city: 1, district: 11, street: 111, community: undefined }

export const task = {
  title: '清理背街堆物',
  matter: '本周清理三条背街的堆物',
  taskKind: 'other',
  street: unit.street,
  dueOn: '2026-08-31',
}

export function stage(): Told {
  return tale([
    streetTask,
    refusedTask,
    streetDutyAdmission,
    streetTaskRemoval,
    dutyItem,
    listVersion,
  ])
}

export function send(
  told: Told,
  data: object,
  [by, when = '08-04 11:00']: readonly [Actor, string?] = [bureau],
): string {
  const begins = { kind: 'street-task', command: 'send', area: town.district }
  return told.begin({ ...begins, by, at: when, data: { ...task, ...data } })
}

let numbers = 0
export function item(
  told: Told,
  type: string,
  [lead, ...cooperating]: readonly [string, ...string[]],
): string {
  numbers += 1
  return told.begin({
    kind: 'duty-item',
    command: 'list',
    area: town.district,
    by: post('arbiter', unit.arbiter),
    at: '08-03 09:00',
    data: {
      number: `3.${numbers}`,
      name: '背街整治',
      block: '城市管理',
      type,
      lead,
      cooperating,
      basis: '条例',
      validFrom: '2026-01-01',
    },
  })
}

/** The street is relieved of bringing in investment. */
export function removedInvestment(told: Told): void {
  const by = post('clerk', unit.organisation)
  const id = told.begin({
    kind: 'street-task-removal',
    command: 'register',
    area: town.street,
    by,
    at: '08-03 09:00',
    data: { name: '招商', taskKind: 'investment', street: unit.street },
  })
  const gone = { documentNumber: '3号', removedOn: '2026-08-03' }
  told.step(id, 'remove', [by, '08-03 09:10', gone])
}

export function refusals(told: Told) {
  return told.all('refused-task').map(({ state, title, place, fields }) => ({
    state,
    title,
    place,
    ground: fields['ground'],
    street: fields['street'],
    department: fields['department'],
  }))
}
