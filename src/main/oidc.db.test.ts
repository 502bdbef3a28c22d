import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from './demo/accounts.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'
import {
  client,
  type IdentityProvider,
  startIdentityProvider,
} from '../platform/testing/identity-provider.ts'
import { type Browser, openBrowser } from '../platform/testing/plain-browser.ts'

let city: RunningCity
let provider: IdentityProvider
let admin: Caller
let security: Caller

beforeAll(async () => {
  city = await startRunningCity()
  provider = await startIdentityProvider(`${city.url}/api/oidc/callback`)
  admin = await city.as('admin')
  security = await city.as('anquan')
}, 120_000)
afterAll(async () => {
  await provider.stop()
  await city.stop()
})

const setting = (more: object = {}) => ({
  issuer: provider.issuer,
  clientId: client.id,
  clientSecret: client.secret,
  label: '政务统一身份',
  trusted: ['mfa'],
  on: true,
  ...more,
})

/** Goes to the provider as this person and comes back; the page that the browser ends at. */
async function arrive(subject: string, amr?: readonly string[]) {
  provider.sign(subject, amr === undefined ? {} : { amr })
  const browser = openBrowser()
  const page = await browser.go(`${city.url}/api/oidc/start`)
  return { browser, page: page.replace(city.url, '') }
}

async function me(browser: Browser) {
  return browser.send(`${city.url}/api/me`)
}

async function bound(login: string, subject: string): Promise<void> {
  const { body } = await admin.post('/api/oidc/codes', { login })
  const { browser } = await arrive(subject)
  const answer = await browser.send(`${city.url}/api/oidc/claim`, { code: body.code })
  expect(answer.status).toBe(200)
}

describe('the provider', () => {
  it('is tried out before it is used, and its secret is not shown again', async () => {
    expect((await city.nobody().get('/api/oidc')).body).toEqual({})
    const wrong = await security.post('/api/oidc/test', setting({ issuer: 'http://127.0.0.1:1' }))
    expect(wrong.body.error.code).toBe('providerAway')
    const open = await security.post('/api/oidc/settings', setting({ issuer: 'http://id.example' }))
    expect(open.body.error.fields.issuer).toContain('https')
    expect((await security.post('/api/oidc/test', setting())).body.issuer).toBe(provider.issuer)
    const kept = await security.post('/api/oidc/settings', setting())
    expect(JSON.stringify(kept.body)).not.toContain(client.secret)
    const rows = await city.platform.deps.db.read
      .selectFrom('setting')
      .select('value')
      .where('name', '=', 'oidc')
      .execute()
    expect(JSON.stringify(rows)).not.toContain(client.secret)
    expect((await city.nobody().get('/api/oidc')).body).toEqual({ label: '政务统一身份' })
  })

  it('is set up by the security administrator alone, who binds nobody to it', async () => {
    for (const login of ['admin', 'shenji', 'chengguan'])
      expect((await (await city.as(login)).post('/api/oidc/settings', setting())).status).toBe(403)
    expect((await admin.post('/api/oidc/test', setting())).status).toBe(403)
    expect((await admin.get('/api/oidc/settings')).body).toMatchObject({
      issuer: provider.issuer,
      mayChange: false,
      mayBind: true,
    })
    const own = (await security.get('/api/oidc/settings')).body
    expect([own.mayChange, own.mayBind]).toEqual([true, false])
    expect((await security.post('/api/oidc/codes', { login: 'chengguan' })).status).toBe(403)
  })
})

describe('whoever comes from the provider', () => {
  it('and is not known gets no account, whatever their name is, but is told what to do', async () => {
    const { browser, page } = await arrive('chengguan')
    expect(page).toBe('/?oidc=unknown')
    expect((await me(browser)).status).toBe(401)
    const wrong = await browser.send(`${city.url}/api/oidc/claim`, { code: 'ABCD2345-ABCD2345' })
    expect(wrong.status).toBe(400)
    expect((await me(browser)).status).toBe(401)
  })

  it('names the account that is theirs with a code, once, and is then known', async () => {
    const { body } = await admin.post('/api/oidc/codes', { login: 'chengguan' })
    const { browser } = await arrive('person-1')
    const claimed = await browser.send(`${city.url}/api/oidc/claim`, { code: body.code })
    expect(claimed.status).toBe(200)
    expect((await me(browser)).body.account.login).toBe('chengguan')
    const again = await arrive('person-1')
    expect(again.page).toBe('/')
    expect((await me(again.browser)).body.account.login).toBe('chengguan')
    const other = await arrive('person-2')
    const second = await other.browser.send(`${city.url}/api/oidc/claim`, { code: body.code })
    expect(second.status).toBe(400)
  })

  it('with another’s answer, a wrong state or an old code gets nowhere', async () => {
    provider.sign('person-1')
    const own = openBrowser()
    const callback = await own.goUntil(`${city.url}/api/oidc/start`, '/api/oidc/callback')
    const stranger = openBrowser()
    expect(await stranger.go(callback)).toBe(`${city.url}/?oidc=failed`)
    const forged = new URL(callback)
    forged.searchParams.set('state', 'another')
    const mixed = openBrowser()
    await mixed.goUntil(`${city.url}/api/oidc/start`, '/api/oidc/callback')
    expect(await mixed.go(forged.href)).toBe(`${city.url}/?oidc=failed`)
    expect(await own.go(callback)).toBe(`${city.url}/`)
    const replayed = openBrowser()
    replayed.take(own)
    expect(await replayed.go(callback)).toBe(`${city.url}/?oidc=failed`)
    for (const one of [stranger, mixed]) expect((await me(one)).status).toBe(401)
  })

  it('and has a second factor here is asked for it, unless the provider vouched for one', async () => {
    await bound('huifang', 'person-3')
    const person = await city.as('huifang')
    const { secret } = (await person.post('/api/account/totp/begin')).body
    const code = new TOTP({ secret }).generate()
    expect((await person.post('/api/account/totp', { code })).status).toBe(200)
    const weak = await arrive('person-3')
    expect(weak.page).toBe('/?oidc=second')
    expect((await me(weak.browser)).status).toBe(401)
    const second = await weak.browser.send(`${city.url}/api/oidc/second`)
    expect(second.body.ways).toContain('totp')
    const byCode = await arrive('person-3', ['pwd', 'mfa'])
    expect(byCode.page, 'bound by a code that somebody else could have used').toBe('/?oidc=second')
    provider.sign('person-3')
    const holder = openBrowser()
    await holder.send(`${city.url}/api/session`, { login: 'huifang', password: demoPassword })
    const next = new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 })
    await holder.send(`${city.url}/api/session/second`, { way: 'totp', code: next })
    await holder.send(`${city.url}/api/account/prove`, { password: demoPassword })
    const { body } = await holder.send(`${city.url}/api/oidc/bind`, {})
    expect(await holder.go(body.to)).toBe(`${city.url}/account?oidc=bound`)
    const strong = await arrive('person-3', ['pwd', 'mfa'])
    expect(strong.page).toBe('/')
    await security.post('/api/oidc/settings', setting({ trusted: [] }))
    expect((await arrive('person-3', ['pwd', 'mfa'])).page).toBe('/?oidc=second')
    await security.post('/api/oidc/settings', setting())
  })

  it('whose account was ended stays outside', async () => {
    const name = { values: { name: '将离任' } }
    const person = (await admin.post('/api/settings/people', name)).body.id
    await admin.post('/api/settings/posts', { values: { person, unit: 2, role: 'agent' } })
    const account = { login: 'jiangliren', person }
    const made = await admin.post('/api/settings/accounts', { values: account })
    await bound('jiangliren', 'person-4')
    expect((await arrive('person-4')).page).toBe('/')
    await admin.post('/api/settings/accounts', {
      id: made.body.id,
      values: account,
      end: '2026-01-01',
    })
    const { browser, page } = await arrive('person-4')
    expect(page).toBe('/?oidc=ended')
    expect((await me(browser)).status).toBe(401)
  })
})

describe('whoever is signed in', () => {
  it('binds and unbinds their own account, and no identity is two people’s', async () => {
    const browser = openBrowser()
    await browser.send(`${city.url}/api/session`, { login: 'ducha', password: demoPassword })
    provider.sign('person-5')
    const { body } = await browser.send(`${city.url}/api/oidc/bind`, {})
    expect(await browser.go(body.to)).toBe(`${city.url}/account?oidc=bound`)
    expect((await me((await arrive('person-5')).browser)).body.account.login).toBe('ducha')
    const other = openBrowser()
    await other.send(`${city.url}/api/session`, { login: 'bianban', password: demoPassword })
    const taken = await other.send(`${city.url}/api/oidc/bind`, {})
    expect(await other.go(taken.body.to)).toBe(`${city.url}/account?oidc=taken`)
    expect((await browser.remove(`${city.url}/api/oidc/me`)).body.bound).toEqual([])
    expect((await arrive('person-5')).page).toBe('/?oidc=unknown')
  })
})
