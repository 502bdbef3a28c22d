import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, dayMs, dayOf } from '../../kernel/time.ts'
import { withClient } from '../store/database.ts'
import { morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department } from '../testing/world.ts'
import { closeDays } from './close-days.ts'
import { publishHeads, publishedHeads } from './heads-file.ts'
import { readHeads } from './heads.ts'
import { sealBatch } from './seal-batch.ts'
import { startSealer } from './sealer.ts'
import { shortHash } from './seal-text.ts'
import { findings, sealAll } from './testing.ts'
import { unsealedFor } from './unsealed.ts'

let base: TestDatabase
let asking: ReturnType<typeof testAsking>
beforeAll(async () => {
  base = await startTestDatabase()
  asking = testAsking(base.db)
}, 60_000)
afterAll(() => base.stop())
beforeEach(() =>
  withClient(base.url, (client) => client.query('truncate seal, day_head, sealing, event, record')),
)

const open = () => asking.asked('open', { title: '路灯不亮', lead: department })
const options = { cities: () => [city], now: () => morning, say: () => undefined }
const seals = () =>
  base.db.read.selectFrom('seal').select(['n', 'at', 'events', 'seqs']).orderBy('n').execute()
const empty = async () => (await unsealedFor(base.db, city)) === 0 && (await seals()).length > 0

describe('the sealer', () => {
  test('seals what was committed, each event once, and another takes over when it dies', async () => {
    const first = startSealer(base.db, options)
    await open()
    await expect.poll(empty, { timeout: 10_000 }).toBe(true)
    const second = startSealer(base.db, options)
    await withClient(base.url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7265005`,
      ),
    )
    await Promise.all([open(), open(), open()])
    await expect.poll(() => unsealedFor(base.db, city), { timeout: 10_000 }).toBe(0)
    await Promise.all([first.stop(), second.stop()])
    expect((await seals()).at(-1)?.events).toBe(4)
    expect(await findings(base.url)).toEqual([])
  })

  test('leaves events in the queue when a batch is cut short', async () => {
    await open()
    await withClient(base.url, async (client) => {
      await client.query('alter table seal add constraint cut check (n > 1)')
      await expect(sealBatch(client, city, morning)).rejects.toThrow('cut')
      await client.query('alter table seal drop constraint cut')
      expect(await unsealedFor(base.db, city)).toBeGreaterThan(0)
      expect(await sealBatch(client, city, morning)).toBe(1)
    })
    expect(await findings(base.url)).toEqual([])
  })

  test('puts no seal before another when the clock steps back', async () => {
    await open()
    await sealAll(base.url, morning)
    await open()
    await sealAll(base.url, morning - dayMs)
    expect((await seals()).map(({ at }) => at)).toEqual([morning, morning])
    expect(await findings(base.url)).toEqual([])
  })
})

describe('a day that is over', () => {
  const close = (now: number) => withClient(base.url, (client) => closeDays(client, city, now))

  test('gets its head once, and days without events are carried on', async () => {
    await open()
    await sealAll(base.url, morning)
    expect(await close(morning)).toEqual([])
    const heads = await close(morning + 3 * dayMs)
    expect(heads.map(({ day, seals: n, events }) => [day, n, events])).toEqual([
      ['2026-03-02', 1, 1],
      ['2026-03-03', 1, 1],
      ['2026-03-04', 1, 1],
    ])
    expect(heads.map(({ prev }) => prev)).toEqual(['', heads[0]?.hash, heads[1]?.hash])
    expect(await close(morning + 3 * dayMs)).toEqual([])
    expect(await findings(base.url)).toEqual([])
  })

  test('stays closed when the clock steps back over midnight', async () => {
    await open()
    await sealAll(base.url, morning)
    await sealAll(base.url, morning + dayMs)
    await open()
    await sealAll(base.url, morning + 1)
    const day = dayOf((await seals()).at(-1)?.at ?? 0)
    expect(day).toBe(addDays(dayOf(morning), 1))
    expect(await findings(base.url)).toEqual([])
  })

  test('is published in a file that is only added to', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tongxin-heads-'))
    await open()
    await sealAll(base.url, morning)
    await close(morning + dayMs)
    const file = await publishHeads(base.db, { folder, city })
    const first = await readFile(file, 'utf8')
    await close(morning + 2 * dayMs)
    await publishHeads(base.db, { folder, city })
    const both = await readFile(file, 'utf8')
    expect(both.startsWith(first)).toBe(true)
    const stored = await readHeads(base.db, { city, limit: 9, oldestFirst: true })
    expect(publishedHeads(both)).toEqual(stored.map(({ day, hash }) => ({ day, hash })))
    await rm(folder, { recursive: true })
  })

  test('is recognised by what the public page answers and by what a notice board shows', () => {
    const [a, b] = ['a1'.repeat(32), 'b2'.repeat(32)]
    const answer = { heads: [{ day: '2026-03-02', prev: b, hash: a, short: shortHash(a) }] }
    expect(publishedHeads(JSON.stringify(answer))).toEqual([{ day: '2026-03-02', hash: a }])
    expect(publishedHeads(`2026-03-02 ${shortHash(b)}`)).toEqual([
      { day: '2026-03-02', hash: 'b2b2b2b2b2b2b2b2' },
    ])
  })
})
