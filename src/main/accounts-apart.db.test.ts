import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Answer,
  type Caller,
  type RunningCity,
  startRunningCity,
} from './testing/running-city.ts'

let city: RunningCity
let admin: Caller
let security: Caller
let auditor: Caller
beforeAll(async () => {
  city = await startRunningCity()
  admin = await city.as('admin')
  security = await city.as('anquan')
  auditor = await city.as('shenji')
}, 120_000)
afterAll(() => city.stop())

const hotline = 2

async function person(name: string): Promise<string> {
  return (await admin.post('/api/settings/people', { values: { name } })).body.id
}

function grant(who: string, role: string, unit = hotline): Promise<Answer> {
  return admin.post('/api/settings/posts', { values: { person: who, unit, role } })
}

async function waiting(name: string): Promise<{ id: string; role: string } | undefined> {
  const { body } = await security.get('/api/oversight')
  return body.grants.find((one: { person: string }) => one.person === name)
}

async function resetBySecurity(login: string): Promise<Answer> {
  const { rows } = (await security.get(`/api/oversight/accounts?q=${login}`)).body
  return security.post(`/api/oversight/accounts/${rows[0].id}`, { does: 'resetPassword' })
}

function account(values: object): Promise<Answer> {
  return admin.post('/api/settings/accounts', { values })
}

describe('the system administrator becomes nobody else', () => {
  it('an account stays its person’s, and a person has one', async () => {
    const { rows } = (await admin.get('/api/settings/accounts')).body
    const clerk = rows.find((row: { values: { login: string } }) => row.values.login === 'shequ')
    const leader = (await (await city.as('lingdao')).get('/api/me')).body.person.id
    const moved = await admin.post('/api/settings/accounts', {
      id: clerk.id,
      values: { login: 'shequ', person: leader },
    })
    expect(moved.body.error.says).toContain('账号不能换人')
    expect((await account({ login: 'lingdao2', person: leader })).body.error.says).toContain(
      '一人一个账号',
    )
  })

  it('gives no password or binding code to who holds or awaits a far-reaching post', async () => {
    const leader = (await (await city.as('lingdao')).get('/api/me')).body.person.id
    const reset = await account({ login: 'lingdao', person: leader, reset: true })
    expect(reset.body.error.code).toBe('officesApart')
    expect((await admin.post('/api/oidc/codes', { login: 'lingdao' })).status).toBe(403)
    const who = await person('周将任')
    const made = await account({ login: 'zhoujiangren', person: who })
    await grant(who, 'security')
    const again = await account({ login: 'zhoujiangren', person: who, reset: true })
    expect(again.body.error.code).toBe('officesApart')
    const found = await waiting('周将任')
    await security.post(`/api/oversight/grants/${found?.id}`, { agree: true })
    const { password } = made.body
    const known = await city.nobody().post('/api/session', { login: 'zhoujiangren', password })
    expect(known.status).toBe(401)
    const given = (await resetBySecurity('zhoujiangren')).body.password
    const own = { login: 'zhoujiangren', password: given }
    expect((await city.nobody().post('/api/session', own)).status).toBe(200)
  })

  it('an ended account lets nobody in, and the log still names it', async () => {
    const who = await person('吴离任')
    await grant(who, 'agent')
    const values = { login: 'wuliren', person: who }
    const { id, password } = (await account(values)).body
    const caller = await city.as('wuliren', password)
    await admin.post('/api/settings/accounts', { id, values, end: '2026-01-01' })
    expect((await caller.get('/api/me')).status).toBe(401)
    const login = await city.nobody().post('/api/session', { login: 'wuliren', password })
    expect(login.status).toBe(401)
    const { body } = await auditor.get('/api/security-log?login=wuliren')
    expect(body.rows.length).toBeGreaterThan(0)
    expect(body.rows[0].who).toContain('吴离任（wuliren）')
    expect((await account({ login: 'wuliren2', person: who })).body.password).toBeDefined()
    expect((await account(values)).body.error.says).toContain('已停用')
  })
})

describe('a post that has begun', () => {
  it('takes another title, but passes to nobody else, no other unit and no other role', async () => {
    const who = await person('郑在任')
    const made = (await grant(who, 'clerk')).body
    const change = (more: object) =>
      admin.post('/api/settings/posts', { id: made.id, values: { ...made.values, ...more } })
    expect((await change({ title: '二级主任科员' })).body.values.title).toBe('二级主任科员')
    for (const more of [{ person: await person('王接手') }, { unit: 1 }, { role: 'agent' }])
      expect((await change(more)).body.error.says).toContain('请结束这个岗位')
    const { rows } = (await admin.get('/api/settings/posts?q=郑在任')).body
    expect(rows[0].values).toMatchObject({ person: who, unit: hotline, role: 'clerk' })
  })
})
