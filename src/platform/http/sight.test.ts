import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { expect, it } from 'vitest'
import { directoryOf, type Unit } from '../../kernel/directory.ts'
import type { Kind } from '../../kernel/kind.ts'
import { townWorld } from '../../kernel/testing.ts'
import type { Tables } from '../store/tables.ts'
import { sightOf } from './sight.ts'

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (one) => new PostgresIntrospector(one),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const kind: Kind = {
  name: 'probe',
  label: '探针',
  group: 'test',
  systems: [],
  version: 1,
  about: '',
  fields: {},
  title: 'title',
  relations: { official: { label: '', is: { anyone: 'post' } } },
  see: ['official'],
  seats: { lead: { label: '', is: { field: 'lead' } } },
  responsible: 'lead',
  complainedOf: 'complained',
  starts: {},
  states: {},
  rules: {},
}

const named = (id: number, more: Partial<Unit> = {}): Unit => ({
  id,
  name: `单位${id}`,
  type: 'bureau',
  functions: [],
  area: 1,
  ...more,
})

it('a search leaves out what complains of a unit that one’s own, or one above it, came of', () => {
  const units = [
    named(1, { to: 100, successors: [3] }),
    named(2),
    named(3),
    named(4, { parent: 3 }),
  ]
  const city = { code: 1, level: 'city', type: '市', name: '市' } as const
  const world = { ...townWorld([]), directory: directoryOf([city], units) }
  const leftOut = (unit: number) => {
    const sight = sightOf(kind, world, { id: 'x', person: 'p', unit, role: 'clerk' })
    const { parameters } = db.selectFrom('record').select('id').where(sight()).compile()
    return parameters.find(Array.isArray)?.toSorted((a, b) => a - b)
  }
  expect([1, 2, 3, 4].map(leftOut)).toEqual([[1], [2], [1, 3], [1, 3, 4]])
})

it('a search goes by the seat alone where a record may name the person, whatever their role', () => {
  const world = { ...townWorld([]), directory: directoryOf([], [named(2)]) }
  const conditionOf = (is: Kind['relations'][string]['is'], role: 'clerk' | 'head' | 'admin') => {
    const { complainedOf: _, ...open } = kind
    const own: Kind = {
      ...open,
      relations: { own: { label: '', roles: ['head'], is } },
      see: ['own'],
    }
    const sight = sightOf(own, world, { id: 'x', person: 'p', unit: 2, role })
    return db
      .selectFrom('record')
      .select('id')
      .where(sight())
      .compile()
      .sql.includes('record.unit = any')
  }
  expect(conditionOf({ seat: 'lead', post: 'person' }, 'clerk')).toBe(true)
  expect(conditionOf({ seat: 'lead', post: 'person' }, 'admin')).toBe(false)
  expect(conditionOf({ seat: 'lead' }, 'head')).toBe(true)
  expect(conditionOf({ seat: 'lead' }, 'clerk')).toBe(false)
})
