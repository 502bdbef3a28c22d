import { expect, test } from 'vitest'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { offersFor } from '../../../kernel/offers.ts'
import { at, post, unit, units } from '../../../kernel/testing.ts'
import { bureau, clerk, type WhistleStory } from '../street-whistle/testing.ts'
import { departmentEvaluation } from './kind.ts'
import { evaluation, judgeDepartment, judgeStreet } from './testing.ts'

test('nobody opens one by hand, and only the two sides and who looks on from above see it', () => {
  const told = evaluation()
  const byHand = told.city.ask({
    kind: 'department-evaluation',
    command: 'invite',
    actor: clerk,
    at: at('08-05 12:00'),
    place: { city: 1, district: 11, street: 111 },
    data: { whistle: 'x', street: unit.street, department: unit.traffic },
  })
  expect(byHand).toMatchObject({ refused: 'notAllowed' })
  judgeDepartment(told, clerk)
  judgeStreet(told, bureau)
  const seen = everybody.filter(
    (actor) => told.refused('nothing', [actor, '08-06 09:00']) === 'notOffered',
  )
  expect(seen).toEqual([
    ...lookers,
    ...ofSide(unit.bureau),
    ...ofSide(unit.street),
    post('leader', unit.street),
  ])
  expect(everybody.filter((actor) => offered(told, actor).length > 0)).toEqual([
    ...ofSide(unit.bureau),
    ...ofSide(unit.street),
  ])
})

test('before that each of the two is offered its own judgement', () => {
  const told = evaluation()
  for (const actor of everybody) {
    const { unit: mine } = actor.by === 'post' ? actor.post : { unit: 0 }
    const isOne = [...ofSide(unit.bureau), ...ofSide(unit.street)].some(
      (one) => JSON.stringify(one) === JSON.stringify(actor),
    )
    const own = mine === unit.street ? 'judgeDepartment' : 'judgeStreet'
    expect([actor, offered(told, actor).filter((name) => name.startsWith('judge'))]).toEqual([
      actor,
      isOne ? [own] : [],
    ])
  }
})

const roles: readonly Role[] = [
  'clerk',
  'dispatcher',
  'head',
  'worker',
  'leader',
  'supervisor',
  'admin',
]
const everybody: readonly Actor[] = units
  .toSorted((a, b) => order(a.id) - order(b.id))
  .flatMap(({ id }) => roles.map((role) => post(role, id)))
const lookers = [
  post('head', unit.citySupervision),
  post('supervisor', unit.citySupervision),
  post('head', unit.supervision),
  post('supervisor', unit.supervision),
  post('leader', unit.committee),
]

function order(id: number): number {
  return id === unit.bureau ? 29 : id
}

function ofSide(member: number): readonly Actor[] {
  return (['clerk', 'dispatcher', 'head', 'worker'] as const).map((role) => post(role, member))
}

function offered(told: WhistleStory, actor: Actor): readonly string[] {
  const facts = {
    world: told.world,
    record: told.record(),
    actor,
    at: at('08-06 09:00'),
    facts: {},
  }
  return offersFor(departmentEvaluation, facts)
    .map(({ command }) => command)
    .filter((command) => !['take', 'putBack', 'handOn'].includes(command))
}
