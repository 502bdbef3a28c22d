import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayMs } from '../kernel/time.ts'
import type { RetentionDeps } from '../platform/retention/daily.ts'
import { eraseByDate } from '../platform/retention/daily.ts'
import { recheck } from '../platform/recheck/recheck.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { asked, community } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let retention: RetentionDeps
let files = ''
beforeAll(async () => {
  city = await startRunningCity((deps) => {
    files = deps.files
    return deps
  })
  retention = { ...city.platform.deps, files }
}, 120_000)
afterAll(() => city.stop())

const db = () => city.platform.deps.db.read
const differences = async () => {
  const said: string[] = []
  await recheck(city.platform.deps, CITY_CODE, { say: (line) => said.push(line) })
  return said
}

async function closedAppeal(detail: string) {
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'blue' } })
    .png()
    .toBuffer()
  const photo = await city.nobody().upload('/api/public/photos', new Uint8Array(picture))
  const { body } = await city.nobody().post('/api/public/appeals', {
    ask: randomUUID(),
    area: community,
    data: { detail, photos: [photo.body.id], reporter: { name: '钱多多', phone: '15400055555' } },
  })
  const { number, code } = body
  const follow = await city.nobody().post('/api/public/follow', { number, code })
  const mine = city.nobody(follow.body.token)
  await mine.post('/api/public/appeal/supplement', {
    ask: randomUUID(),
    data: { words: '再补充一句' },
  })
  const desk = await city.as('wuhua')
  const list = await desk.get(`/api/records/resident-appeal?number=${number}`)
  const { id } = list.body.rows[0]
  await asked(desk, `${id}/note`, { words: '坐席备注一句' })
  const done = await mine.post('/api/public/appeal/withdraw', { ask: randomUUID(), data: {} })
  expect(done.status).toBe(200)
  return { id, number, mine, desk }
}

it('what was kept long enough is erased by date, once a day, and the chain stays whole', async () => {
  const { id, mine } = await closedAppeal('楼道灯坏了很多天，晚上看不见，钱多多')
  const open = await city.nobody().post('/api/public/appeals', {
    ask: randomUUID(),
    area: community,
    data: { detail: '还没有办完的一件', reporter: { name: '孙没完', phone: '15400066666' } },
  })
  const now = Date.now()
  expect(await eraseByDate(retention, CITY_CODE, now)).toEqual({})
  expect(await eraseByDate(retention, CITY_CODE, now + 1)).toBeUndefined()
  const contacts = () =>
    db().selectFrom('contact').selectAll().where('record_id', '=', id).executeTakeFirstOrThrow()
  const asks = () => db().selectFrom('ask').select('id').execute()
  expect(await eraseByDate(retention, CITY_CODE, now + 89 * dayMs)).not.toHaveProperty('ask')
  const answered = (await asks()).length
  expect(answered, 'what is sent again within weeks gets its first answer').toBeGreaterThan(3)
  const brokenOff = { ...retention, signal: AbortSignal.abort() }
  await expect(eraseByDate(brokenOff, CITY_CODE, now + 181 * dayMs)).rejects.toThrow('aborted')
  expect((await contacts()).erased_at, 'what is broken off goes on later the same day').toBeNull()
  expect(await eraseByDate(retention, CITY_CODE, now + 181 * dayMs)).toMatchObject({
    'contact resident-appeal': 1,
    ask: answered,
  })
  expect(await asks()).toEqual([])
  expect(await contacts()).toMatchObject({ name_enc: null, phone_index: null, mask_name: '' })
  expect((await contacts()).erased_at).not.toBeNull()
  const desk = await city.as('wuhua')
  const unnamed = JSON.stringify((await desk.get(`/api/record/${id}`)).body)
  expect(unnamed).toContain('楼道灯坏了')
  expect(unnamed).not.toContain('钱多多')
  expect(await differences()).toEqual([])
  const read = async (path: string) => (await (await city.as('wuhua')).get(path)).body
  const later = await eraseByDate(retention, CITY_CODE, now + 1900 * dayMs)
  expect(later).toMatchObject({ 'words resident-appeal': 1, 'files resident-appeal': 1 })
  const view = JSON.stringify(await read(`/api/record/${id}`))
  expect(view).not.toContain('楼道灯坏了')
  expect(view).not.toContain('再补充一句')
  expect(view).toContain('已按期清除')
  // What officials wrote is not the resident's.
  expect(view).toContain('坐席备注一句')
  expect((await mine.get('/api/public/appeal')).body.title).toBe('(内容已清除)')
  const found = await read(`/api/records/resident-appeal?q=${encodeURIComponent('楼道灯')}`)
  expect(found.rows).toEqual([])
  const lying = await readdir(files, { recursive: true, withFileTypes: true })
  expect(lying.filter((entry) => entry.isFile())).toEqual([])
  expect(await differences()).toEqual([])
  const kept = await city.platform.deps.db.read
    .selectFrom('contact')
    .select('id')
    .where('erased_at', 'is', null)
    .execute()
  expect([open.status, kept.length]).toEqual([200, 1])
  const told = await db()
    .selectFrom('security_event')
    .select('about')
    .where('what', '=', 'erased')
    .execute()
  expect(told.map(({ about }) => about).join(' ')).toContain('"contact resident-appeal":1')
})
