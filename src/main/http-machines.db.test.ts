import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { community, registered, street } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

const hotline = 2
const desk = 1001

let city: RunningCity
let admin: Caller
beforeAll(async () => {
  city = await startRunningCity((deps) => ({ ...deps, rate: { ...deps.rate, machines: 40 } }))
  admin = await city.as('admin')
}, 120_000)
afterAll(() => city.stop())

const change = (body: object) => admin.post('/api/settings/machines', body)
const made = async (name: string, unit = hotline, role = 'agent') => {
  const { body } = await change({ values: { name, unit, role } })
  return { id: String(body.id), token: String(body.password), row: body }
}
const appeal = (sourceNumber: string, ask = randomUUID()) => ({
  ask,
  area: community,
  data: { detail: '楼下垃圾桶满了三天没有人来收', channel: 'api', source: '旧热线', sourceNumber },
})
const register = '/api/resident-appeal/register'

describe('a platform with a token of its own', () => {
  it('asks as a person of its post would, without cookie and header, and shows under its name', async () => {
    const { token } = await made('市民热线旧系统')
    const machine = city.machine(token)
    const answer = await machine.post(register, appeal('R-1'))
    expect(answer.status).toBe(200)
    expect(answer.body.link.code).toMatch(/^\w{6,}$/)
    const read = await machine.get(`/api/record/${answer.body.id}`)
    expect(read.body.timeline[0].actor).toContain('市民热线旧系统')
    expect((await machine.get('/api/lists')).body.categories.length).toBeGreaterThan(0)
  })

  it('may send the same again: the answer is the same and nothing enters twice', async () => {
    const machine = city.machine((await made('重发的平台')).token)
    const body = appeal('R-2')
    const first = await machine.post(register, body)
    const events = await city.eventCount()
    expect((await machine.post(register, body)).body.id).toBe(first.body.id)
    const again = await machine.post(register, appeal('R-2'))
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'claimTaken' } } })
    expect(await city.eventCount()).toBe(events)
  })

  it('reads and changes what it brought itself, and nothing else', async () => {
    const machine = city.machine((await made('另一个平台', desk, 'dispatcher')).token)
    const { body } = await registered(await city.as('zuoxi'))
    const nudge = (id: string) =>
      machine.post(`/api/resident-appeal/${id}/nudge`, { ask: randomUUID(), data: {} })
    expect((await machine.get(`/api/record/${body.id}`)).status).toBe(404)
    expect((await nudge(body.id)).status).toBe(404)
    const own = (await machine.post(register, appeal('R-3'))).body.id
    expect((await machine.get(`/api/record/${own}/offers`)).status).toBe(200)
    expect((await nudge(own)).status).toBe(200)
  })

  it('is refused what its post may not ask, and what no platform may use', async () => {
    const agent = city.machine((await made('只受理的平台')).token)
    const own = (await agent.post(register, appeal('R-4'))).body.id
    const clerk = city.machine((await made('承办方的平台', street, 'clerk')).token)
    const events = await city.eventCount()
    expect((await clerk.post(register, appeal('R-5'))).status).toBe(403)
    const reveal = { ask: randomUUID(), data: { reason: '核对' } }
    expect((await agent.post(`/api/resident-appeal/${own}/reveal`, reveal)).status).toBe(403)
    for (const path of [
      '/api/settings/units',
      '/api/me',
      '/api/todos',
      '/api/records/resident-appeal',
    ])
      expect((await agent.get(path)).status).toBe(403)
    expect((await agent.post('/api/settings/machines', { values: {} })).status).toBe(403)
    expect(await city.eventCount()).toBe(events)
  })

  it('finds no door with a wrong token, nor with one that was renewed or revoked', async () => {
    const { id, token } = await made('停用的平台')
    expect((await city.machine('tx_wrong').post(register, appeal('R-6'))).status).toBe(401)
    const renewed = await change({ id, values: { name: '停用的平台', reset: true } })
    expect((await city.machine(token).post(register, appeal('R-6'))).status).toBe(401)
    const machine = city.machine(renewed.body.password)
    expect((await machine.post(register, appeal('R-6'))).status).toBe(200)
    const before = await city.eventCount()
    await change({ id, values: {}, end: '2026-01-01' })
    expect((await machine.post(register, appeal('R-7'))).status).toBe(401)
    expect(await city.eventCount()).toBe(before)
    const row = (await admin.get(`/api/settings/machines/${id}`)).body
    expect(row).toMatchObject({ state: 'past', text: { name: '停用的平台' } })
    expect(row.text.revoked).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect((await change({ id, values: { name: '又启用' } })).status).toBe(400)
  })

  it('leaves no token where anybody could read it', async () => {
    const { token, row } = await made('保密的平台')
    expect(row.text.used).toBe('')
    await city.machine(token).get('/api/lists')
    const list = await admin.get('/api/settings/machines?q=保密的平台')
    expect(list.body.rows[0].text.used).not.toBe('')
    expect(JSON.stringify(list.body)).not.toContain(token)
    const stored = await city.platform.deps.db.read.selectFrom('machine').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(token)
    expect((await admin.get('/api/settings/machines/sheet')).status).toBe(404)
  })

  it('is slowed down when it asks without end', async () => {
    const machine = city.machine((await made('着急的平台')).token)
    const statuses = new Set<number>()
    for (let at = 0; at < 60; at += 1) statuses.add((await machine.get('/api/lists')).status)
    expect(statuses).toContain(429)
  })
})

it('the document of the interface tells how a platform proves itself', async () => {
  const { body } = await city.nobody().get('/api/openapi.json')
  expect(body.components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' })
  const { security } = body.paths[register].post
  expect(security).toEqual([{ session: [] }, { token: [] }])
  expect(body.paths['/api/resident-appeal/{id}/reveal'].post.security).toEqual([{ session: [] }])
})
