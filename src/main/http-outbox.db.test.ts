import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSetting } from '../platform/world/settings.ts'
import { demoPassword } from './demo/accounts.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let worker: Caller
let post: string
let area: number
const report = '/api/grid-finding/report'

beforeAll(async () => {
  city = await startRunningCity()
  worker = await city.as('shequ')
  const me = (await worker.get('/api/me')).body
  post = me.post.id
  area = me.post.unit.area
})

afterAll(() => city.stop())

test('what was written down in one post is not taken in another, and leaves nothing', async () => {
  const before = await city.eventCount()
  const body = { ask: randomUUID(), area, data: { category: await category() } }
  const refused = await sendAs('huashan', body)
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({ error: { code: 'otherPost' } })
  expect(await city.eventCount()).toBe(before)
  expect((await sendAs('shequ', body)).status).toBe(200)
})

test('what was done stays done when it is sent again after its category has gone', async () => {
  const value = await category()
  const ask = randomUUID()
  const body = { ask, area, data: { category: value, detail: '楼道堆放纸箱' } }
  const first = await worker.post(report, body)
  await leaveOut(value)
  const again = await worker.post(report, body)
  expect(again).toMatchObject({ status: 200, body: { id: first.body.id } })
  const fresh = await worker.post(report, { ...body, ask: randomUUID() })
  expect(fresh).toMatchObject({ status: 400, body: { error: { fields: { category: /./ } } } })
})

test('one’s own findings are those reported in one’s post', async () => {
  const body = { area, data: { category: await category(), title: '我报的' } }
  const { id } = (await worker.post(report, { ...body, ask: randomUUID() })).body
  const mine = (await worker.get('/api/records/grid-finding?mine=1')).body.rows
  expect(mine.map((row: { id: string }) => row.id)).toContain(id)
  const head = await city.as('huashan-fuze')
  const all = (await head.get('/api/records/grid-finding')).body.rows
  expect(all.map((row: { id: string }) => row.id)).toContain(id)
  expect((await head.get('/api/records/grid-finding?mine=1')).body.rows).toEqual([])
  expect(await worker.get('/api/records/resident-appeal?mine=1')).toMatchObject({ status: 400 })
})

async function category(): Promise<string> {
  const list: readonly { value: string; parent?: string }[] = (await worker.get('/api/lists')).body[
    'finding-categories'
  ]
  return list.find(({ parent }) => parent !== undefined)?.value ?? ''
}

async function leaveOut(value: string): Promise<void> {
  const { db, now } = city.platform.deps
  const list: readonly { value: string }[] = (await worker.get('/api/lists')).body[
    'finding-categories'
  ]
  await writeSetting(db, {
    city: CITY_CODE,
    name: 'list:finding-categories',
    version: '2',
    from: now(),
    at: now(),
    value: list.filter((one) => one.value !== value),
  })
  await city.platform.worlds.reload()
}

/** Sends as somebody who is signed in now what was written down in the worker's post. */
async function sendAs(login: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-tongxin': '1' }
  const entered = await fetch(`${city.url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login, password: demoPassword }),
  })
  const [cookie = ''] = entered.headers.getSetCookie().map((one) => one.split(';')[0])
  return fetch(city.url + report, {
    method: 'POST',
    headers: { ...headers, cookie, 'x-tongxin-post': post },
    body: JSON.stringify(body),
  })
}
