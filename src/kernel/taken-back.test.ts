import { expect, test } from 'vitest'
import { claimsOf, deltasOf } from './derive.ts'
import { defineKind, type Kind } from './kind.ts'
import { rehearse } from './rehearsal.ts'
import { problemsIn } from './sound.ts'
import { withTakeBack } from './taken-back.ts'
import { at, post, story, town, townWorld, unit } from './testing.ts'

const title = { type: 'text', label: '标题', required: true } as const
const number = { type: 'code', label: '编号' } as const
const begin = {
  label: '登记',
  by: ['bureau'],
  input: { title, number },
  records: 'Begun',
  says: '登记',
  keeps: ['title', 'number'],
  to: 'standing',
} as const

const site: Kind = defineKind({
  name: 'site',
  label: '场所',
  group: 'testing',
  systems: [],
  version: 1,
  about: '测试用的场所',
  fields: { title, number },
  title: 'title',
  relations: {
    anyone: { label: '任何岗位', is: { anyone: 'post' } },
    public: { label: '居民', is: { anyone: 'public' } },
    bureau: { label: '部门', is: { unitType: ['department'], over: 'place' } },
  },
  see: ['anyone'],
  seats: { desk: { label: '受理', is: { function: 'dispatch' } } },
  responsible: 'desk',
  claims: { number: { label: '编号不重复', fields: ['number'], while: 'always' } },
  counters: {
    begun: { label: '登记数', on: { start: true } },
    listed: { label: '列入数', on: { event: 'Begun' } },
    checked: { label: '检查数', on: { event: 'Checked' } },
    held: { label: '在册数', cohort: () => true },
  },
  starts: {
    begin,
    tell: { ...begin, by: ['public'], records: 'Told', to: 'told' },
    hear: { ...begin, label: '代为登记', records: 'Heard', to: 'told' },
    open: {
      ...begin,
      label: '同时告知',
      records: 'Opened',
      to: 'opened',
      effects: ['tellsOthers'],
    },
  },
  states: {
    standing: {
      label: '在册',
      is: 'resting',
      commands: { check: { label: '检查', by: ['bureau'], records: 'Checked', says: '检查' } },
    },
    told: { label: '居民已告知', is: 'resting' },
    opened: { label: '已告知', is: 'resting' },
  },
  rules: {},
  effects: { tellsOthers: () => [] },
})
const kind = withTakeBack(site)
const kinds = new Map([['site', kind]])
const by = post('clerk', unit.bureau)

let made = 0
const nextId = () => `record-${(made += 1)}`

function begun(command = 'begin') {
  const told = story(kinds)
  const data = { title: '一处' }
  return {
    told,
    id: told.begin({ kind: 'site', command, area: town.community, by, at: '08-03 09:00', data }),
  }
}

test('a record entered by mistake is taken back by whoever may enter it, and by nobody else', () => {
  expect(problemsIn(kind)).toEqual([])
  const { told, id } = begun()
  const stranger = post('clerk', unit.otherBureau)
  expect(told.does(id, 'takeBack', { by: stranger, at: '08-03 10:00' })).toMatchObject({
    refused: 'notAllowed',
  })
  expect(told.does(id, 'takeBack', { by, at: '08-03 10:00' })).toMatchObject({ ok: true })
  expect(told.city.record(id)).toMatchObject({ state: 'takenBack', counted: {} })
})

test('what something has come of is not taken back', () => {
  const { told, id } = begun()
  told.does(id, 'check', { by, at: '08-03 10:00' })
  expect(told.does(id, 'takeBack', { by, at: '08-03 11:00' })).toMatchObject({
    refused: 'nothingCameOfIt',
  })
})

test('neither what residents may have begun nor what told other records is taken back', () => {
  for (const command of ['hear', 'open']) {
    const { told, id } = begun(command)
    expect(told.does(id, 'takeBack', { by, at: '08-03 10:00' })).toMatchObject({
      refused: 'notOffered',
    })
  }
  expect(Object.entries(kind.starts).flatMap(([name, { undo }]) => (undo ? [name] : []))).toEqual([
    'begin',
  ])
})

test('what was taken back counts nowhere from the day it began, and holds no claim', () => {
  const city = rehearse({ kinds, world: townWorld(kinds.values()), nextId, nextNumber: nextId })
  const line = { kind: 'site', actor: by, place: { city: 1, district: 11, street: 111 } }
  const began = city.ask({
    ...line,
    command: 'begin',
    at: at('08-03 09:00'),
    data: { title: '一处', number: '7' },
  })
  if (!began.ok) throw new Error('it was not begun')
  const record = began.record.id
  const back = city.ask({ ...line, command: 'takeBack', record, at: at('08-05 10:00') })
  if (!back.ok) throw new Error('it was not taken back')
  expect(claimsOf(kind, began.record)).toEqual(['number|7'])
  expect(claimsOf(kind, back.record)).toEqual([])
  const counts = [...began.steps, ...back.steps].flatMap((step) =>
    deltasOf(kind, townWorld(kinds.values()), step),
  )
  const sums = new Map<string, number>()
  for (const { measure, day, n } of counts)
    sums.set(`${measure} ${day}`, (sums.get(`${measure} ${day}`) ?? 0) + n)
  expect(Object.fromEntries(sums)).toEqual({
    'begun 2026-08-03': 0,
    'held 2026-08-03': 0,
    'listed 2026-08-03': 0,
    'state:standing 2026-08-03': 1,
    'state:standing 2026-08-05': -1,
    'state:takenBack 2026-08-05': 1,
  })
})
