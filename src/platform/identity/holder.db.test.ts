import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { HolderFact } from '../../kernel/fact.ts'
import { loadFacts } from '../store/facts.ts'
import { momentOf } from '../store/value-types.ts'
import { hour, morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { matter } from '../testing/kinds.ts'
import { city, department, otherDepartment } from '../testing/world.ts'
import { holderOf } from './holder.ts'

let base: TestDatabase
const day = 24 * hour
const at = { city, now: morning }

beforeAll(async () => {
  base = await startTestDatabase()
}, 60_000)
afterAll(() => base.stop())

type NewPost = {
  readonly unit: number
  readonly role: string
  readonly person?: string
  readonly from?: number
  readonly to?: number
  readonly deputises?: string
}

async function holds({ unit, role, from = morning - 9 * day, to, ...more }: NewPost) {
  const [id, person] = [randomUUID(), more.person ?? randomUUID()]
  if (more.person === undefined)
    await base.db.read.insertInto('person').values({ city, id: person, name: '某人' }).execute()
  await base.db.read
    .insertInto('post')
    .values({
      city,
      id,
      person,
      unit,
      role,
      title: '',
      valid_from: momentOf(from),
      valid_to: to === undefined ? null : momentOf(to),
      deputises: more.deputises ?? null,
    })
    .execute()
  return { id, person }
}

const answering = (unit: number) => holderOf(base.db, at, { unit, roles: ['secretary', 'head'] })
const present = (post: string) => holderOf(base.db, at, { post })

it('who answers for a unit is its one secretary, else its one head; of two it is nobody', async () => {
  const unit = department
  expect(await answering(unit)).toBeUndefined()
  const head = await holds({ unit, role: 'head' })
  expect(await answering(unit)).toMatchObject({ id: head.id, unit, person: head.person })
  await holds({ unit, role: 'secretary', to: morning - day })
  const secretary = await holds({ unit, role: 'secretary' })
  const other = await holds({ unit: otherDepartment, role: 'clerk' })
  const deputy = { unit, role: 'secretary', person: other.person, deputises: secretary.id }
  await holds(deputy)
  expect(await answering(unit), 'neither who was nor who stands in').toMatchObject({
    id: secretary.id,
    unit,
  })
  await holds({ unit, role: 'secretary' })
  expect(await answering(unit)).toBeUndefined()
})

it('who held a post is found where they work now, and nowhere once they have left', async () => {
  const [from, to] = [morning - 3 * day, morning - day]
  const staying = await holds({ unit: department, role: 'secretary' })
  expect(await present(staying.id)).toMatchObject({
    id: staying.id,
    unit: department,
    person: staying.person,
  })
  await holds({ unit: otherDepartment, role: 'head', person: staying.person })
  expect(await present(staying.id), 'a second post').toMatchObject({
    id: staying.id,
    unit: department,
    person: staying.person,
  })
  const { id, person } = await holds({ unit: department, role: 'secretary', to })
  expect(await present(id)).toBeUndefined()
  await holds({ unit: otherDepartment, role: 'clerk', person, from })
  const last = await holds({ unit: otherDepartment, role: 'leader', person, from: to })
  await holds({ unit: department, role: 'secretary', person, from: to, deputises: staying.id })
  await holds({ unit: department, role: 'admin', person, from: morning - 1 })
  expect(await present(id)).toMatchObject({ id: last.id, unit: otherDepartment })
  expect(await present(randomUUID())).toBeUndefined()
})

it('a decision is told who is meant, and nothing where nobody can say', async () => {
  const { record } = await testAsking(base.db, 'H').asked('open', { title: '事', lead: department })
  const told = async (holder: HolderFact['holder'], isKnown = true) => {
    const kind = { ...matter, facts: { asked: { holder } } }
    const facts = await loadFacts(base.db, {
      registry: new Map([[matter.name, matter]]),
      kind,
      names: ['asked'],
      record,
      input: {},
      today: '2026-03-02',
      holders: isKnown
        ? (own, asked) =>
            Promise.resolve(
              own === city ? { id: JSON.stringify(asked), unit: 7, person: 'p' } : undefined,
            )
        : undefined,
    })
    return facts['asked']
  }
  const holder = { unit: { field: 'lead' }, roles: ['head'] } as const
  const post = { id: JSON.stringify({ unit: department, roles: ['head'] }), unit: 7, person: 'p' }
  expect(await told(holder)).toEqual({ count: 1, rows: [], post })
  expect(await told(holder, false)).toEqual({ count: 0, rows: [] })
  expect(await told({ post: { field: 'nothing' } })).toEqual({ count: 0, rows: [] })
})
