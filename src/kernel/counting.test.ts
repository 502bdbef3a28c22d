import { expect, test } from 'vitest'
import { deltasOf } from './derive.ts'
import { numberOf } from './field.ts'
import { defineKind, type Kind } from './kind.ts'
import type { Rehearsed } from './rehearsal.ts'
import { problemsIn } from './sound.ts'
import { post, story, town, townWorld, unit } from './testing.ts'

const called = { type: 'unit', label: '单位' } as const
const days = { type: 'number', label: '天数' } as const
const day = { type: 'day', label: '日期' } as const

/** A call that several units answer, each for itself. */
const call: Kind = defineKind({
  name: 'call',
  label: '召集',
  group: 'testing',
  systems: [],
  version: 1,
  about: '测试用的召集',
  fields: { title: { type: 'text', label: '标题' }, days, against: called, chief: called },
  title: 'title',
  relations: { anyone: { label: '任何岗位', is: { anyone: 'post' } } },
  see: ['anyone'],
  seats: {
    chief: { label: '牵头', is: { field: 'chief' } },
    desk: { label: '受理', is: { function: 'dispatch' } },
    self: { label: '本单位', is: { self: 'party' } },
  },
  responsible: 'desk',
  complainedOf: 'against',
  starts: {
    begin: {
      label: '召集',
      by: ['anyone'],
      input: { days, against: called },
      records: 'Begun',
      says: '召集',
      keeps: ['days', 'against'],
      to: 'open',
    },
  },
  states: {
    open: {
      label: '进行中',
      is: 'resting',
      commands: {
        call: {
          label: '叫来',
          by: ['anyone'],
          input: { who: called },
          records: 'Called',
          says: '叫来',
          sets: ['joins'],
        },
        drop: {
          label: '退出',
          by: ['anyone'],
          input: { who: called },
          records: 'Dropped',
          says: '退出',
          sets: ['leaves'],
        },
        stretch: {
          label: '改天数',
          by: ['anyone'],
          input: { days },
          records: 'Stretched',
          says: '改天数',
          keeps: ['days'],
        },
        appoint: {
          label: '由系统定牵头',
          by: ['anyone'],
          records: 'Appointed',
          says: '定牵头',
          sets: ['appoints'],
        },
        compare: {
          label: '比较',
          by: ['anyone'],
          input: { from: day, to: day },
          records: 'Compared',
          says: '比较',
          facts: ['nearby'],
          sets: ['keepsCount'],
        },
      },
    },
  },
  parties: {
    guest: {
      label: '参加单位',
      start: 'called',
      states: {
        called: {
          label: '已叫',
          is: 'resting',
          commands: {
            come: { label: '到', by: ['self'], records: 'Came', says: '到', to: 'here' },
          },
        },
        here: { label: '已到', is: 'end' },
      },
    },
  },
  facts: {
    nearby: {
      kind: 'call',
      where: { city: { own: 'city' } },
      opened: { from: { input: 'from' }, to: { input: 'to' } },
      within: 'place',
      want: 'count',
    },
  },
  rules: {},
  setters: {
    joins: ({ input }) => ({ join: [{ role: 'guest', unit: numberOf(input, 'who') ?? 0 }] }),
    leaves: ({ input }) => ({ leave: [{ role: 'guest', unit: numberOf(input, 'who') ?? 0 }] }),
    appoints: () => ({ fields: { chief: unit.bureau } }),
    keepsCount: ({ facts }) => ({ fields: { days: facts['nearby']?.count ?? -1 } }),
  },
  counters: {
    length: { label: '天数', cohort: ({ fields }) => numberOf(fields, 'days') ?? 0 },
    asked: { label: '叫到', party: 'guest', counts: () => true },
    came: { label: '到场', party: 'guest', counts: ({ state }) => state === 'here' },
  },
})

const by = post('clerk', unit.street)

function told() {
  const kinds = new Map([[call.name, call]])
  const world = townWorld(kinds.values())
  const tale = story(kinds, world)
  const begin = (area: number, at: string, data = {}) =>
    tale.begin({ kind: 'call', command: 'begin', area, by, at, data })
  const counts = (done: Rehearsed) =>
    done.ok
      ? done.steps.flatMap((step) =>
          deltasOf(call, world, step)
            .filter(({ measure }) => !measure.startsWith('state:'))
            .map(({ measure, unit: of, n }) => [measure, of, n]),
        )
      : done.refused
  return { ...tale, begin, counts }
}

test('a counter of parties counts each under its own unit, and one that leaves is uncounted', () => {
  const { begin, does, counts } = told()
  const id = begin(town.street, '08-03 09:00')
  const who = (one: number) => ({ by, at: '08-03 10:00', data: { who: one } })
  expect(counts(does(id, 'call', who(unit.bureau)))).toEqual([['asked', unit.bureau, 1]])
  expect(counts(does(id, 'call', who(unit.traffic)))).toEqual([['asked', unit.traffic, 1]])
  const come = { by: post('clerk', unit.bureau), at: '08-03 11:00' }
  expect(counts(does(id, `guest/${unit.bureau}/come`, come))).toEqual([['came', unit.bureau, 1]])
  expect(counts(does(id, 'drop', who(unit.traffic)))).toEqual([['asked', unit.traffic, -1]])
})

test('a counted number is added up and moves with its correction', () => {
  const { begin, does, counts } = told()
  const id = begin(town.street, '08-03 09:00', { days: 20 })
  const to = (n: number) => does(id, 'stretch', { by, at: '08-03 10:00', data: { days: n } })
  expect(counts(to(23))).toEqual([['length', unit.desk, 3]])
  expect(counts(to(23))).toEqual([])
})

test('a count of other records is of the days that were named and of this place only', () => {
  const { begin, does, city } = told()
  const id = begin(town.street, '08-03 09:00')
  begin(town.community, '08-04 09:00')
  begin(town.otherStreet, '08-04 10:00')
  begin(town.street, '08-06 09:00')
  const data = { from: '2026-08-04', to: '2026-08-05' }
  does(id, 'compare', { by, at: '08-07 09:00', data })
  expect(city.record(id)?.fields['days']).toBe(1)
  does(id, 'compare', { by, at: '08-07 09:00', data: { from: '2026-08-04' } })
  expect(city.record(id)?.fields['days']).toBe(0)
})

test('the unit complained of comes into no seat and among no parties, whoever puts it there', () => {
  const { begin, does } = told()
  const id = begin(town.street, '08-03 09:00', { against: unit.cityBureau })
  const at = '08-03 10:00'
  expect(does(id, 'appoint', { by, at })).toMatchObject({ refused: 'notToTheComplainedOf' })
  expect(does(id, 'call', { by, at, data: { who: unit.bureau } })).toMatchObject({
    refused: 'notToTheComplainedOf',
  })
  expect(does(id, 'call', { by, at, data: { who: unit.traffic } }).ok).toBe(true)
})

test('what the system asks may be asked by nobody else', () => {
  expect(problemsIn(call)).toEqual([])
  const begin = { ...call.starts['begin'], label: '', records: 'B', says: '', to: 'open' }
  const mixed = { ...call, starts: { begin: { ...begin, by: ['effect', 'anyone'] } } }
  expect(problemsIn(mixed)).toEqual([
    'start.begin: what the system asks may be asked by nobody else',
  ])
})
