import { expect, test } from 'vitest'
import { startsFor } from '../../../kernel/offers.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { at, post, town, unit, units } from '../../../kernel/testing.ts'
import { gridFinding } from './kind.ts'
import {
  bureau,
  dispatched,
  district,
  finding,
  handled,
  handling,
  offered,
  office,
  readers,
  street,
  verified,
  walker,
  worker,
} from './testing.ts'

const working = 'agent clerk dispatcher head secretary worker'
const community = [`32: ${working}`]
const front = [`30: ${working}`]
const inner = [`31: ${working}`]

test('those who walk the grid and those who work in the community report, and nobody else', () => {
  const told = finding()
  const record = told.city.record(told.id)
  const roles: readonly Role[] = ['gridWorker', 'worker', 'secretary', 'head', 'clerk', 'agent']
  const may = (actor: Actor) => {
    if (record === undefined) return false
    const blank = { ...record, state: '', fields: {}, parties: [], clocks: {} }
    const when = { world: told.world, record: blank, actor, at: at('08-03 09:00'), facts: {} }
    return startsFor(gridFinding, when).length > 0
  }
  const found = units
    .flatMap(({ id }) => roles.map((role) => post(role, id)))
    .filter(may)
    .map((actor) => (actor.by === 'post' ? actor.post.id : ''))
  expect(found).toEqual(['gridWorker-32', 'worker-32'])
  expect(may({ by: 'public' })).toBe(false)
  expect(record?.place.community).toBe(town.community)
})

test('the community verifies, the unit at whose level it lies gives it out or passes it up', () => {
  const told = finding()
  expect(offered(told, told.id, gridFinding)).toEqual({ verify: community, notAFinding: community })
  const looked = verified()
  expect(offered(looked, looked.id, gridFinding)).toEqual({
    dispatch: community,
    passUp: community,
  })
  looked.step('passUp', [worker, '08-03 10:00'], { reason: '需要执法' })
  expect(offered(looked, looked.id, gridFinding)).toEqual({ dispatch: front, passUp: front })
})

test('the handler signs and handles; the desk takes back, calls, releases and nudges; a supervisor nudges', () => {
  const nudge = ['3: head supervisor', '11: head supervisor', `30: ${working}`]
  const told = dispatched({}, 'urgent')
  expect(offered(told, told.id, gridFinding)).toEqual({
    recall: front,
    sign: inner,
    giveBack: inner,
    nudge,
  })
  told.step('sign', [office, '08-03 10:20'])
  expect(offered(told, told.id, gridFinding)).toEqual({
    control: inner,
    call: [...front, ...inner],
    release: front,
    progress: inner,
    finish: inner,
    giveBack: inner,
    nudge,
  })
})

test('a called unit takes its own part only', () => {
  const told = handling()
  told.step('call', [office, '08-03 11:00'], { units: [unit.community], task: '劝导' })
  const own = `department/${unit.community}`
  expect(offered(told, told.id, gridFinding)).toMatchObject({
    progress: [...inner, ...community],
    [`${own}/join`]: ['32: agent clerk dispatcher gridWorker head secretary worker'],
    [`${own}/decline`]: ['32: agent clerk dispatcher gridWorker head secretary worker'],
  })
  told.step(`${own}/join`, [worker, '08-03 12:00'])
  const after = offered(told, told.id, gridFinding)
  expect(Object.keys(after).filter((name) => name.startsWith(own))).toEqual([
    `${own}/finishPart`,
    `${own}/decline`,
  ])
  expect(after[`${own}/finishPart`]).toEqual([
    '32: agent clerk dispatcher gridWorker head secretary worker',
  ])
})

test('the finder is asked, then the desk or the unit named to close it closes it', () => {
  const told = handled()
  expect(offered(told, told.id, gridFinding)).toEqual({
    confirm: ['32: gridWorker'],
    deny: ['32: gridWorker'],
    sendBack: front,
  })
  told.step('confirm', [walker, '08-05 08:00'])
  expect(offered(told, told.id, gridFinding)).toEqual({ sendBack: front, archive: front })
  const own = finding({ by: worker })
  own.step('verify', [worker, '08-03 09:30'], { limitClass: 'ordinary' })
  own.step('dispatch', [worker, '08-03 10:00'], { handler: unit.community })
  own.step('sign', [worker, '08-03 10:10'])
  own.step('finish', [worker, '08-03 11:00'], { result: '已清理' })
  own.step('confirm', [worker, '08-03 11:10'])
  const others = 'agent clerk dispatcher head secretary'
  const closing = [`30: ${others}`, `32: ${others}`]
  expect(offered(own, own.id, gridFinding)).toEqual({ sendBack: closing, archive: closing })
})

test('it is seen by its community, those it lies with or who take part, and the lines above its place', () => {
  const told = verified()
  for (const by of [worker, street])
    told.step('passUp', [by, '08-03 10:00'], { reason: '需要部门' })
  told.step('dispatch', [district, '08-03 10:10'], { handler: unit.bureau })
  told.step('sign', [bureau, '08-03 10:20'])
  const before = [
    '3: head supervisor',
    `10: ${working}`,
    '11: head supervisor',
    `13: ${working}`,
    '15: head leader secretary',
    '30: dispatcher head leader secretary',
    '32: gridWorker worker',
  ]
  expect(readers(told, told.id)).toEqual(before)
  told.step('call', [bureau, '08-03 10:30'], { units: [unit.traffic], task: '清理违停' })
  expect(readers(told, told.id)).toEqual([
    ...before.slice(0, 4),
    `14: ${working}`,
    ...before.slice(4),
  ])
})

test('the unit that closes it sees it though it lies elsewhere', () => {
  const own = finding({ by: worker })
  own.step('verify', [worker, '08-03 09:30'], { limitClass: 'ordinary' })
  own.step('dispatch', [worker, '08-03 10:00'], { handler: unit.community })
  expect(readers(own, own.id)).toContain('30: dispatcher head leader secretary')
  own.step('sign', [worker, '08-03 10:10'])
  own.step('finish', [worker, '08-03 11:00'], { result: '已清理' })
  expect(readers(own, own.id)).toContain('30: agent clerk dispatcher head leader secretary worker')
})
