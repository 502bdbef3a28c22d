import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { defineKind, type Kind } from './kind.ts'
import { isParcel } from './parcel.ts'
import { rehearse, type Step } from './rehearsal.ts'
import { problemsIn } from './sound.ts'
import { at, post, town, townWorld, unit } from './testing.ts'

/** A notice that begins in one city and stands in its neighbour too. */
const notice = defineKind({
  name: 'notice',
  label: '通报',
  group: 'test',
  systems: [],
  version: 1,
  about: '两个城市都有的通报',
  fields: {
    title: { type: 'text', label: '标题' },
    city: { type: 'code', label: '相邻城市' },
  },
  title: 'title',
  sharedWith: 'city',
  relations: { owner: { label: '街道', is: { unitType: ['street'], over: 'place' } } },
  see: ['owner'],
  seats: { owner: { label: '街道', is: { function: 'intake', level: 'city' } } },
  responsible: 'owner',
  starts: {
    write: {
      label: '写',
      by: ['owner'],
      input: { title: { type: 'text', label: '标题' }, city: { type: 'code', label: '相邻城市' } },
      records: 'Written',
      says: '写通报',
      keeps: ['title', 'city'],
      effects: ['shares', 'copies'],
      to: 'open',
    },
    receive: {
      label: '收',
      by: ['courier'],
      input: { city: { type: 'code', label: '相邻城市' } },
      records: 'Received',
      says: '收到通报',
      keeps: ['city'],
      to: 'open',
    },
    copy: {
      label: '抄',
      by: ['effect'],
      records: 'Copied',
      says: '抄录',
      to: 'open',
    },
  },
  states: {
    open: {
      label: '在',
      is: 'resting',
      commands: {
        read: { label: '对方已阅', by: ['courier'], records: 'ReadThere', says: '对方城市已阅' },
      },
    },
  },
  rules: {},
  effects: {
    shares: ({ record }) => [
      { open: 'notice', command: 'receive', to: Number(record.fields['city']), input: {} },
    ],
    copies: () => [{ open: 'notice', command: 'copy', input: {} }],
  },
})

const courier = (city: number): Actor => ({ by: 'courier', city })
const place = { city: town.city, district: town.district, street: town.street }

function city() {
  const posted: (readonly [number, string])[] = []
  let ids = 0
  const kinds = new Map<string, Kind>([[notice.name, notice]])
  const rehearsal = rehearse({
    kinds,
    world: townWorld(kinds.values()),
    nextId: () => `id-${(ids += 1)}`,
    nextNumber: () => `no-${ids}`,
    posted: (parcel, from) => posted.push([parcel.to, from.after.id]),
  })
  return { rehearsal, posted }
}

const typesOf = (steps: readonly Step[]) => steps.map(({ event }) => event.type)

test('what goes to another city is told apart from what is done at home', () => {
  expect(problemsIn(notice)).toEqual([])
  expect(isParcel({ open: 'notice', command: 'copy', input: {} })).toBe(false)
  const { rehearsal, posted } = city()
  const line = { kind: 'notice', command: 'write', at: at('08-03 09:00'), place }
  const told = rehearsal.ask({
    ...line,
    actor: post('clerk', unit.street),
    data: { title: '汛情', city: '2' },
  })
  expect(told.ok && typesOf(told.steps)).toEqual(['Written', 'Copied'])
  expect(posted).toEqual([[2, told.ok ? told.record.id : '']])
})

test('a neighbouring city begins only what is shared with itself, under the id it gave', () => {
  const { rehearsal } = city()
  const line = { kind: 'notice', command: 'receive', at: at('08-03 09:00'), place, id: 'theirs' }
  const brings = (from: number, of: string) =>
    rehearsal.ask({ ...line, actor: courier(from), data: { city: of } })
  expect(brings(2, '3')).toMatchObject({ refused: 'notAllowed' })
  expect(brings(2, '2')).toMatchObject({ ok: true, record: { id: 'theirs' } })
})

test('to any other city, and for any command that is not a courier’s, the record does not exist', () => {
  const { rehearsal } = city()
  const when = at('08-03 09:00')
  rehearsal.ask({
    kind: 'notice',
    command: 'receive',
    at: when,
    place,
    id: 'theirs',
    actor: courier(2),
    data: { city: '2' },
  })
  const asks = (from: Actor, command = 'read') =>
    rehearsal.ask({ kind: 'notice', command, record: 'theirs', at: when, actor: from })
  expect(asks(courier(3))).toMatchObject({ refused: 'notVisible' })
  expect(asks(courier(2), 'relocate')).toMatchObject({ refused: 'notOffered' })
  expect(asks(post('clerk', unit.street))).toMatchObject({ refused: 'notAllowed' })
  const read = asks(courier(2))
  expect(read.ok && read.steps[0]?.event.actor).toBe('courier:2')
})

test('a kind that a courier may ask says with which city it is shared', () => {
  const { sharedWith: _city, ...rest } = notice
  expect(problemsIn(rest)).toEqual([
    'start.receive: by a courier, though no field says with which city it is shared',
    'open.read: by a courier, though no field says with which city it is shared',
  ])
  expect(problemsIn({ ...notice, sharedWith: 'town' })).toContain('sharedWith: no field town')
})
