import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '../backup/backup.ts'
import { keySource } from '../crypto/key-source.ts'
import { unseal } from '../crypto/seal.ts'
import { type Embedded, startEmbedded } from '../postgres/embedded.ts'
import { type Database, openDatabase, withClient } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { city, department } from '../testing/world.ts'
import { ballotPlace } from './poll.ts'
import { readSlipCode } from './slip-code.ts'
import { type TestVotes, testVotes } from './testing.ts'

/** What somebody has who holds the whole machine after the count: the database with its system
 *  columns and its log of changes, every file, and copies from before, during and after the vote. */
let home = ''
let copies = ''
let server: Embedded
let db: Database
let votes: TestVotes
let codes: readonly string[] = []
let key = ''
let poll = ''
const say = () => undefined
const voters = 20
/** Who votes when, and how: the first ten badly, the others well. */
const given = Array.from({ length: voters }, (_, at) =>
  at < voters / 2 ? 'grade-poor' : 'grade-excellent',
)

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-trace-'))
  copies = await mkdtemp(join(tmpdir(), 'tongxin-copies-'))
  await keySource(home).open()
  server = await startEmbedded({ home, say })
  await migrate(server.url, say)
  db = openDatabase(server.url)
  votes = await testVotes(db, join(home, 'ballots'))
  const meeting = await votes.meeting(voters)
  const opened = await votes.open(meeting.id)
  if (!opened.ok) throw new Error(opened.why)
  codes = opened.codes
  const [id = ''] = await votes.deps.ballotKeys.known()
  poll = id
  key = await readFile(join(home, 'ballots', `${poll}.key`), 'utf8')
  await copied('before')
  for (const [at, code] of codes.entries()) {
    await votes.cast(code, given[at] ?? '')
    if (at === voters / 2) await copied('during')
  }
  await votes.close(meeting.id, voters)
  await votes.tell()
  await copied('after')
  await withClient(server.url, (client) => client.query('checkpoint'))
}, 120_000)

afterAll(async () => {
  await db.close()
  await server.stop()
  for (const folder of [home, copies]) await rm(folder, { recursive: true, force: true })
})

async function copied(name: string): Promise<void> {
  const to = join(copies, name)
  await backup({ url: server.url, home, to, city, at: '2026-03-02T09:00:00.000Z', say })
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

async function logOfChanges(): Promise<string> {
  const files = (await filesOf(home)).filter((file) => /pg_wal\/[0-9A-F]{24}$/.test(file))
  const texts = await Promise.all(files.toSorted().map((file) => readFile(file)))
  return Buffer.concat(texts.map(withoutPageHeads)).toString('latin1')
}

/** A log's pages each begin with a head, the first of a file with a longer one; what is written
 *  across two pages reads on only without it. */
function withoutPageHeads(file: Buffer): Buffer {
  const pages = Array.from({ length: Math.ceil(file.length / pageSize) }, (_, at) =>
    file.subarray(at * pageSize + (at === 0 ? 40 : 24), (at + 1) * pageSize),
  )
  return Buffer.concat(pages)
}

const pageSize = 8192

function rows<T extends object>(text: string): Promise<readonly T[]> {
  return withClient(server.url, async (client) => (await client.query<T>(text)).rows)
}

/** The choices on one line in the order of the rows on the disk. */
async function onDisk(): Promise<readonly string[]> {
  const found = await rows<{ choice: string }>(
    `select choice from ballot where line = 'report:${department}' order by ctid`,
  )
  return found.map(({ choice }) => choice)
}

test('the rows of a count lie in an order of dice: not of casting, nor of any column', async () => {
  expect((await onDisk()).toSorted()).toEqual(given.toSorted())
  const byColumn = await Promise.all(
    ['ctid', 'id', 'xmin::text::bigint, ctid', 'cmin::text::bigint, ctid'].map((order) =>
      rows<{ choice: string }>(
        `select choice from ballot where line = 'report:${department}' order by ${order}`,
      ),
    ),
  )
  for (const found of byColumn) {
    const choices = found.map(({ choice }) => choice)
    expect(choices).not.toEqual(given)
    expect(choices).not.toEqual(given.toReversed())
  }
})

test('no system column tells one ballot from another', async () => {
  const found = await rows<{ xmins: number; commands: number }>(
    `select count(distinct xmin::text)::int as xmins, count(distinct cmin::text)::int as commands
       from ballot`,
  )
  expect(found).toEqual([{ xmins: 1, commands: 1 }])
  const ids = await rows<{ version: string }>(
    'select distinct substr(id::text, 15, 1) as version from ballot',
  )
  expect(ids, 'ids of dice, not of time').toEqual([{ version: '4' }])
})

test('no column holds a moment, a sequence, an ask, an event or a person', async () => {
  const columns = await rows<{ name: string; type: string }>(
    `select table_name || '.' || column_name as name, data_type as type
       from information_schema.columns where table_name like 'ballot%'`,
  )
  expect(columns.filter(({ type }) => /time|bigint|serial/.test(type))).toEqual([])
  const ofPoll = /^ballot_poll\./
  expect(
    columns
      .filter(({ name }) => !ofPoll.test(name))
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual([
    'ballot.choice',
    'ballot.city',
    'ballot.id',
    'ballot.line',
    'ballot.poll',
    'ballot_cast.city',
    'ballot_cast.id',
    'ballot_cast.poll',
    'ballot_cast.sealed',
    'ballot_slip.city',
    'ballot_slip.digest',
    'ballot_slip.poll',
  ])
})

test('lines of one voter are not together: how somebody voted on two of them is not there', async () => {
  const found = await rows<{ shared: number }>(
    `select count(*)::int as shared from ballot a join ballot b
       on b.city = a.city and b.poll = a.poll and b.id = a.id and b.line <> a.line`,
  )
  expect(found).toEqual([{ shared: 0 }])
})

test('the log of changes has the order of casting, and nothing that opens what was cast', async () => {
  const log = await logOfChanges()
  const sealed = [...new Set(log.match(/s1\.poll\.[\w-]{22}\.[\w-]+\.[\w-]{43}/g) ?? [])]
  expect(sealed.length, 'what was cast does stand in the log').toBe(voters)
  const lengths = new Set(sealed.map((text) => text.length))
  expect(lengths.size, 'a choice does not show by its length').toBe(1)
  const keys = await keySource(home).open()
  for (const text of sealed) expect(() => unseal(keys, ballotPlace(poll), text)).toThrow('no key')
  expect(log).not.toContain(key)
  const inLog = [
    ...log.matchAll(new RegExp(`report:${department}[^\\w=+"]{1,2}(grade-[a-z]+)`, 'g')),
  ].map(([, choice = '']) => choice)
  expect(inLog.slice(0, voters), 'the log has the order of the table').toEqual(await onDisk())
})

test('no file of the machine holds a code or the key, in whatever folder', async () => {
  const secrets = [key, ...codes, ...codes.map((code) => readSlipCode(code) ?? '')]
  const holding: string[] = []
  for (const file of [...(await filesOf(home)), ...(await filesOf(copies))]) {
    const text = await readFile(file, 'latin1').catch(() => '')
    if (secrets.some((secret) => text.includes(secret))) holding.push(file)
  }
  expect(holding).toEqual([])
  expect(await votes.deps.ballotKeys.known()).toEqual([])
})

test('rows of slips and of what was cast are gone from the disk, not only from sight', async () => {
  for (const table of ['ballot_slip', 'ballot_cast']) {
    const found = await rows<{ size: number }>(`select pg_relation_size('${table}')::int as size`)
    expect(found).toEqual([{ size: 0 }])
  }
})

test('copies from before, during and after differ by the count, never by a ballot', async () => {
  for (const name of ['before', 'during', 'after']) {
    const names = await readdir(join(copies, name))
    expect(names.filter((file) => /ballot_(slip|cast)|\.key$|^ballots$/.test(file))).toEqual([])
    const manifest = await readFile(join(copies, name, 'manifest.json'), 'utf8')
    const of = (table: string) =>
      JSON.parse(manifest).tables.find((one: { name: string }) => one.name === table)
    expect(of('ballot').rows).toBe(name === 'after' ? voters * 3 : 0)
  }
  const [before, during] = await Promise.all(
    ['before', 'during'].map((name) => readFile(join(copies, name, 'ballot_poll.jsonl.gz'))),
  )
  expect(during?.equals(before ?? Buffer.alloc(0)), 'nobody can tell that ten had voted').toBe(true)
})

test('what happened says nothing: one event of totals, and no ask, notice or count of a ballot', async () => {
  const events = await rows<{ type: string }>('select type from event order by seq')
  expect(events.map(({ type }) => type)).toEqual(['Called', 'Tallied'])
  expect(await rows('select id from ask')).toHaveLength(2)
})
