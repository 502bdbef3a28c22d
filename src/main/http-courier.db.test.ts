import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recheck } from '../platform/recheck/recheck.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let token = ''

beforeAll(async () => {
  city = await startRunningCity()
  const keeper = await city.as('anquan')
  const values = {
    code: 539_900,
    name: '临江市',
    address: 'https://lin.example.gov.cn',
    token: 'their token',
  }
  token = (await keeper.post('/api/settings/neighbours', { values })).body.password
}, 120_000)
afterAll(() => city.stop())

const agrees = async () => {
  const said: string[] = []
  await recheck(city.platform.deps, CITY_CODE, { say: (line) => said.push(line) })
  expect(said).toEqual([])
}

const parcel = (more: object = {}) => ({
  id: randomUUID(),
  opens: true,
  record: randomUUID(),
  kind: 'alliance',
  command: 'receive',
  data: { title: '对岸的毗邻联盟', charter: '边界共治', otherUnits: '渡口街道办事处' },
  ...more,
})
const brings = (body: object, by = token) => city.machine(by).post('/api/courier/parcels', body)

it('what a neighbouring city sends is done once, however often it comes', async () => {
  const sent = parcel()
  const first = await brings(sent)
  const events = await city.eventCount()
  const again = await Promise.all([brings(sent), brings(sent), brings(sent)])
  expect([first, ...again].map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(new Set([first, ...again].map(({ body }) => body.number)).size).toBe(1)
  expect(await city.eventCount()).toBe(events)
  const host = await city.as('shiwei')
  const { body } = await host.get(`/api/record/${sent.record}`)
  expect(body.record.title).toBe('对岸的毗邻联盟')
  expect(body.timeline[0].actor).toBe('临江市')
  await agrees()
})

it('a refusal by a rule is told with its code and words, and nothing is written', async () => {
  const sent = parcel()
  await brings(sent)
  const events = await city.eventCount()
  const refused = [
    await brings(parcel({ record: sent.record })),
    await brings(parcel({ kind: 'no-such-kind' })),
    await brings(parcel({ newer: true })),
    await brings(parcel({ opens: false, command: 'endsThere', data: { reason: '合并' } })),
    await brings(
      parcel({ opens: false, record: sent.record, command: 'dissolve', data: { reason: '合并' } }),
    ),
    await brings(parcel({ data: { title: '短' } })),
    await brings(
      parcel({
        kind: 'resident-appeal',
        command: 'register',
        data: { detail: '垃圾三天没有清', channel: 'phone' },
      }),
    ),
  ]
  expect(refused.map(({ status, body }) => [status, body.error.code])).toEqual([
    [409, 'alreadyThere'],
    [409, 'unknownKind'],
    [409, 'badParcel'],
    [409, 'notVisible'],
    [409, 'notOffered'],
    [409, 'invalid'],
    [409, 'notAllowed'],
  ])
  expect(refused.every(({ body }) => body.error.says.length > 4)).toBe(true)
  expect(await city.eventCount()).toBe(events)
})

it('only the token of a neighbouring city that is on opens the door, and nothing else', async () => {
  expect((await brings(parcel(), 'guessed')).status).toBe(401)
  expect((await city.nobody().post('/api/courier/parcels', parcel())).status).toBe(401)
  expect((await city.machine(token).get('/api/lists')).status).toBe(401)
  const admin = await city.as('admin')
  const values = { code: 539_800, name: '远山市', address: 'https://yuan.example.gov.cn' }
  const body = { values }
  expect((await admin.post('/api/settings/neighbours', body)).status).toBe(403)
  const keeper = await city.as('anquan')
  const plain = { values: { ...values, address: 'http://yuan.example.gov.cn' } }
  expect((await keeper.post('/api/settings/neighbours', plain)).status).toBe(400)
  const own = { values: { ...values, code: CITY_CODE } }
  expect((await keeper.post('/api/settings/neighbours', own)).status).toBe(400)
  const made = (await keeper.post('/api/settings/neighbours', body)).body
  expect((await brings(parcel(), made.password)).status).toBe(200)
  const ended = { id: '539800', values, end: '2026-01-01' }
  expect((await keeper.post('/api/settings/neighbours', ended)).status).toBe(200)
  expect((await brings(parcel(), made.password)).status).toBe(401)
  const { rows } = (await keeper.get('/api/settings/neighbours')).body
  expect(JSON.stringify(rows)).not.toContain('their token')
})
