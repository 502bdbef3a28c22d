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

async function postOf(login: string): Promise<string> {
  return (await (await city.as(login)).get('/api/me')).body.post.id
}

async function resetBySecurity(login: string): Promise<Answer> {
  const { rows } = (await security.get(`/api/oversight/accounts?q=${login}`)).body
  return security.post(`/api/oversight/accounts/${rows[0].id}`, { does: 'resetPassword' })
}

describe('a far-reaching post', () => {
  it('waits for the security administrator, and stands once confirmed', async () => {
    const who = await person('赵确认')
    const asked = await grant(who, 'head')
    expect(asked.body.says).toContain('等安全管理员确认')
    const account = await admin.post('/api/settings/accounts', {
      values: { login: 'zhaoqueren', person: who },
    })
    expect(account.body.password).toBeUndefined()
    const found = await waiting('赵确认')
    expect(found).toMatchObject({ role: '负责人' })
    const answer = await security.post(`/api/oversight/grants/${found?.id}`, { agree: true })
    expect(answer.status).toBe(200)
    expect(await waiting('赵确认')).toBeUndefined()
    const { password } = (await resetBySecurity('zhaoqueren')).body
    const late = await city.nobody().post('/api/session', { login: 'zhaoqueren', password })
    expect(late.body.post.role).toBe('head')
    expect(
      (await security.post(`/api/oversight/grants/${found?.id}`, { agree: true })).status,
    ).toBe(409)
  })

  it('never stands when he does not agree', async () => {
    const who = await person('钱不同意')
    await grant(who, 'leader')
    const found = await waiting('钱不同意')
    await security.post(`/api/oversight/grants/${found?.id}`, { agree: false })
    const { body } = await admin.get('/api/settings/posts?q=钱不同意')
    expect(body.rows).toEqual([])
  })

  it('is confirmed by nobody else, and an ordinary post by nobody', async () => {
    const who = await person('孙经办')
    await grant(who, 'clerk')
    const { body } = await admin.get('/api/settings/posts?q=孙经办')
    expect(body.rows).toHaveLength(1)
    await grant(await person('李等待'), 'supervisor')
    const found = await waiting('李等待')
    for (const other of [admin, auditor]) {
      const path = `/api/oversight/grants/${found?.id}`
      expect((await other.post(path, { agree: true })).status).toBe(403)
    }
  })
})

describe('the three administrators', () => {
  it('are three people: nobody is given two of the offices, nor one and a part in business', async () => {
    const me = (await auditor.get('/api/me')).body
    const second = await grant(me.person.id, 'security')
    expect(second).toMatchObject({ status: 409, body: { error: { code: 'officesApart' } } })
    expect(second.body.error.says).toContain('此人同期已是安全审计员')
    expect((await grant(me.person.id, 'clerk')).body.error.says).toContain('不能同时担任业务岗位')
    const clerk = (await (await city.as('chengguan')).get('/api/me')).body
    expect((await grant(clerk.person.id, 'auditor')).status).toBe(409)
  })

  it('of security and audit enter neither accounts nor settings', async () => {
    for (const one of [security, auditor]) {
      expect((await one.post('/api/settings/people', { values: { name: '某人' } })).status).toBe(
        403,
      )
      expect((await one.get('/api/settings/accounts')).status).toBe(403)
    }
    expect((await admin.get('/api/oversight')).status).toBe(403)
  })

  it('see none of the city’s business', async () => {
    for (const one of [admin, security, auditor]) {
      const { body } = await one.get('/api/records/resident-appeal')
      expect(body.rows ?? []).toEqual([])
      expect(
        (await one.get('/api/me')).body.starts.map(({ kind }: { kind: string }) => kind),
      ).toEqual((await one.get('/api/me')).body.post.role === 'admin' ? ['reorganisation'] : [])
    }
  })

  it('cannot rid themselves of the auditor: his post ends only with two agreeing', async () => {
    const id = await postOf('shenji')
    const row = (await admin.get(`/api/settings/posts/${id}`)).body
    const ended = await admin.post('/api/settings/posts', {
      id,
      values: row.values,
      end: '2026-01-01',
    })
    expect(ended.body.says).toContain('等安全管理员确认')
    expect((await auditor.get('/api/security-log')).status).toBe(200)
    const name = (await auditor.get('/api/me')).body.person.name
    const found = await waiting(name)
    await security.post(`/api/oversight/grants/${found?.id}`, { agree: false })
    expect((await (await city.as('shenji')).get('/api/me')).body.post.id).toBe(id)
  })

  it('cannot be had by their passwords: he who makes accounts does not touch these', async () => {
    for (const login of ['anquan', 'shenji']) {
      const me = (await (await city.as(login)).get('/api/me')).body
      const values = { login, person: me.person.id, reset: true }
      const answer = await admin.post('/api/settings/accounts', { values })
      expect(answer.body.error.code).toBe('officesApart')
      expect((await admin.post('/api/oidc/codes', { login })).status).toBe(403)
    }
  })
})

describe('the security administrator', () => {
  it('alone changes the rules of signing in', async () => {
    const change = { id: 'session.tries', values: { number: 6 } }
    expect((await admin.post('/api/settings/policy', change)).status).toBe(403)
    expect((await security.post('/api/settings/policy', change)).body.values.number).toBe(6)
    expect((await admin.get('/api/settings/policy')).body.mayChange).toBe(false)
    expect((await security.post('/api/settings/limits', change)).status).toBe(403)
  })

  it('unlocks who tried too often', async () => {
    for (let tried = 0; tried < 7; tried += 1)
      await city.nobody().post('/api/session', { login: 'huifang', password: 'wrong' })
    const locked = await city
      .nobody()
      .post('/api/session', { login: 'huifang', password: 'tongxin-demo' })
    expect(locked.body.error.code).toBe('locked')
    const { rows } = (await security.get('/api/oversight/accounts?q=huifang')).body
    await security.post(`/api/oversight/accounts/${rows[0].id}`, { does: 'unlock' })
    expect((await (await city.as('huifang')).get('/api/me')).status).toBe(200)
  })

  it('resets the auditor’s password but not a clerk’s, and ends a post that reaches far', async () => {
    const account = async (login: string) =>
      (await security.get(`/api/oversight/accounts?q=${login}`)).body.rows[0]
    const clerk = await account('chengguan')
    const reset = { does: 'resetPassword' }
    expect((await security.post(`/api/oversight/accounts/${clerk.id}`, reset)).status).toBe(403)
    const leader = (await account('shizheng')).posts[0]
    expect(leader.mayEnd).toBe(true)
    expect((await security.post(`/api/oversight/posts/${leader.id}/end`)).status).toBe(200)
    const tried = await city
      .nobody()
      .post('/api/session', { login: 'shizheng', password: 'tongxin-demo' })
    expect(tried.status).toBe(403)
    const own = (await account('anquan')).posts[0]
    expect((await security.post(`/api/oversight/posts/${own.id}/end`)).status).toBe(403)
  })
})

describe('the security log', () => {
  it('tells the auditor in sentences who did what, with counts, and is unbroken', async () => {
    const { body } = await auditor.get('/api/security-log?what=postGranted')
    expect(body.rows[0].says).toMatch(/^授予岗位：.*(负责人|经办人)/u)
    expect(body.rows[0].address).toMatch(/127\.0\.0\.1|::1/)
    const counted = body.counts.find((one: { what: string }) => one.what === 'postGranted')
    expect(counted.n).toBe(body.rows.length)
    expect((await auditor.get('/api/security-log/whole')).body).toEqual({ whole: true })
  })

  it('shows the security administrator half of an address, and nobody else anything', async () => {
    const { body } = await security.get('/api/security-log?what=signedIn')
    expect(body.rows[0].address).toContain('*')
    const clerk = await city.as('chengguan')
    for (const one of [admin, clerk]) expect((await one.get('/api/security-log')).status).toBe(403)
  })

  it('is read page by page, every line once', async () => {
    for (let n = 0; n < 60; n += 1)
      await city.nobody().post('/api/session', { login: `nobody${n}`, password: 'wrong' })
    const seen: number[] = []
    let cursor: string | undefined = ''
    while (cursor !== undefined) {
      const page: Answer = await auditor.get(`/api/security-log?cursor=${cursor}`)
      seen.push(...page.body.rows.map(({ seq }: { seq: number }) => seq))
      cursor = page.body.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(Math.min(...seen)).toBe(1)
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  })

  it('is taken out as a sheet, and that is a line of it', async () => {
    const sheet = await auditor.get('/api/security-log/export?what=settingChanged')
    expect(sheet.body).toContain('登录安全')
    const { body } = await auditor.get('/api/security-log?what=exported')
    expect(body.rows[0].says).toContain('安全日志')
  })
})
