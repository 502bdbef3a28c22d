import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { demoAccounts } from './accounts.ts'
import { writeDemoBase } from './base.ts'

let base: TestDatabase

beforeAll(async () => {
  base = await startTestDatabase()
})
afterAll(() => base.stop())

async function count(table: 'area' | 'account'): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.table(table)}`.execute(base.db.read)
  return rows[0]?.n ?? -1
}

it('a demo city that broke off before its accounts is not there at all, and is whole when written again', async () => {
  await sql`alter table account rename to hidden`.execute(base.db.read)
  await expect(writeDemoBase(base.db, Date.now())).rejects.toThrow('account')
  await sql`alter table hidden rename to account`.execute(base.db.read)
  expect(await count('area')).toBe(0)

  await writeDemoBase(base.db, Date.now())

  expect(await count('account')).toBe(demoAccounts.length)
  expect(await count('area')).toBeGreaterThan(100)
})
