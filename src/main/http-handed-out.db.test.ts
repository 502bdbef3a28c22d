import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, dayMs, dayOf } from '../kernel/time.ts'
import { community, department } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let campaign: string
let token: string
/** How far the server's clock runs before the real one. */
let ahead = 0

const say = (residentView: string, by = token) =>
  city.nobody(by).post('/api/public/handed-out/joint-remediation/residentSays', {
    ask: randomUUID(),
    data: { residentView },
  })

beforeAll(async () => {
  city = await startRunningCity((deps) => ({ ...deps, now: () => Date.now() + ahead }))
  const street = await city.as('huashan-fuze')
  const day = (ago: number) => addDays(dayOf(Date.now()), -ago)
  const begun = await street.post('/api/joint-remediation/begin', {
    ask: randomUUID(),
    area: community,
    data: {
      title: '夜市集中整治',
      aim: '取缔占道摊位',
      startOn: day(0),
      endOn: day(-2),
      units: [department],
    },
  })
  campaign = begun.body.id
  const { body } = await street.get(`/api/record/${campaign}/link`)
  token = body.path.split('#')[1]
}, 120_000)
afterAll(() => city.stop())

it('the street hands out a link that stands in no address a server sees', async () => {
  const street = await city.as('huashan-fuze')
  const { status, body } = await street.get(`/api/record/${campaign}/link`)
  expect([status, body.path.split('#')[0]]).toEqual([200, '/r?page=say'])
  const view = await street.get(`/api/record/${campaign}`)
  expect(view.body.handsOut).toBe(true)
})

it('a department that takes part may not hand it out, and a stranger is told of nothing', async () => {
  const called = await city.as('chengguan')
  expect((await called.get(`/api/record/${campaign}`)).body.handsOut).toBe(false)
  expect((await called.get(`/api/record/${campaign}/link`)).status).toBe(403)
  const desk = await city.as('panlong')
  expect((await desk.get(`/api/record/${campaign}/link`)).status).toBe(404)
})

it('who follows it reads what it is about, and before its end can say nothing', async () => {
  const { status, body } = await city.nobody(token).get('/api/public/handed-out')
  expect([status, body.title, body.offers]).toEqual([200, '夜市集中整治', []])
  expect(body.fields.map((field: { label: string }) => field.label)).toContain('整治天数')
  expect((await say('better')).status).toBe(409)
})

it('a link of another sort, or made up, opens nothing here', async () => {
  expect((await city.nobody('made.up.token').get('/api/public/handed-out')).status).toBe(401)
  const asked = await city.nobody().post('/api/public/appeals', {
    ask: randomUUID(),
    area: community,
    data: { detail: '小区门口路灯坏了' },
  })
  const { number, code } = asked.body
  const follow = await city.nobody().post('/api/public/follow', { number, code })
  expect((await say('better', follow.body.token)).status).toBe(401)
  expect((await city.nobody(token).get('/api/public/appeal')).status).toBe(401)
})

it('after the end a word is counted, and sent twice it is counted once', async () => {
  const ask = randomUUID()
  const sent = { ask, data: { residentView: 'better' } }
  const path = '/api/public/handed-out/joint-remediation/residentSays'
  ahead = 4 * dayMs
  const first = await city.nobody(token).post(path, sent)
  const again = await city.nobody(token).post(path, sent)
  expect([first.status, again.status]).toEqual([200, 200])
  const heard = await city.platform.deps.db.read
    .selectFrom('event')
    .select(['actor', 'body'])
    .where('record_id', '=', campaign)
    .where('type', '=', 'RemediationResidentHeard')
    .execute()
  expect(heard.map(({ actor }) => actor)).toEqual(['link'])
  expect(JSON.stringify(heard)).not.toContain('better')
})
