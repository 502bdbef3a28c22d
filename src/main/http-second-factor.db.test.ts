import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoPassword } from './demo/accounts.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'
import { type Door, openDoor } from './testing/door.ts'

const minute = 60_000

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

const codeOf = (secret: string, aheadMs = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + clock.ahead + aheadMs,
  })

/** An account with an authenticator app, and its recovery codes. */
async function withApp(login: string) {
  const own = openDoor(city.url)
  await own.signIn(login)
  const { body } = await own.post('/api/account/totp/begin')
  const confirmed = await own.post('/api/account/totp', { code: codeOf(body.secret, -30_000) })
  expect(confirmed.status).toBe(200)
  return { own, secret: String(body.secret), codes: confirmed.body.codes as string[] }
}

describe('an account with an authenticator app', () => {
  let secret = ''
  let codes: string[] = []
  beforeAll(async () => {
    const made = await withApp('huashan-jingban')
    ;({ secret, codes } = made)
  })

  it('is entered in two steps, and the first opens nothing', async () => {
    const first = await door.signIn('huashan-jingban')
    expect(first.body).toEqual({ needs: 'second', ways: ['totp', 'recovery'] })
    expect(door.holds('tx_session')).toBe(false)
    expect((await door.get('/api/me')).status).toBe(401)
    expect((await door.get('/api/account')).status).toBe(401)
    const code = codeOf(secret)
    const second = await door.post('/api/session/second', { way: 'totp', code })
    expect(second.body.account.login).toBe('huashan-jingban')
    expect((await door.get('/api/me')).status).toBe(200)
    expect(door.holds('tx_half')).toBe(false)
  })

  it('takes no code twice, and none of an earlier time step', async () => {
    clock.ahead += 2 * minute
    await door.signIn('huashan-jingban')
    const code = codeOf(secret)
    expect((await door.post('/api/session/second', { way: 'totp', code })).status).toBe(200)
    const other = openDoor(city.url)
    await other.signIn('huashan-jingban')
    for (const again of [code, codeOf(secret, -30_000)]) {
      const answer = await other.post('/api/session/second', { way: 'totp', code: again })
      expect(answer.body.error.code).toBe('wrongSecond')
    }
  })

  it('takes a code of one step to either side, and of no more', async () => {
    clock.ahead += 10 * minute
    await door.signIn('huashan-jingban')
    for (const aheadMs of [-61_000, 61_000]) {
      const code = codeOf(secret, aheadMs)
      const answer = await door.post('/api/session/second', { way: 'totp', code })
      expect(answer.status).toBe(401)
    }
    const code = codeOf(secret, 30_000)
    expect((await door.post('/api/session/second', { way: 'totp', code })).status).toBe(200)
  })

  it('is entered with each recovery code once, however it is typed', async () => {
    const [one = ''] = codes
    await door.signIn('huashan-jingban')
    const typed = ` ${one.toLowerCase().replaceAll('-', ' ')} `
    const entered = await door.post('/api/session/second', { way: 'recovery', code: typed })
    expect(entered.status).toBe(200)
    expect((await door.get('/api/account')).body.recoveryLeft).toBe(9)
    const other = openDoor(city.url)
    await other.signIn('huashan-jingban')
    const again = await other.post('/api/session/second', { way: 'recovery', code: one })
    expect(again.body.error.code).toBe('wrongSecond')
  })

  it('gives five minutes for the second step', async () => {
    await door.signIn('huashan-jingban')
    clock.ahead += 5 * minute
    const late = await door.post('/api/session/second', { way: 'totp', code: codeOf(secret) })
    expect(late.body.error.code).toBe('halfGone')
  })

  it('is locked after five wrong codes, also for the right one, and not for ever', async () => {
    clock.ahead += 31 * minute
    await door.signIn('huashan-jingban')
    const tried = (code: string) => door.post('/api/session/second', { way: 'totp', code })
    for (let wrong = 1; wrong < 5; wrong += 1)
      expect((await tried('000000')).body.error.code).toBe('wrongSecond')
    expect((await tried('000000')).body.error).toMatchObject({ code: 'locked' })
    clock.ahead += minute
    expect((await tried(codeOf(secret))).body.error.code).toBe('locked')
    clock.ahead += 15 * minute
    await door.signIn('huashan-jingban')
    expect((await tried(codeOf(secret))).status).toBe(200)
  })

  it('keeps the secret sealed and codes as digests', async () => {
    const { read } = city.platform.deps.db
    const row = await read.selectFrom('totp').selectAll().executeTakeFirstOrThrow()
    expect(row.secret?.toString('latin1')).not.toContain(secret)
    const kept = await read.selectFrom('recovery_code').select('digest').execute()
    for (const { digest } of kept) expect(codes.some((code) => digest.includes(code))).toBe(false)
  })
})

describe('who adds and removes a factor', () => {
  it('must have given the password not long ago', async () => {
    await door.signIn('panlong')
    clock.ahead += 11 * minute
    const late = await door.post('/api/account/totp/begin')
    expect(late.body.error.code).toBe('proveFirst')
    const wrong = await door.post('/api/account/prove', { password: 'not this one' })
    expect(wrong.body.error.fields).toEqual({ password: '密码不对' })
    expect((await door.post('/api/account/prove', { password: demoPassword })).status).toBe(200)
    expect((await door.post('/api/account/totp/begin')).status).toBe(200)
  })

  it('confirms it with a code of it; until then the account is entered as before', async () => {
    await door.signIn('panlong')
    await door.post('/api/account/totp/begin')
    const answer = await door.post('/api/account/totp', { code: '000000' })
    expect(answer.body.error.fields.code).toContain('动态码不对')
    expect((await openDoor(city.url).signIn('panlong')).body.account.login).toBe('panlong')
  })

  it('gets a new token with it, and the old one opens nothing', async () => {
    await door.signIn('panlong')
    const before = door.copy()
    const { body } = await door.post('/api/account/totp/begin')
    await door.post('/api/account/totp', { code: codeOf(body.secret) })
    expect((await door.get('/api/me')).status).toBe(200)
    expect((await before.get('/api/me')).status).toBe(401)
    expect((await door.remove('/api/account/totp')).status).toBe(200)
    const view = (await door.get('/api/account')).body
    expect(view).toMatchObject({ hasTotp: false, recoveryLeft: 0 })
  })

  it('cannot take the secret of another account as their own', async () => {
    const { own } = await withApp('wuhua')
    const mine = await withApp('zuoxi')
    const { read } = city.platform.deps.db
    const theirs = await read
      .selectFrom('totp')
      .innerJoin('account', 'account.id', 'totp.account')
      .select('secret')
      .where('login', '=', 'wuhua')
      .executeTakeFirstOrThrow()
    const id = (
      await read
        .selectFrom('account')
        .select('id')
        .where('login', '=', 'zuoxi')
        .executeTakeFirstOrThrow()
    ).id
    await read.updateTable('totp').set(theirs).where('account', '=', id).execute()
    await door.signIn('zuoxi')
    const code = codeOf(mine.secret, 30_000)
    expect((await door.post('/api/session/second', { way: 'totp', code })).status).toBe(500)
    await read.deleteFrom('totp').where('account', '=', id).execute()
    await own.remove('/api/account/totp')
  })
})

describe('a city that asks administrators for a second factor', () => {
  it('lets them reach nothing but their account until they have one', async () => {
    await ask('administrators')
    await door.signIn('admin')
    expect((await door.get('/api/me')).body.mustFirst).toBe('addFactor')
    expect((await door.get('/api/settings/units')).body.error.code).toBe('mustFirst')
    expect((await door.get('/api/todos')).body.error.code).toBe('mustFirst')
    const { body } = await door.post('/api/account/totp/begin')
    const code = codeOf(body.secret, -30_000)
    expect((await door.post('/api/account/totp', { code })).status).toBe(200)
    expect((await door.get('/api/me')).body.mustFirst).toBeUndefined()
    expect((await door.get('/api/settings/units')).status).toBe(200)
    const last = await door.remove('/api/account/totp')
    expect(last.body.error.code).toBe('factorAsked')
    await ask('nobody')
    expect((await door.remove('/api/account/totp')).status).toBe(200)
  })

  it('asks nothing of the others', async () => {
    await ask('administrators')
    await door.signIn('chengguan')
    expect((await door.get('/api/todos')).status).toBe(200)
    await ask('nobody')
  })
})

async function ask(of: string): Promise<void> {
  const { db } = city.platform.deps
  const state = city.platform.worlds.state()
  await db.read
    .insertInto('setting')
    .values({
      city: state?.city ?? 0,
      name: 'parameter:session.secondFactor',
      version: randomUUID(),
      valid_from: new Date(Date.now() - 1000).toISOString(),
      value: JSON.stringify(of),
      at: new Date().toISOString(),
    })
    .execute()
  await city.platform.worlds.reload()
}
