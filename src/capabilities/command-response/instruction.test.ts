import { expect, test } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { deltasOf } from '../../kernel/derive.ts'
import { offersFor } from '../../kernel/offers.ts'
import { problemsIn } from '../../kernel/sound.ts'
import { at, post, unit, units } from '../../kernel/testing.ts'
import { instruction } from './instruction.ts'
import {
  agent,
  type AppealStory,
  appeal,
  clerk,
  handled,
  leader,
} from './resident-appeal/testing.ts'

const roles: readonly Role[] = [
  'agent',
  'dispatcher',
  'clerk',
  'head',
  'leader',
  'caller',
  'supervisor',
  'worker',
  'admin',
]
const everybody: readonly Actor[] = units.flatMap(({ id }) => roles.map((role) => post(role, id)))
const words = { instruction: '本周内见效', unit: unit.street, dueOn: '2026-08-07' }

/** Given on Tuesday morning, to be reported on by Friday. */
function given(): { readonly told: AppealStory; readonly id: string } {
  const told = handled()
  const done = told.does(told.id, 'instruct', { by: leader, at: '08-04 09:00', data: words })
  return { told, id: done.ok ? (done.steps[1]?.after.id ?? '') : '' }
}

function whoMay(told: AppealStory, id: string, command: string): readonly Actor[] {
  const record = told.city.record(id)
  if (record === undefined) return []
  return everybody.filter((actor) =>
    offersFor(instruction, {
      world: told.world,
      record,
      actor,
      at: at('08-05 09:00'),
      facts: {},
    }).some((offer) => offer.command === command),
  )
}

test('the declaration is sound', () => {
  expect(problemsIn(instruction)).toEqual([])
})

test('the unit reports, the leader takes note, and nobody else does either', () => {
  const { told, id } = given()
  expect(whoMay(told, id, 'report')).toEqual(
    ['agent', 'dispatcher', 'clerk', 'head', 'worker'].map((role) =>
      everybody.find(
        (one) => one.by === 'post' && one.post.unit === unit.street && one.post.role === role,
      ),
    ),
  )
  const leaders = [post('head', unit.committee), post('leader', unit.committee)]
  expect(whoMay(told, id, 'revoke')).toEqual(leaders)
  told.does(id, 'report', { by: clerk, at: '08-05 09:00', data: { reply: '已落实' } })
  expect(whoMay(told, id, 'accept')).toEqual(leaders)
  expect(whoMay(told, id, 'again')).toEqual(leaders)
  told.does(id, 'again', {
    by: leader,
    at: '08-06 09:00',
    data: { reason: '夜间还有', dueOn: '2026-08-14' },
  })
  expect(told.state(id)).toBe('given')
})

test('a supervisor reads it and a uninvolved unit does not', () => {
  const { told, id } = given()
  const see = (role: Role, inUnit: number) =>
    told.does(id, 'nothing', { by: post(role, inUnit), at: '08-05 09:00' })
  for (const role of ['supervisor', 'head'] as const)
    expect(see(role, unit.supervision)).toMatchObject({ refused: 'notOffered' })
  expect(see('clerk', unit.supervision)).toMatchObject({ refused: 'notVisible' })
  expect(see('head', unit.traffic)).toMatchObject({ refused: 'notVisible' })
  expect(see('agent', unit.desk)).toMatchObject({ refused: 'notVisible' })
})

test('lateness is noted at the end of the day that was named, and counted', () => {
  const { told, id } = given()
  const late = told.city.until(at('08-07 17:00')).find((step) => step.after.id === id)
  expect(late?.event.type).toBe('InstructionRanLate')
  const deltas = late === undefined ? [] : deltasOf(instruction, told.world, late)
  expect(deltas.map((delta) => delta.measure)).toEqual(['late'])
})

test('it is counted when it is given', () => {
  const told = handled()
  const done = told.does(told.id, 'instruct', { by: leader, at: '08-04 09:00', data: words })
  const step = done.ok ? done.steps[1] : undefined
  const deltas = step === undefined ? [] : deltasOf(instruction, told.world, step)
  expect(deltas.map((delta) => delta.measure)).toEqual(['state:given', 'given'])
})

test('a reply nobody read counts as read after ten working days', () => {
  const { told, id } = given()
  told.does(id, 'report', { by: clerk, at: '08-05 09:00', data: { reply: '已落实' } })
  told.city.until(at('08-19 16:59'))
  expect(told.state(id)).toBe('reported')
  told.city.until(at('08-19 17:00'))
  expect(told.state(id)).toBe('done')
})

test('a leader takes an instruction back while nobody has reported', () => {
  const { told, id } = given()
  told.does(id, 'revoke', { by: leader, at: '08-04 10:00' })
  expect(told.state(id)).toBe('revoked')
})

test('an instruction is given only through the matter it is about, never to the unit complained of', () => {
  const told = appeal({ complained: unit.street })
  expect(told.refused('instruct', [leader, '08-04 09:00'], words)).toBe('notToTheComplainedOf')
  const by = (actor: Actor) =>
    told.city.ask({
      kind: 'instruction',
      command: 'give',
      actor,
      at: at('08-04 09:00'),
      place: { city: 1, district: 11 },
      data: words,
    })
  expect(by(leader)).toMatchObject({ refused: 'notAllowed' })
  expect(by(agent)).toMatchObject({ refused: 'notAllowed' })
})
