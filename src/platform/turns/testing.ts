import { afterAll, afterEach, beforeAll } from 'vitest'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import type { OneAtATime } from './one-at-a-time.ts'

/** A database for a file's tests, and works that end with the test that began them. */
export function testTurns() {
  let base: TestDatabase | undefined
  const began: OneAtATime[] = []
  beforeAll(async () => {
    base = await startTestDatabase()
  }, 60_000)
  afterEach(async () => {
    await Promise.all(began.splice(0).map((one) => one.stop()))
  })
  afterAll(() => base?.stop())
  const started = (): TestDatabase => {
    if (base === undefined) throw new Error('the database is not started yet')
    return base
  }
  return { base: started, began }
}

export const [city, other] = [530_100, 539_900]
