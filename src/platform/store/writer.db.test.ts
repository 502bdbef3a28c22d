import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../asking/ask.ts'
import type { AskDeps } from '../asking/types.ts'
import { nothingPrepared } from '../asking/prepare.ts'
import { newId } from '../numbers/ids.ts'
import { testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department, postIn } from '../testing/world.ts'
import { openDatabase } from './database.ts'
import { StoreAway } from './faults.ts'
import { loadEvents } from './events.ts'
import { migrate } from './migrate.ts'
import type { Writer } from './writer.ts'

let base: TestDatabase
let asking: ReturnType<typeof testAsking>

beforeAll(async () => {
  base = await startTestDatabase()
  asking = testAsking(base.db)
}, 60_000)
afterAll(() => base.stop())

const open = () => asking.asked('open', { title: '路灯不亮', lead: department })
const closing = (record: string) => ({
  id: newId(),
  city,
  kind: 'matter',
  command: 'close',
  actor: { by: 'post', post: postIn(department) } as const,
  at: asking.clock.now,
  record,
  prepared: nothingPrepared,
})

/** Dependencies whose next commits are preceded by something else. */
function interrupted(before: () => Promise<unknown>, times = 1): AskDeps {
  let left = times
  const writer: Writer = {
    ...base.db.writer,
    async commit(values) {
      left -= 1
      if (left >= 0) await before()
      return base.db.writer.commit(values)
    },
  }
  return { ...asking.deps, db: { ...base.db, writer } }
}

describe('a race that is lost at the commit', () => {
  it('to a record that a rule looked at lets the ask be decided again', async () => {
    const { record } = await open()
    const { opened } = await asking.asked('follow', {}, { record: record.id, by: department })
    const child = { record: opened[0]?.id ?? '', by: department }
    // The rule saw one open matter; before the commit that one is closed.
    const deps = interrupted(() => asking.asked('close', {}, child))
    const count = await ask(deps, { ...closing(record.id), command: 'countOthers' })
    expect(count).toMatchObject({ ok: true, record: { fields: { size: 0 } } })
    expect(await loadEvents(asking.deps, { city, record: record.id })).toHaveLength(3)
  })

  it('four times is a refusal, and leaves nothing behind', async () => {
    const { record } = await open()
    const tables = ['event', 'ask', 'delta', 'content', 'notice'] as const
    const counts = () =>
      Promise.all(
        tables.map(async (table) => {
          const rows = await base.db.read.selectFrom(table).select('city').execute()
          return rows.length
        }),
      )
    const before = await counts()
    const deps = interrupted(
      () =>
        base.db.bulk((client) =>
          client.query('update record set version = version + 1 where id = $1', [record.id]),
        ),
      4,
    )
    expect(await ask(deps, closing(record.id))).toMatchObject({ ok: false, refused: 'lostRace' })
    expect(await counts()).toEqual(before)
  })
})

describe('a lost connection', () => {
  it('makes commits fail as "send again", and sending again changes nothing twice', async () => {
    const { record } = await open()
    const requests = Array.from({ length: 40 }, () => ({ ...closing(record.id), command: 'note' }))
    const sent = requests.map((request) =>
      ask(asking.deps, request).catch((error: unknown) => error),
    )
    await base.db.bulk((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where pid <> pg_backend_pid() and datname = current_database()
           and backend_type = 'client backend'`,
      ),
    )
    const first = await Promise.all(sent)
    for (const answer of first)
      if (answer instanceof Error) expect(answer).toBeInstanceOf(StoreAway)
    for (const request of requests) {
      await expect
        .poll(() => ask(asking.deps, request).catch(() => undefined), { timeout: 10_000 })
        .toMatchObject({ ok: true })
    }
    expect(await loadEvents(asking.deps, { city, record: record.id })).toHaveLength(41)
  })

  it('to a server that is not there is said at once', async () => {
    const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/nothing')
    const deps = { ...asking.deps, db: nowhere }
    await expect(ask(deps, closing(newId()))).rejects.toBeInstanceOf(StoreAway)
    await expect(nowhere.writer.commit([])).rejects.toBeInstanceOf(StoreAway)
    await nowhere.close()
  })
})

describe('a migration', () => {
  it('done again changes nothing and says nothing', async () => {
    const said: string[] = []
    await migrate(base.url, (line) => said.push(line))
    await Promise.all([
      migrate(base.url, (line) => said.push(line)),
      migrate(base.url, () => undefined),
    ])
    expect(said).toEqual([])
  })
})
