import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let admin: Caller

/** A platform on which only the system administrator was made yet. */
beforeAll(async () => {
  city = await startRunningCity()
  await city.platform.deps.db.read
    .deleteFrom('post')
    .where('role', 'in', ['security', 'auditor'])
    .execute()
  admin = await city.as('admin')
}, 120_000)
afterAll(() => city.stop())

const password = '春城无处不飞花 2026'
const take = (typed: string, login: string, more: object = {}) =>
  city.nobody().post('/api/offices/take', { typed, name: '林审', login, password, ...more })

async function missing(): Promise<readonly string[]> {
  const { body } = await admin.get('/api/offices')
  return body.missing.map(({ role }: { role: string }) => role)
}

it('a platform without the other two says so, and hinders nobody', async () => {
  expect(await missing()).toEqual(['security', 'auditor'])
  const person = (await admin.post('/api/settings/people', { values: { name: '周负责' } })).body.id
  const values = { person, unit: 2, role: 'head' }
  const granted = await admin.post('/api/settings/posts', { values })
  expect(granted.body).toMatchObject({ state: 'now' })
  expect((await admin.get('/api/settings/policy')).body.mayChange).toBe(true)
})

it('each makes an account of their own with a code, once, and only while nobody holds the office', async () => {
  const { code } = (await admin.post('/api/offices', { role: 'auditor' })).body
  expect((await take('ABCD2345-ABCD2345', 'shenji9')).status).toBe(403)
  expect((await take(code, 'chengguan')).body.error.fields.login).toContain('已有人用')
  expect((await take(code, 'linshen')).status).toBe(200)
  expect((await take(code, 'linshen2')).status).toBe(403)
  const auditor = await city.as('linshen', password)
  expect((await auditor.get('/api/security-log')).status).toBe(200)
  expect(await missing()).toEqual(['security'])
  const again = await admin.post('/api/offices', { role: 'auditor' })
  expect(again.body.error.code).toBe('officeHeld')
})

it('a new code voids the one before it, and nobody but the administrator gives any', async () => {
  const first = (await admin.post('/api/offices', { role: 'security' })).body.code
  const second = (await admin.post('/api/offices', { role: 'security' })).body.code
  expect((await take(first, 'anquan9')).status).toBe(403)
  const clerk = await city.as('chengguan')
  expect((await clerk.post('/api/offices', { role: 'security' })).status).toBe(403)
  expect((await take(second.toLowerCase(), 'anquan9', { name: '安全' })).status).toBe(200)
  expect(await missing()).toEqual([])
})

it('from then on his grants wait', async () => {
  const person = (await admin.post('/api/settings/people', { values: { name: '吴负责' } })).body.id
  const values = { person, unit: 2, role: 'head' }
  const asked = await admin.post('/api/settings/posts', { values })
  expect(asked.body.says).toContain('等安全管理员确认')
})

it('without a security administrator nobody rids the platform of its auditor', async () => {
  const { db } = city.platform.deps
  await db.read.deleteFrom('post').where('role', '=', 'security').execute()
  const auditor = await city.as('linshen', password)
  const id = (await auditor.get('/api/me')).body.post.id
  const { values } = (await admin.get(`/api/settings/posts/${id}`)).body
  const ended = await admin.post('/api/settings/posts', { id, values, end: '2026-01-01' })
  expect(ended.status).toBe(403)
  expect((await auditor.get('/api/security-log')).status).toBe(200)
})
