import { expect, test } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { deltasOf, todosOf } from '../../kernel/derive.ts'
import { offersFor } from '../../kernel/offers.ts'
import { problemsIn } from '../../kernel/sound.ts'
import { at, post, unit, units } from '../../kernel/testing.ts'
import {
  agent,
  appeal,
  type AppealStory,
  arbiter,
  clerk,
  toStreet,
} from './resident-appeal/testing.ts'
import { returnRuling } from './return-ruling.ts'

const roles: readonly Role[] = [
  'agent',
  'clerk',
  'head',
  'leader',
  'caller',
  'arbiter',
  'supervisor',
  'worker',
  'admin',
]
const everybody: readonly Actor[] = units.flatMap(({ id }) => roles.map((role) => post(role, id)))

type Dispute = { readonly told: AppealStory; readonly id: string; readonly dutyItem: string }

/** Returned three times by the front street on Monday before noon. */
function dispute(type = 'withdrawn', data = {}): Dispute {
  const told = appeal(data)
  const dutyItem = told.item(type)
  told.step('dispatch', [agent, '08-03 09:30'], toStreet)
  const because = { dutyItem, reason: '清单写明不归街道' }
  told.step('return', [clerk, '08-03 10:00'], because)
  told.step('redispatch', [agent, '08-03 10:10'], toStreet)
  told.step('return', [clerk, '08-03 10:20'], because)
  told.step('redispatch', [agent, '08-03 10:30'], toStreet)
  const third = told.does(told.id, 'return', { by: clerk, at: '08-03 11:00', data: because })
  const id = third.ok ? (third.steps[1]?.after.id ?? '') : ''
  return { told, id, dutyItem }
}

const ruled = { lead: unit.bureau, reason: '清单写明由城管局牵头' }

test('the declaration is sound', () => {
  expect(problemsIn(returnRuling)).toEqual([])
})

test('the arbiter of the district is expected to rule within a day', () => {
  const { told, id } = dispute()
  const record = told.city.record(id)
  const todos = record === undefined ? [] : todosOf(returnRuling, told.world, record)
  expect(todos).toMatchObject([{ unit: unit.arbiter, command: 'rule', due: at('08-04 11:00') }])
  expect(told.city.until(at('08-04 11:00')).map((step) => step.event.type)).toContain(
    'RulingRanLate',
  )
})

test('a ruling goes to a unit within reach, rests on an item in force, and respects what was taken back', () => {
  const { told, id, dutyItem } = dispute()
  const rule = (data: object) =>
    told.does(id, 'rule', { by: arbiter, at: '08-03 14:00', data: { ...ruled, dutyItem, ...data } })
  expect(rule({ lead: unit.otherBureau })).toMatchObject({ refused: 'leadIsWithinReach' })
  expect(rule({ lead: unit.community })).toMatchObject({ refused: 'leadIsWithinReach' })
  expect(rule({ dutyItem: 'none' })).toMatchObject({ refused: 'restsOnAnItem' })
  expect(rule({ lead: unit.street })).toMatchObject({ refused: 'withdrawnItemStaysAbove' })
  expect(rule({}).ok).toBe(true)
})

test('what complains of a unit is never ruled to it, nor seen by it', () => {
  const { told, id, dutyItem } = dispute('withdrawn', { complained: unit.bureau })
  const data = { ...ruled, dutyItem }
  expect(told.does(id, 'rule', { by: arbiter, at: '08-03 14:00', data })).toMatchObject({
    refused: 'notToTheComplainedOf',
  })
  expect(seesIt(told, id, post('head', unit.bureau))).toEqual([])
  expect(
    told.does(id, 'rule', {
      by: arbiter,
      at: '08-03 14:00',
      data: { ...data, lead: unit.traffic },
    }).ok,
  ).toBe(true)
})

test('only the arbiter rules and revokes; the parties to it and the desks may read it', () => {
  const { told, id, dutyItem } = dispute()
  const offered = (actor: Actor) => {
    const record = told.city.record(id)
    return record === undefined
      ? []
      : offersFor(returnRuling, {
          world: told.world,
          record,
          actor,
          at: at('08-03 14:00'),
          facts: {},
        }).map((offer) => offer.command)
  }
  const mayRule = everybody.filter((actor) => offered(actor).includes('rule'))
  expect(mayRule).toEqual(
    [unit.cityArbiter, unit.arbiter].flatMap((one) => [post('head', one), post('arbiter', one)]),
  )
  told.does(id, 'rule', { by: arbiter, at: '08-03 14:00', data: { ...ruled, dutyItem } })
  const mayRevoke = everybody.filter((actor) => offered(actor).includes('revoke'))
  expect(mayRevoke).toEqual(mayRule)
  const readers = new Set(everybody.flatMap((actor) => seesIt(told, id, actor)))
  expect([...readers].toSorted((a, b) => a - b)).toEqual([
    unit.hotline,
    unit.citySupervision,
    unit.cityArbiter,
    unit.desk,
    unit.supervision,
    unit.arbiter,
    unit.bureau,
    unit.street,
  ])
  told.does(id, 'revoke', { by: arbiter, at: '08-05 14:00', data: { endReason: '清单修订' } })
  expect(told.state(id)).toBe('revoked')
})

test('one dispute is heard once at a time, and each ruling is counted', () => {
  const { told, id, dutyItem } = dispute()
  const again = told.city.ask({
    kind: 'return-ruling',
    command: 'request',
    actor: { by: 'effect', of: 'x' },
    at: at('08-03 12:00'),
    place: { city: 1, district: 11 },
    data: { appeal: told.id, title: '再提' },
  })
  expect(again).toMatchObject({ refused: 'claimTaken' })
  const done = told.does(id, 'rule', {
    by: arbiter,
    at: '08-03 14:00',
    data: { ...ruled, dutyItem },
  })
  const step = done.ok ? done.steps[0] : undefined
  const deltas = step === undefined ? [] : deltasOf(returnRuling, told.world, step)
  expect(deltas.map((delta) => [delta.measure, delta.n])).toEqual([
    ['state:hearing', -1],
    ['state:inForce', 1],
    ['ruled', 1],
  ])
})

test('an appeal taken back by its reporter leaves nothing to rule on', () => {
  const { told, id } = dispute()
  told.step('withdraw', [told.reporter, '08-03 12:00'])
  expect(told.state(id)).toBe('dropped')
})

test('nobody asks for a ruling by hand', () => {
  const { told } = dispute()
  const asked = told.city.ask({
    kind: 'return-ruling',
    command: 'request',
    actor: arbiter,
    at: at('08-03 12:00'),
    place: { city: 1, district: 11 },
    data: { appeal: 'x' },
  })
  expect(asked).toMatchObject({ refused: 'notAllowed' })
})

function seesIt(told: AppealStory, id: string, actor: Actor): readonly number[] {
  const answer = told.does(id, 'nothing', { by: actor, at: '08-03 15:00' })
  return !answer.ok && answer.refused === 'notOffered' && actor.by === 'post'
    ? [actor.post.unit]
    : []
}
