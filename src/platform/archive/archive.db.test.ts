import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs } from '../../kernel/time.ts'
import { loadRecord } from '../store/load.ts'
import { loadEvents } from '../store/events.ts'
import { withClient } from '../store/database.ts'
import { backup } from '../backup/backup.ts'
import { restore } from '../backup/restore.ts'
import { testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department } from '../testing/world.ts'
import { bringBack } from './bring-back.ts'
import {
  columnsOf,
  lifeTables,
  lineColumns,
  newestForm,
  packedTables,
  wideColumns,
} from './forms.ts'
import { matter } from '../testing/kinds.ts'
import { archiveByYear, bringBackYear } from './round.ts'
import { putAway } from './put-away.ts'

let base: TestDatabase
let asking: ReturnType<typeof testAsking>
let ids: readonly string[] = []
let rows: Readonly<Record<string, readonly string[]>> = {}

beforeAll(async () => {
  base = await startTestDatabase()
  asking = testAsking(base.db)
  const first = await closed({ title: '路灯「不亮」\n\t了', source: 'A-1', size: 3 })
  const second = await closed({ title: '𠮷祥里的灯', topic: 'light', about: first })
  ids = [first, second, await closed({ title: '井盖' })].toSorted()
  rows = await stored()
}, 60_000)
afterAll(() => base.stop())

async function closed(words: object): Promise<string> {
  const { record } = await asking.asked('open', { ...words, lead: department })
  const by = { record: record.id, by: department }
  await asking.asked('call', { unit: department }, by)
  await asking.asked('close', {}, by)
  return record.id
}

const before = () => asking.clock.now + dayMs
const away = () => putAway(base.db.read, { city, ids, before: before() })
const back = (some = ids) => bringBack(base.db.read, { city, ids: some })

/** Every row of the tables a record leaves, as text. */
function stored(url = base.url): Promise<Readonly<Record<string, readonly string[]>>> {
  return withClient(url, async (client) => {
    const all: Record<string, readonly string[]> = {}
    for (const table of ['record', ...lifeTables, 'link', 'claim', 'archive']) {
      const text = table === 'archive' ? 't.id::text' : 't::text'
      const found = await client.query<{ row: string }>(
        `select ${text} as row from "${table}" t order by 1`,
      )
      all[table] = found.rows.map(({ row }) => row)
    }
    return all
  })
}

test('what comes back is what went, row by row and to the last digit', async () => {
  expect(await away()).toBe(3)
  const gone = await stored()
  expect([gone['record'], gone['event'], gone['archive']]).toEqual([[], [], ids])
  expect(gone['link'], 'what others rest on stays').toEqual(rows['link'])
  expect(gone['claim']).toEqual(rows['claim'])
  expect(await back()).toBe(3)
  expect(await stored()).toEqual(rows)
})

test('who loads a record meets it, its events and what names it', async () => {
  await away()
  const named = ids.find((id) => rows['link']?.some((row) => row.includes(`,${id},about`))) ?? ''
  const loaded = await loadRecord(base.db, city, named)
  expect(loaded?.record.state).toBe('closed')
  const events = await loadEvents({ db: base.db, keys: asking.deps.keys }, { city, record: named })
  expect(events.map(({ type }) => type)).toEqual(['Opened', 'Called', 'Closed'])
  expect((await stored())['record']).toHaveLength(2)
  await back()
  expect(await stored()).toEqual(rows)
})

test('two at once put away and bring back each record once', async () => {
  const went = await Promise.all([away(), away()])
  expect(went[0] + went[1]).toBe(3)
  const came = await Promise.all([back(), back(ids.toReversed()), back(ids.slice(1))])
  expect(came.reduce((sum, n) => sum + n, 0)).toBe(3)
  expect(await stored()).toEqual(rows)
})

test('broken off in the middle, nothing is lost and nothing doubled', async () => {
  await killedWaiting('search', away)
  expect(await stored()).toEqual(rows)
  expect(await away()).toBe(3)
  await killedWaiting('archive', back)
  const kept = await stored()
  expect([kept['record'], kept['archive']]).toEqual([[], ids])
  await back()
  expect(await stored()).toEqual(rows)
})

/** Ends the connection of some work while it waits for a row of a table. */
async function killedWaiting(table: string, work: () => Promise<unknown>): Promise<void> {
  await withClient(base.url, async (client) => {
    await client.query('begin')
    await client.query(`select 1 from "${table}" for update`)
    const done = work().then(
      () => 'done',
      () => 'broken off',
    )
    await withClient(base.url, async (other) => {
      for (let tries = 0; tries < 500; tries += 1) {
        const { rowCount } = await other.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where wait_event_type = 'Lock' and datname = current_database()`,
        )
        if (rowCount !== 0) return
        await pause(10)
      }
    })
    expect(await done).toBe('broken off')
    await client.query('rollback')
  })
}

test('a backup carries what was put away, and it comes back where it is restored', async () => {
  await away()
  const [folder, fresh] = [
    await mkdtemp(join(tmpdir(), 'tongxin-archive-')),
    await startTestDatabase(),
  ]
  try {
    const kept = {
      url: base.url,
      home: folder,
      to: join(folder, 'kept'),
      city,
      say: () => undefined,
    }
    await backup({ ...kept, at: '2026-03-02T09:00:00+08:00' })
    await restore({ url: fresh.url, home: folder, from: kept.to, say: kept.say })
    expect(await bringBack(fresh.db.read, { city, ids })).toBe(3)
    expect(await stored(fresh.url)).toEqual(rows)
  } finally {
    await fresh.stop()
    await rm(folder, { recursive: true, force: true })
  }
  await back()
})

test('what somebody still waits for stays, and so does what names it', async () => {
  const open = await asking.asked('open', { title: '还没办完', lead: department })
  const naming = await closed({ title: '说的是同一件', about: open.record.id })
  const tried = { city, ids: [open.record.id, naming], before: before() }
  expect(await putAway(base.db.read, tried)).toBe(0)
  expect(await putAway(base.db.read, { ...tried, ids, before: asking.clock.now - dayMs })).toBe(0)
  expect((await stored())['archive']).toEqual([])
})

test('an ended record that anything still waits for is not put away', async () => {
  const { deps } = asking
  const kind = { ...matter, archives: true } as const
  const now = () => asking.clock.now + 3 * 366 * dayMs
  const round = { ...deps, registry: new Map([[kind.name, kind]]), now }
  const id = await closed({ title: '还有一件事等着' })
  for (const { table, columns, values } of waitedFor) {
    await sql`insert into ${sql.table(table)}(city, record_id, ${sql.raw(columns)})
      values (${city}, ${id}::uuid, ${sql.raw(values)})`.execute(base.db.read)
    await archiveByYear(round, city)
    expect((await stored())['archive'], table).not.toContain(id)
    await sql`delete from ${sql.table(table)} where record_id = ${id}::uuid`.execute(base.db.read)
    await sql`delete from archive_run`.execute(base.db.read)
  }
  await archiveByYear(round, city)
  expect((await stored())['archive']).toContain(id)
  await back([...((await stored())['archive'] ?? [])])
  await sql`delete from archive_run`.execute(base.db.read)
})

const waitedFor = [
  {
    table: 'todo',
    columns: 'unit, command, role, party, kind, provisional',
    values: `7, 'x', '', 0, 'matter', false`,
  },
  {
    table: 'clock',
    columns: 'name, role, party, asks, due_at',
    values: `'x', '', 0, 'x', '2036-01-01'`,
  },
  {
    table: 'parcel',
    columns: 'id, to_city, kind, command, seq, body, at',
    values: `gen_random_uuid(), 530300, 'matter', 'x', 1, '{}', '2026-01-01'`,
  },
]

test('a round that is stopped goes on where it was, and goes once a day', async () => {
  const { deps } = asking
  const kind = { ...matter, archives: true } as const
  const day = { now: asking.clock.now + 3 * 366 * dayMs }
  const round = { ...deps, registry: new Map([[kind.name, kind]]), now: () => day.now }
  expect(await archiveByYear(round, city, AbortSignal.abort())).toBe(0)
  expect(await archiveByYear(round, city)).toBeGreaterThan(2)
  expect(await archiveByYear(round, city)).toBeUndefined()
  const year = { from: asking.clock.now - dayMs, to: asking.clock.now + dayMs }
  expect(await bringBackYear(deps, city, year)).toBeGreaterThan(2)
  expect((await stored())['archive']).toEqual([])
})

test('what is not as its hashes say is not put away, for nobody would see it', async () => {
  const id = await closed({ title: '被改动的' })
  await sql`update event set actor = 'x' where record_id = ${id}::uuid and seq = 2`.execute(
    base.db.read,
  )
  expect(await putAway(base.db.read, { city, ids: [id], before: before() })).toBe(0)
})

test('words that another record refers to stay where it finds them', async () => {
  const answered = await closed({ title: '回答给两件事的话' })
  const sharing = await closed({ title: '另一件', about: answered })
  const { read } = base.db
  const own = await read
    .selectFrom('content')
    .select('id')
    .where('record_id', '=', answered)
    .executeTakeFirstOrThrow()
  const refers = `{"input":{"answer":{"content":"${own.id}","digest":""}},"change":{}}`
  await sql`update event set body = ${refers} where record_id = ${sharing}::uuid and seq = 3`.execute(
    read,
  )
  expect(await putAway(read, { city, ids: [answered], before: before() })).toBe(1)
  const left = await read
    .selectFrom('content')
    .select('id')
    .where('record_id', '=', answered)
    .execute()
  expect(left).toEqual([own])
  expect(await back([answered])).toBe(1)
})

test('every column of what a record leaves is packed, or follows from others', async () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    record: ['city', ...lineColumns, ...wideColumns],
    search: ['city', 'record_id', 'field', 'kind', 'words'],
    ...Object.fromEntries(
      packedTables.map((table) => [table, ['city', 'record_id', ...columnsOf(newestForm, table)]]),
    ),
  }
  const follows = ['event.prev', 'event.hash', 'contact.name_enc', 'contact.phone_enc']
  const all = [...follows, 'contact.phone_index', 'contact.note_enc']
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = current_schema()`.execute(base.db.read)
  const missing = columns.filter(
    ({ table, column }) =>
      known[table]?.includes(column) === false && !all.includes(`${table}.${column}`),
  )
  expect(missing).toEqual([])
})
