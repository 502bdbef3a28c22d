import { expect, test } from 'vitest'
import type { Role } from '../../../kernel/actor.ts'
import { at, post, unit, units } from '../../../kernel/testing.ts'
import { offered, offeredAt, readers } from '../grid-finding/testing.ts'
import { jointRemediation } from './kind.ts'
import { bureau, campaigns, clerk, traffic, underway } from './testing.ts'

const working = 'clerk dispatcher head secretary'
const front = [`30: ${working}`]
const called = [`13: ${working} worker`, `14: ${working} worker`]
const heard = [...front, '32: secretary worker']

test('only the street of the place begins a campaign', () => {
  const roles: readonly Role[] = ['clerk', 'dispatcher', 'head', 'secretary', 'leader', 'worker']
  const told = campaigns()
  const may = units.flatMap(({ id }) =>
    roles.filter((role) => told.tries(post(role, id)).ok).map((role) => `${id} ${role}`),
  )
  expect(may).toEqual(working.split(' ').map((role) => `${unit.street} ${role}`))
})

test('the street leads, those called list and solve problems, a community lists them', () => {
  const told = underway()
  const before = offered(told, told.id, jointRemediation)
  const own = [`13: ${working} worker`]
  expect(before).toEqual({
    setTask: front,
    call: front,
    reschedule: front,
    cancel: front,
    listProblem: [...called, ...front, '32: secretary worker'],
    'department/13/sign': own,
    'department/13/decline': own,
    'department/14/sign': [`14: ${working} worker`],
    'department/14/decline': [`14: ${working} worker`],
  })
  told.step('department/13/sign', [bureau, '08-03 10:00'])
  told.step('listProblem', [clerk, '08-03 10:10'], { spot: '巷口', words: '占道' })
  const after = offered(told, told.id, jointRemediation)
  expect(after).toMatchObject({
    solveProblem: [...called, ...front],
    'department/13/reportDay': own,
    'department/13/decline': own,
  })
  expect(Object.keys(after)).not.toContain('department/13/sign')
})

test('when it is over the street checks it, and street and community may enter what people say', () => {
  const told = underway()
  told.step('listProblem', [traffic, '08-03 10:10'], { spot: '巷口', words: '占道' })
  told.city.until(at('08-25 08:00'))
  const late = { residentSays: heard, shopSays: heard }
  const parties = /^department\//
  const ofRecord = () =>
    Object.fromEntries(
      Object.entries(offeredAt('08-26 09:00')(told, told.id, jointRemediation)).filter(
        ([name]) => !parties.test(name),
      ),
    )
  expect(ofRecord()).toEqual({ check: front, solveProblem: [...called, ...front], ...late })
  told.step('check', [clerk, '08-26 09:00'], { result: '全部解决' })
  expect(ofRecord()).toEqual(late)
})

test('it is seen by the street, its community, those called, and the lines above; by link too', () => {
  const told = underway()
  expect(readers(told, told.id)).toEqual([
    '3: head supervisor',
    '11: head supervisor',
    ...called,
    '15: leader secretary',
    `30: ${working}`,
    '32: secretary worker',
  ])
  const by = { by: 'link', record: told.id } as const
  expect(told.does(told.id, 'nothing', { by, at: '08-05 09:00' })).toMatchObject({
    refused: 'notOffered',
  })
})
