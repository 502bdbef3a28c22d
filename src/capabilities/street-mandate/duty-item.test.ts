import { expect, test } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { offersFor, startsFor } from '../../kernel/offers.ts'
import { problemsIn } from '../../kernel/sound.ts'
import { at, post, story, type Story, town, unit, units } from '../../kernel/testing.ts'
import { dutyItem } from './duty-item.ts'

const keeper = post('arbiter', unit.arbiter)
const roles: readonly Role[] = [
  'agent',
  'clerk',
  'head',
  'leader',
  'arbiter',
  'supervisor',
  'worker',
]
const everybody: readonly Actor[] = units.flatMap(({ id }) => roles.map((role) => post(role, id)))
const keepers = [unit.cityArbiter, unit.arbiter].flatMap((one) => [
  post('head', one),
  post('arbiter', one),
])

const written = {
  number: '3.12',
  name: '占道经营整治',
  block: '城市管理',
  type: 'cooperate',
  lead: '城市管理',
  basis: '城市市容和环境卫生管理条例',
  validFrom: '2026-01-01',
}

function listed(data: Readonly<Record<string, string>> = {}): {
  readonly told: Story
  readonly id: string
} {
  const told = story(new Map([['duty-item', dutyItem]]))
  const id = told.begin({
    kind: 'duty-item',
    command: 'list',
    area: town.district,
    by: keeper,
    at: '08-03 09:00',
    data: { ...written, ...data },
  })
  return { told, id }
}

const list = (told: Story, data: Readonly<Record<string, string>>) =>
  told.city.ask({
    kind: 'duty-item',
    command: 'list',
    actor: keeper,
    at: at('08-03 10:00'),
    place: { city: 1, district: 11 },
    data: { ...written, ...data },
  })

test('the declaration is sound', () => {
  expect(problemsIn(dutyItem)).toEqual([])
})

test('the name of an item is the name of its record', () => {
  const { told, id } = listed()
  expect(told.city.record(id)?.title).toBe('占道经营整治')
})

test('an item that is not the street’s own names the department that leads', () => {
  const { told, id } = listed()
  expect(list(told, { number: '3.13', lead: 'street' })).toMatchObject({
    refused: 'leadIsADepartment',
  })
  expect(list(told, { number: '3.13', lead: 'street', type: 'withdrawn' })).toMatchObject({
    refused: 'leadIsADepartment',
  })
  expect(list(told, { number: '3.13', lead: 'street', type: 'basic' }).ok).toBe(true)
  expect(
    told.does(id, 'amend', { by: keeper, at: '08-03 11:00', data: { ...written, lead: 'street' } }),
  ).toMatchObject({ refused: 'leadIsADepartment' })
})

test('an item ends after it begins', () => {
  const { told, id } = listed()
  expect(list(told, { number: '3.13', validTo: '2026-01-01' })).toMatchObject({
    refused: 'endsAfterItBegins',
  })
  expect(
    told.does(id, 'amend', {
      by: keeper,
      at: '08-03 11:00',
      data: { ...written, validTo: '2025-12-31' },
    }),
  ).toMatchObject({ refused: 'endsAfterItBegins' })
})

test('a number stands for one item while it is in force', () => {
  const { told, id } = listed()
  expect(list(told, {})).toMatchObject({ refused: 'claimTaken' })
  told.does(id, 'end', { by: keeper, at: '08-03 11:00', data: { endReason: '清单修订' } })
  expect(list(told, {}).ok).toBe(true)
})

test('an item lapses at the end of its last day, also when that day was amended', () => {
  const { told, id } = listed({ validTo: '2026-08-10' })
  told.does(id, 'amend', {
    by: keeper,
    at: '08-04 11:00',
    data: { ...written, validTo: '2026-08-12' },
  })
  told.city.until(at('08-11 09:00'))
  expect(told.state(id)).toBe('inForce')
  told.city.until(at('08-12 17:00'))
  expect(told.state(id)).toBe('ended')
})

test('only the organ that keeps the list changes it, and every official reads it', () => {
  const { told, id } = listed()
  const record = told.city.record(id)
  if (record === undefined) throw new Error('no record')
  const offers = (actor: Actor) =>
    offersFor(dutyItem, { world: told.world, record, actor, at: at('08-04 09:00'), facts: {} }).map(
      (offer) => offer.command,
    )
  for (const command of ['amend', 'end'])
    expect(everybody.filter((actor) => offers(actor).includes(command))).toEqual(keepers)
  const blank = { ...record, state: '', fields: {} }
  const starts = (actor: Actor) =>
    startsFor(dutyItem, {
      world: told.world,
      record: blank,
      actor,
      at: at('08-04 09:00'),
      facts: {},
    })
  expect(everybody.filter((actor) => starts(actor).length > 0)).toEqual(keepers)
  for (const actor of everybody)
    expect(told.does(id, 'nothing', { by: actor, at: '08-04 09:00' })).toMatchObject({
      refused: 'notOffered',
    })
  expect(told.does(id, 'nothing', { by: { by: 'public' }, at: '08-04 09:00' })).toMatchObject({
    refused: 'notVisible',
  })
})
