import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoPassword } from './demo/accounts.ts'
import { type Door, openDoor } from './testing/door.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

const minute = 60_000
const chrome = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0' }

let city: RunningCity
let door: Door
const clock = { ahead: 0 }
beforeAll(async () => {
  city = await startRunningCity((deps) => ({ ...deps, now: () => Date.now() + clock.ahead }))
}, 120_000)
beforeEach(() => {
  door = openDoor(city.url)
})
afterAll(() => city.stop())

const statusOf = async (at: Door, headers = {}) => (await at.get('/api/me', headers)).status

describe('a session', () => {
  it('ends half an hour after it was last used', async () => {
    await door.signIn('wuhua')
    clock.ahead += 29 * minute
    expect(await statusOf(door)).toBe(200)
    clock.ahead += 29 * minute
    expect(await statusOf(door)).toBe(200)
    clock.ahead += 30 * minute
    expect(await statusOf(door)).toBe(401)
  })

  it('is not kept by a page that asks by itself', async () => {
    await door.signIn('wuhua')
    for (let asked = 0; asked < 5; asked += 1) {
      clock.ahead += 5 * minute
      expect(await statusOf(door, { 'x-tongxin-quiet': '1' })).toBe(200)
    }
    clock.ahead += 5 * minute
    expect(await statusOf(door, { 'x-tongxin-quiet': '1' })).toBe(401)
  })

  it('ends after twelve hours, however much it is used', async () => {
    await door.signIn('wuhua')
    for (let used = 0; used < 35; used += 1) {
      clock.ahead += 20 * minute
      expect(await statusOf(door)).toBe(200)
    }
    clock.ahead += 20 * minute
    expect(await statusOf(door)).toBe(401)
  })

  it('is not remembered beyond its end', async () => {
    await door.signIn('wuhua')
    clock.ahead += 30 * minute - 1_500
    expect(await statusOf(door, { 'x-tongxin-quiet': '1' })).toBe(200)
    clock.ahead += 1_500
    expect(await statusOf(door)).toBe(401)
  })

  it('has a new token with each sign-in, whatever the browser held before', async () => {
    await door.signIn('wuhua')
    const before = door.copy()
    await door.signIn('wuhua')
    expect(await statusOf(door)).toBe(200)
    expect(await statusOf(before)).toBe(401)
  })
})

describe('its cookie', () => {
  it('is out of reach for scripts and other sites', async () => {
    await door.signIn('wuhua')
    const [session = ''] = door.written()
    expect(session).toMatch(/^tx_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('is bound to the host and to https where people come by it, also through a proxy', async () => {
    const secure = openDoor(city.url, { 'x-forwarded-proto': 'https' })
    await secure.signIn('wuhua')
    const [session = ''] = secure.written()
    expect(session).toMatch(
      /^__Host-tx_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(await statusOf(secure)).toBe(200)
    expect(secure.holds('tx_session')).toBe(false)
    // What an unencrypted page of the host may have planted opens nothing.
    const planted = openDoor(city.url, { 'x-forwarded-proto': 'https' })
    await door.signIn('wuhua')
    const [pair = ''] = door.written().map((one) => one.split(';')[0])
    expect(await statusOf(planted, { cookie: pair })).toBe(401)
  })

  it('lasts beyond the browser only where its holder asked for it', async () => {
    await door.post('/api/session', { login: 'wangge', password: demoPassword, stay: true })
    expect(door.written()[0]).toMatch(/Max-Age=(43200|4319\d)/)
  })
})

describe('the devices of an account', () => {
  it('are listed, and each other one can be ended', async () => {
    const office = openDoor(city.url, chrome)
    await office.signIn('huashan-fuze')
    await door.signIn('huashan-fuze')
    const { sessions } = (await door.get('/api/account')).body
    expect(sessions.map((one: { device: string }) => one.device).toSorted()).toEqual([
      'Chrome · Windows',
      '未知设备',
    ])
    const other = sessions.find((one: { isThis: boolean }) => !one.isThis)
    expect((await door.remove(`/api/account/sessions/${other.id}`)).status).toBe(200)
    expect(await statusOf(office)).toBe(401)
    expect(await statusOf(door)).toBe(200)
    expect((await door.remove(`/api/account/sessions/${other.id}`)).status).toBe(404)
  })

  it('of somebody else cannot be ended', async () => {
    const theirs = openDoor(city.url)
    await theirs.signIn('ducha')
    const [one] = (await theirs.get('/api/account')).body.sessions
    await door.signIn('huashan-fuze')
    expect((await door.remove(`/api/account/sessions/${one.id}`)).status).toBe(404)
    expect(await statusOf(theirs)).toBe(200)
  })

  it('all end but this one when asked', async () => {
    const others = [openDoor(city.url), openDoor(city.url)]
    for (const other of others) await other.signIn('huashan-fuze')
    await door.signIn('huashan-fuze')
    await door.post('/api/account/sessions/end-others')
    expect(await Promise.all(others.map((other) => statusOf(other)))).toEqual([401, 401])
    expect(await statusOf(door)).toBe(200)
    expect((await door.get('/api/account')).body.sessions).toHaveLength(1)
  })

  it('end with a new password, and who changed it goes on with a new token', async () => {
    const other = openDoor(city.url)
    await other.signIn('chengguan-fuze')
    await door.signIn('chengguan-fuze')
    const stolen = door.copy()
    const change = (next: string) => door.post('/api/me/password', { old: demoPassword, new: next })
    expect((await change('password123')).body.error.fields.new).toContain('太常见')
    expect((await change(demoPassword)).body.error.fields.new).toContain('不能和原密码一样')
    expect((await change('春城无处不飞花 2026')).status).toBe(200)
    expect(await statusOf(other)).toBe(401)
    expect(await statusOf(stolen)).toBe(401)
    expect(await statusOf(door)).toBe(200)
  })

  it('are told of in one’s own security record, with nobody else’s lines', async () => {
    await door.signIn('shiwei', 'not this one')
    await door.signIn('shiwei')
    const { rows } = (await door.get('/api/account/log')).body
    expect(rows.map((row: { what: string }) => row.what)).toEqual(['登录', '登录失败'])
    expect(rows[1].failed).toBe(true)
  })
})

describe('a password that an administrator gave', () => {
  it('opens one’s account and nothing else until it is changed', async () => {
    const admin = openDoor(city.url)
    await admin.signIn('admin')
    const { rows } = (await admin.get('/api/settings/accounts')).body
    const { id, values } = rows.find((row: { values: { login: string } }) => {
      return row.values.login === 'shequ'
    })
    const reset = await admin.post('/api/settings/accounts', {
      id,
      values: { ...values, reset: true },
    })
    const given = String(reset.body.password)
    await door.signIn('shequ', given)
    expect((await door.get('/api/me')).body.mustFirst).toBe('changePassword')
    expect((await door.get('/api/todos')).body.error.code).toBe('mustFirst')
    const own = '雨后 登山 蓝伞 米线'
    const changed = await door.post('/api/me/password', { old: given, new: own })
    expect(changed.status).toBe(200)
    expect((await door.get('/api/me')).body.mustFirst).toBeUndefined()
    expect((await door.get('/api/todos')).status).toBe(200)
  })

  it('lets nobody who knows it add a way in, and takes what was added meanwhile', async () => {
    const admin = openDoor(city.url)
    await admin.signIn('admin')
    const { rows } = (await admin.get('/api/settings/accounts?q=wangge')).body
    const { id, values } = rows[0]
    const { db } = city.platform.deps
    const ofCity = { city: 530_100, account: id }
    const bindAt = (subject: string, at: Date) =>
      db.read
        .insertInto('identity')
        .values({ ...ofCity, issuer: 'https://id.example', subject, at: at.toISOString() })
        .execute()
    const now = Date.now() + clock.ahead
    await bindAt('before', new Date(now - 10 * minute))
    const reset = { id, values: { ...values, reset: true } }
    const given = String((await admin.post('/api/settings/accounts', reset)).body.password)
    await bindAt('meanwhile', new Date(now + minute))
    await door.signIn('wangge', given)
    const tried = await Promise.all([
      door.post('/api/account/totp/begin'),
      door.post('/api/account/passkeys/begin'),
      door.post('/api/account/recovery'),
      door.post('/api/account/prove', { password: given }),
      door.post('/api/oidc/bind'),
      door.post('/api/account/sessions/end-others'),
      door.get('/api/account/log'),
    ])
    expect(tried.map(({ body }) => body.error.code)).toEqual(tried.map(() => 'mustFirst'))
    expect((await door.get('/api/account')).status).toBe(200)
    const key = (name: string, at: number) => ({
      ...ofCity,
      id: name,
      name,
      public_key: Buffer.of(1),
      counter: 0,
      transports: [],
      rp_id: 'localhost',
      made_at: new Date(at).toISOString(),
    })
    const keys = [key('before', now - 10 * minute), key('meanwhile', now + minute)]
    await db.read.insertInto('passkey').values(keys).execute()
    const made_at = new Date(now + minute).toISOString()
    const totp = { ...ofCity, secret: Buffer.of(1), made_at }
    await db.read.insertInto('totp').values(totp).execute()
    const own = '雨后 登山 蓝伞 饵丝'
    expect((await door.post('/api/me/password', { old: given, new: own })).status).toBe(200)
    const left = await db.read
      .selectFrom('identity')
      .select('subject')
      .where('account', '=', id)
      .execute()
    expect(left.map(({ subject }) => subject)).toEqual(['before'])
    const { passkeys, hasTotp } = (await door.get('/api/account')).body
    expect(passkeys.map(({ name }: { name: string }) => name)).toEqual(['before'])
    expect(hasTotp).toBe(false)
    expect((await door.post('/api/account/totp/begin')).status).toBe(200)
  })
})
