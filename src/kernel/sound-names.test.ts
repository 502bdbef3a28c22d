import { expect, test } from 'vitest'
import { defineKind, type Kind } from './kind.ts'
import { problemsIn } from './sound.ts'

const title = { type: 'text', label: '标题', required: true } as const
const sound: Kind = defineKind({
  name: 'matter',
  label: '事项',
  group: 'test',
  systems: [],
  version: 1,
  about: '测试用',
  fields: { title, code: { type: 'code', label: '编号' }, due: { type: 'day', label: '到期' } },
  title: 'title',
  relations: { anyone: { label: '工作人员', is: { anyone: 'post' } } },
  see: ['anyone'],
  seats: { desk: { label: '受理', is: { function: 'intake' } } },
  responsible: 'desk',
  starts: {
    begin: {
      label: '登记',
      by: ['anyone'],
      input: { title },
      records: 'Begun',
      says: '登记 {title}',
      keeps: ['title'],
      to: 'standing',
    },
  },
  states: { standing: { label: '在册', is: 'resting' } },
  rules: {},
})
const [begin] = Object.values(sound.starts)
if (begin === undefined) throw new Error('no start')

const lies: readonly (readonly [string, Partial<Kind>])[] = [
  [
    'claim one: no field subject',
    { claims: { one: { label: '一', fields: ['subject'], while: 'open' } } },
  ],
  [
    'claim one: title is text, which the record does not hold; use a code',
    { claims: { one: { label: '一', fields: ['title'], while: 'open' } } },
  ],
  [
    'claim one: no state nowhere',
    { claims: { one: { label: '一', fields: ['code'], while: 'open', states: ['nowhere'] } } },
  ],
  [
    'relation self: the engine has one of that name',
    { relations: { ...sound.relations, self: { label: '本人', is: { anyone: 'post' } } } },
  ],
  [
    'fact drawn: no fact sheet that finds records',
    {
      facts: {
        drawn: {
          readings: { fact: 'sheet', field: 'items' },
          units: { field: 'code' },
          from: { field: 'due' },
          to: { field: 'due' },
        },
      },
    },
  ],
  ['complainedOf: no field unit', { complainedOf: 'unit' }],
  ['countedBy: no field sort', { countedBy: 'sort' }],
  ['leavesOut: no field case', { leavesOut: { field: 'case', states: [] } }],
  ['leavesOut: no state gone', { leavesOut: { field: 'code', states: ['gone'] } }],
  ['mainClock: no clock limit', { mainClock: 'limit' }],
  [
    'seat owner: no field owner',
    { seats: { ...sound.seats, owner: { label: '主办', is: { field: 'owner' } } } },
  ],
  [
    'relation owner: no seat owner',
    { relations: { ...sound.relations, owner: { label: '主办', is: { seat: 'owner' } } } },
  ],
  [
    'relation own: no post field code',
    {
      relations: { ...sound.relations, own: { label: '本人', is: { seat: 'self', post: 'code' } } },
    },
  ],
  [
    'relation heard: no party heard',
    { relations: { ...sound.relations, heard: { label: '街道', is: { party: 'heard' } } } },
  ],
  [
    'field code: seen by no relation few',
    { fields: { ...sound.fields, code: { type: 'code', label: '编号', seenBy: ['few'] } } },
  ],
  ['counter seen: no event Seen', { counters: { seen: { label: '看', on: { event: 'Seen' } } } }],
  ['counter in: no state gone', { counters: { in: { label: '进', on: { enters: 'gone' } } } }],
  [
    'counter of: no party heard',
    { counters: { of: { label: '方', party: 'heard', counts: () => 1 } } },
  ],
  [
    'start.begin: says {name}, which is no input',
    { starts: { begin: { ...begin, says: '{name}' } } },
  ],
  [
    'start.begin: by a seat or party that no record has yet, so nobody can ever ask it',
    {
      relations: { ...sound.relations, own: { label: '本', is: { seat: 'holder' } } },
      seats: { ...sound.seats, holder: { label: '持', is: { field: 'code' } } },
      starts: { begin: { ...begin, by: ['own'] } },
    },
  ],
  [
    'start.begin: where it leads there is no drop',
    { starts: { begin: { ...begin, undo: 'drop' } } },
  ],
  [
    'clock wait: no event Woken',
    {
      clocks: {
        wait: { label: '等', stages: [], runs: ['standing'], restarts: ['Woken'], basis: '测试' },
      },
    },
  ],
  [
    'clock wait: no state asleep',
    { clocks: { wait: { label: '等', stages: [], runs: [], pauses: ['asleep'], basis: '测试' } } },
  ],
  [
    'no field until',
    {
      clocks: {
        wait: {
          label: '等',
          stages: [{ limit: { until: 'until' }, asks: 'end' }],
          runs: [],
          basis: '测试',
        },
      },
    },
  ],
]

test('a declaration in which every name means something is sound', () => {
  expect(problemsIn(sound)).toEqual([])
})

test.each(lies)('%s', (problem, lie) => {
  expect(problemsIn({ ...sound, ...lie })).toContain(problem)
})
