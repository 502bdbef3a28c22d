import { expect, it } from 'vitest'
import type { Command, Kind } from '../../../kernel/kind.ts'
import { amendmentIn, columnsOf, keyClaims, notBySheet } from './columns.ts'

const inputs = {
  number: { type: 'code', label: '编号', required: true },
  name: { type: 'text', label: '名称' },
} as const
const begins: Command = {
  label: '录入',
  by: ['keeper'],
  input: inputs,
  records: 'Begun',
  says: '录入',
  keeps: ['number', 'name'],
  to: 'standing',
}
const amends: Command = {
  ...begins,
  label: '修改',
  records: 'Amended',
  input: { ...inputs, why: { type: 'text', label: '修改理由', required: true } },
}
const moves: Command = { ...begins, label: '重开', records: 'Moved', to: 'other' }

function kindWith(change: Partial<Kind>): Kind {
  return {
    name: 'thing',
    label: '事项',
    group: 'test',
    systems: [],
    version: 1,
    about: '',
    fields: inputs,
    title: 'name',
    relations: {},
    see: [],
    seats: {},
    responsible: 'keeper',
    starts: { begin: begins },
    states: {
      standing: { label: '在', is: 'resting', commands: { reopen: moves, amend: amends } },
      other: { label: '他', is: 'resting', commands: { reopen: { ...moves, to: 'standing' } } },
    },
    rules: {},
    claims: { number: { label: '编号', fields: ['number'], while: 'open' } },
    ...change,
  }
}

it('a known key is amended by the command that keeps it and leaves the record where it is', () => {
  const kind = kindWith({})
  expect(amendmentIn(kind, begins, 'standing')).toBe('amend')
  expect(amendmentIn(kind, begins, 'other')).toBeUndefined()
  expect(columnsOf(kind, begins).map(({ label, required }) => [label, required])).toEqual([
    ['所在地', false],
    ['编号', true],
    ['名称', false],
    ['修改理由', false],
  ])
})

it('a key is one that the start fills and holds; words of people are none', () => {
  const draft = { ...begins, to: 'draft' }
  const held: NonNullable<Kind['claims']> = {
    number: { label: '编号', fields: ['number'], while: 'always', states: ['standing'] },
  }
  const kind = kindWith({ claims: held })
  expect(Object.keys(keyClaims(kind, begins))).toEqual(['number'])
  expect(keyClaims(kind, draft)).toEqual({})
  const ofWords = kindWith({ claims: { name: { label: '名称', fields: ['name'], while: 'open' } } })
  expect(keyClaims(ofWords, begins)).toEqual({})
})

it('two columns never have the same label, and files come in no cell', () => {
  const input = {
    area: { type: 'area', label: '所在地' },
    photos: { type: 'files', label: '照片' },
  } as const
  const labels = columnsOf(kindWith({ claims: {} }), { ...begins, input }).map(({ label }) => label)
  expect(labels).toEqual(['所在地(2)', '所在地'])
})

it('what must come with files, or is begun by the system alone, cannot come by sheet', () => {
  expect(notBySheet(begins)).toBeUndefined()
  expect(notBySheet({ ...begins, by: ['effect'] })).toContain('没有这种新建方式')
  const input = { proof: { type: 'files', label: '依据', required: true } } as const
  expect(notBySheet({ ...begins, input })).toContain('“依据”必须随件上传')
})
