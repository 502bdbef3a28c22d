import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { noteSecurity, securityBreak } from './security-log.ts'

let store: TestDatabase

beforeAll(async () => {
  store = await startTestDatabase()
})

afterAll(() => store.stop())

const at = Date.UTC(2026, 7, 3)

function note(city: number, seq: number): Promise<void> {
  return noteSecurity(store.db, { city, at: at + seq, what: 'signedIn', address: '::1' })
}

test('lines written at once stand in one unbroken chain, each city its own', async () => {
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].flatMap((seq) => [note(1, seq), note(2, seq)]))
  const rows = await store.db.read
    .selectFrom('security_event')
    .select('seq')
    .where('city', '=', 1)
    .orderBy('seq')
    .execute()
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(await securityBreak(store.db, 1)).toBeUndefined()
  expect(await securityBreak(store.db, 2)).toBeUndefined()
})

test('a changed line is found where it stands', async () => {
  await note(3, 1)
  await noteSecurity(store.db, { city: 3, at, what: 'postGranted', about: { role: 'admin' } })
  await note(3, 3)
  await sql`update security_event set about = '{"role":"clerk"}' where city = 3 and seq = 2`.execute(
    store.db.read,
  )
  expect(await securityBreak(store.db, 3)).toEqual({ seq: 2, why: 'changed' })
})

test('a line taken out is found, also the last one', async () => {
  for (const city of [4, 5]) for (const seq of [1, 2, 3]) await note(city, seq)
  await sql`delete from security_event where city = 4 and seq = 2`.execute(store.db.read)
  await sql`delete from security_event where city = 5 and seq = 3`.execute(store.db.read)
  expect(await securityBreak(store.db, 4)).toEqual({ seq: 2, why: 'missing' })
  expect(await securityBreak(store.db, 5)).toEqual({ seq: 3, why: 'missing' })
})
