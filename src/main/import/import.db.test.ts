import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAppeals } from '../../platform/exchange/read-appeals.ts'
import { recheck } from '../../platform/recheck/recheck.ts'
import { startTestDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { CITY_CODE } from '../demo/city-code.ts'
import { writeDemoBase } from '../demo/base.ts'
import { openPlatform, type Platform } from '../wiring.ts'
import { importAppeals, type Outcome } from './import-appeals.ts'
import { importPost } from './import-post.ts'
import { suggestFor } from './suggestions.ts'

const real = new URL('../../../../shared/data/appeals/appeals.csv', import.meta.url).pathname
const head = 'id,topic,detail,time,place,reply,reply_time\n'
const rows = [
  'A1,路灯不亮,华山西路口路灯坏了三天,2026-08-03 09:00,五华区华山街道,,',
  'A2,=1+1 噪声,工地夜间施工噪声很大,2026-08-03 10:00,,已要求停工,2026-08-05 09:00',
  'A3,停车乱,小区门口乱停车,2026-08-04 10:00,盘龙区,,',
]

let base: TestDatabase
let home = ''
let platform: Platform

beforeAll(async () => {
  base = await startTestDatabase()
  home = await mkdtemp(join(tmpdir(), 'tongxin-import-'))
  await writeDemoBase(base.db, Date.now())
  platform = await openPlatform({ url: base.url, home, city: CITY_CODE, say: () => undefined })
}, 120_000)

afterAll(async () => {
  await platform.close()
  await base.stop()
  await rm(home, { recursive: true, force: true })
})

async function bring(
  bytes: AsyncIterable<Uint8Array> | readonly Uint8Array[],
  source: string,
): Promise<readonly Outcome[]> {
  const post = await importPost(platform.deps.db, CITY_CODE)
  async function* chunks() {
    yield* bytes
  }
  const readings = readAppeals(chunks())
  const outcomes: Outcome[] = []
  for await (const outcome of importAppeals(platform.deps, readings, {
    city: CITY_CODE,
    post,
    source,
  }))
    outcomes.push(outcome)
  return outcomes
}

const file = (lines: readonly string[], encoding = 'utf-8') => [
  iconv.encode(`${head}${lines.join('\n')}\n`, encoding),
]
const results = (outcomes: readonly Outcome[]) => outcomes.map(({ result }) => result)

async function stored() {
  return platform.deps.db.read
    .selectFrom('record')
    .select(['title', 'state', 'district', 'street', 'k2'])
    .where('city', '=', CITY_CODE)
    .where('kind', '=', 'resident-appeal')
    .orderBy('title')
    .execute()
}

test('a file of appeals comes in once, whatever its order or encoding, and a changed row is told', async () => {
  expect(results(await bring(file(rows), '留言板'))).toEqual(['taken', 'taken', 'taken'])
  const once = await stored()
  expect(once).toMatchObject([
    { title: '=1+1 噪声', state: 'closed', district: null },
    { title: '停车乱', state: 'intake', district: 530_103 },
    { title: '路灯不亮', state: 'intake', district: 530_102, k2: '留言板' },
  ])
  const shuffled = file([...rows].reverse(), 'gb18030')
  expect(results(await bring(shuffled, '留言板'))).toEqual(['known', 'known', 'known'])
  const changed = await bring(file([rows[0]?.replace('三天', '四天') ?? '']), '留言板')
  expect(changed).toMatchObject([{ result: 'changed', says: expect.stringContaining('没有覆盖') }])
  expect(await stored()).toEqual(once)
})

test('a row that cannot be taken says why, and the others come in', async () => {
  const outcomes = await bring(
    file([
      'B1,,,2026-08-03 09:00,,,',
      'B2,积水,地铁口积水,昨天,,,',
      'B3,积水,地铁口积水,2026-08-03 09:00,,,',
    ]),
    '别处',
  )
  expect(results(outcomes)).toEqual(['refused', 'refused', 'taken'])
  expect(outcomes[1]?.says).toContain('时间「昨天」读不出')
})

test('what was taken is suggested a category and a unit with the words that speak for them', async () => {
  const [outcome] = await bring(
    file(['C1,路灯不亮,楼下路灯坏了一片漆黑请修路灯,2026-08-03 09:00,五华区华山街道,,']),
    '建议',
  )
  const suggested = await suggestFor(platform, outcome === undefined ? [] : [outcome])
  const one = suggested.get(outcome?.line ?? 0)
  expect(one?.category).toContain('路灯')
  expect(one?.because).toContain('路灯')
})

test.skipIf(!existsSync(real))(
  'three thousand real appeals come in, and a second time nothing does',
  async () => {
    const first = await bring(createReadStream(real), 'appeals.csv')
    expect(first.length).toBeGreaterThan(3_000)
    const taken = first.filter(({ result }) => result === 'taken').length
    expect(first.filter(({ result, says }) => result === 'refused' && says === undefined)).toEqual(
      [],
    )
    expect(taken).toBeGreaterThan(3_000)
    const second = await bring(createReadStream(real), 'appeals.csv')
    expect(second.filter(({ result }) => result === 'known')).toHaveLength(taken)
    const said: string[] = []
    const { deps } = platform
    await recheck(deps, CITY_CODE, { say: (line) => said.push(line) })
    expect(said).toEqual([])
  },
  180_000,
)
