import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs } from '../kernel/time.ts'
import { archiveByYear } from '../platform/archive/round.ts'
import { askKeys } from '../platform/crypto/ask-keys.ts'
import { keySource } from '../platform/crypto/key-source.ts'
import { sealBatch } from '../platform/evidence/seal-batch.ts'
import { exportEvidence } from '../platform/evidence/verify/export.ts'
import { verify } from '../platform/evidence/verify/verify.ts'
import { recheck } from '../platform/recheck/recheck.ts'
import { rekey } from '../platform/rekey/rekey.ts'
import { eraseByDate, type RetentionDeps } from '../platform/retention/daily.ts'
import { withClient } from '../platform/store/database.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { asked, community, dispatching, registered } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let desk: Caller
let retention: RetentionDeps
let folder = ''
/** Two that their reporters withdrew; the other one had been merged into the first. */
let own = { id: '', number: '', code: '' }
let other = own
let open = ''
let before: readonly unknown[] = []
const later = Date.now() + 3 * 366 * dayMs

beforeAll(async () => {
  let files = ''
  city = await startRunningCity((deps) => {
    files = deps.files
    return deps
  })
  retention = { ...city.platform.deps, files }
  folder = await mkdtemp(join(tmpdir(), 'tongxin-archive-'))
  desk = await city.as('wuhua')
  own = await told('楼道灯坏了很多天，晚上看不见')
  other = await told('同一盏灯又有人说起')
  open = (await registered(desk, { detail: '还没有办完的一件' })).body.id
  await asked(desk, `${own.id}/note`, { words: '坐席备注一句' })
  await asked(desk, `${own.id}/dispatch`, dispatching)
  const done = [(await asked(desk, `${other.id}/merge`, { primary: own.id })).status]
  for (const one of [other, own]) done.push(await byReporter(one, 'withdraw'))
  if (done.some((status) => status !== 200)) throw new Error(`not all was done: ${done.join(' ')}`)
  await eraseByDate(retention, CITY_CODE, Date.now() + 200 * dayMs)
  // The same round ended all sessions.
  desk = await city.as('wuhua')
  before = await seen()
}, 120_000)
afterAll(async () => {
  await city.stop()
  await rm(folder, { recursive: true, force: true })
})

async function told(detail: string): Promise<typeof own> {
  const { body } = await city.nobody().post('/api/public/appeals', {
    ask: randomUUID(),
    area: community,
    data: { detail, reporter: { name: '钱多多', phone: '15400055555' } },
  })
  const { number, code } = body
  const list = await desk.get(`/api/records/resident-appeal?number=${number}`)
  return { id: list.body.rows[0].id, number, code }
}

async function byReporter({ number, code }: typeof own, command: string): Promise<number> {
  const link = await city.nobody().post('/api/public/follow', { number, code })
  const mine = city.nobody(link.body.token)
  const { status } = await mine.post(`/api/public/appeal/${command}`, {
    ask: randomUUID(),
    data: {},
  })
  return status
}

/** What people read of the two that ended. */
async function seen(): Promise<readonly unknown[]> {
  const link = await city
    .nobody()
    .post('/api/public/follow', { number: own.number, code: own.code })
  const mine = await city.nobody(link.body.token).get('/api/public/appeal')
  const views = [await desk.get(`/api/record/${own.id}`), await desk.get(`/api/record/${other.id}`)]
  return [mine, ...views].map(({ status, body }) => ({ status, body }))
}

async function putAway(): Promise<number | undefined> {
  await city.platform.deps.db.read.deleteFrom('archive_run').execute()
  return archiveByYear({ ...city.platform.deps, now: () => later }, CITY_CODE)
}

async function lying(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { read } = city.platform.deps.db
  const [working, away] = [
    await read.selectFrom('record').select('id').orderBy('id').execute(),
    await read.selectFrom('archive').select('id').orderBy('id').execute(),
  ]
  return { working: working.map(({ id }) => id), away: away.map(({ id }) => id) }
}

async function findings(): Promise<readonly string[]> {
  const said: string[] = []
  const say = (line: string) => said.push(line)
  await recheck(city.platform.deps, CITY_CODE, { say })
  await withClient(city.databaseUrl, (client) => sealBatch(client, CITY_CODE, Date.now()))
  const keys = askKeys(await keySource(city.home).open())
  await verify({ url: city.databaseUrl, city: CITY_CODE, keys, say })
  return said
}

test('what ended in a year long over leaves the working tables whole, and nothing else does', async () => {
  expect(await findings()).toEqual([])
  expect(await putAway()).toBe(2)
  expect(await lying()).toEqual({ working: [open], away: [own.id, other.id].toSorted() })
  const { read } = city.platform.deps.db
  for (const table of ['event', 'content', 'contact', 'party', 'search'] as const) {
    const rows = await read.selectFrom(table).select('record_id').distinct().execute()
    expect(
      rows.every(({ record_id: id }) => id === open),
      table,
    ).toBe(true)
  }
  expect(await findings(), 'chains, seals, words and counts are as they were').toEqual([])
})

test('evidence of one record is written out from where it lies', async () => {
  const asking = {
    url: city.databaseUrl,
    city: CITY_CODE,
    to: folder,
    records: [own.number],
    seals: [],
  }
  const names = await exportEvidence(asking)
  expect(names.filter((name) => name.startsWith('event-'))).toHaveLength(4)
  expect((await lying())['away']).toHaveLength(2)
})

test('lists leave it out unless asked, and find it by number, words, place and figure', async () => {
  const list = async (query: string) => {
    const { body, status } = await desk.get(`/api/records/resident-appeal?${query}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return { total: body.total, ids: body.rows.map(({ id }: { id: string }) => id).toSorted() }
  }
  const counts = await city.platform.deps.db.read.selectFrom('archive').select('id').execute()
  expect(counts).toHaveLength(2)
  expect(await list('')).toEqual({ total: 1, ids: [open] })
  expect(await list(`q=${encodeURIComponent('楼道灯')}`)).toEqual({ total: 0, ids: [] })
  const words = await list(`archived=1&q=${encodeURIComponent('楼道灯')}`)
  expect(words).toEqual({ total: 1, ids: [own.id] })
  // Who was shown has come back; the night puts it away again.
  await putAway()
  expect(await list(`number=${own.number}`)).toEqual({ total: 1, ids: [own.id] })
  await putAway()
  const found = await desk.get(`/api/search?q=${own.number}`)
  expect(found.body.records).toMatchObject([{ id: own.id }])
  await putAway()
  const all = [open, own.id, other.id].toSorted()
  expect(await list(`archived=1&area=${community}`)).toEqual({ total: 3, ids: all })
  await putAway()
  expect(await list('measure=began')).toEqual({ total: 3, ids: all })
})

test('whoever opens one reads what was read before, with all that names it', async () => {
  await putAway()
  expect((await lying())['away']).toHaveLength(2)
  expect(await seen()).toEqual(before)
  expect((await lying())['away']).toEqual([])
})

test('of many who open one at once none is told that it is not there', async () => {
  await putAway()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => desk.get(`/api/record/${own.id}`)),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
})

test('an ask brings it back and is done: what its reporter wants erased is erased', async () => {
  await putAway()
  expect(await byReporter(other, 'eraseMine')).toBe(200)
  expect((await lying())['working']).toContain(other.id)
  expect(await putAway()).toBe(2)
  const rows = await city.platform.deps.db.read
    .selectFrom('archive')
    .select(['id', 'words', 'title'])
    .execute()
  expect(rows.find(({ id }) => id === other.id)).toMatchObject({ words: '', title: '(内容已清除)' })
  expect(await findings()).toEqual([])
})

test('new keys reach what was put away', async () => {
  await putAway()
  await keySource(city.home).rotate()
  const keys = askKeys(await keySource(city.home).open())
  const { db } = city.platform.deps
  const said: string[] = []
  await rekey({ db, keys }, CITY_CODE, (line) => said.push(line))
  expect(said.find((line) => line.startsWith('archive'))).toMatch(/archive：[1-9]/)
  expect(await rekey({ db, keys }, CITY_CODE, () => undefined)).toBe(0)
  expect(await findings()).toEqual([])
})

test('its words end by date where it lies, and a changed life is found', async () => {
  const erased = await eraseByDate(retention, CITY_CODE, Date.now() + 1900 * dayMs)
  expect(erased).toMatchObject({ 'words resident-appeal': 1 })
  await putAway()
  expect((await lying())['away']).toContain(own.id)
  expect(await findings()).toEqual([])
  const { read } = city.platform.deps.db
  const rows = await read.selectFrom('archive').select(['words', 'title']).execute()
  expect(rows.map(({ words, title }) => words + title).join('')).not.toContain('楼道')
  const lives = await read.selectFrom('archive').select(['id', 'life']).execute()
  const [one, other] = lives
  await read
    .updateTable('archive')
    .set({ life: other?.life ?? Buffer.alloc(0) })
    .where('id', '=', one?.id ?? '')
    .execute()
  expect((await findings()).join(' ')).toMatch(/与封存时不同/)
}, 20_000)
