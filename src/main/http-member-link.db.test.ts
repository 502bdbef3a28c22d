import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { community, department } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let report: string
let token: string

beforeAll(async () => {
  city = await startRunningCity()
  const worker = await city.as('shequ')
  const begun = await worker.post('/api/member-report-in/register', {
    ask: randomUUID(),
    area: community,
    data: {
      unit: department,
      promise: '教老人用手机',
      member: { name: '周某某', phone: '15400007777' },
    },
  })
  report = begun.body.id
  const { body } = await worker.get(`/api/record/${report}/link`)
  token = body.path.split('#')[1]
}, 120_000)
afterAll(() => city.stop())

it('a member reads by their own link what was noted of them, and is promised no crowd', async () => {
  const { status, body } = await city.nobody(token).get('/api/public/handed-out')
  expect([status, body.title, body.personal, body.offers]).toEqual([200, '教老人用手机', true, []])
  const labels = body.fields.map((field: { label: string }) => field.label)
  expect(labels).toContain('所在单位')
  expect(labels).not.toContain('在职党员')
})

it('the member’s unit has no link to hand out, nor anything to see', async () => {
  const called = await city.as('chengguan')
  expect((await called.get(`/api/record/${report}/link`)).status).toBe(404)
  expect((await called.get(`/api/record/${report}`)).status).toBe(404)
})
