import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoPassword } from './demo/accounts.ts'
import { type Door, openDoor } from './testing/door.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

const minute = 60_000
const hour = 60 * minute

let city: RunningCity
let door: Door
const clock = { ahead: 0 }
beforeAll(async () => {
  city = await startRunningCity((deps) => ({
    ...deps,
    now: () => Date.now() + clock.ahead,
    limits: (now) => ({ ...deps.limits(now), addressTries: 12 }),
  }))
}, 120_000)
beforeEach(() => {
  clock.ahead += 48 * hour
  door = openDoor(city.url)
})
afterAll(() => city.stop())

const from = (address: string) => openDoor(city.url, { 'x-forwarded-for': address })
const outcome = async (at: Door, login: string, password = 'not this one') =>
  (await at.signIn(login, password)).body.error?.code ?? 'in'

describe('wrong passwords', () => {
  it('lock a login after five, also for the right password and from elsewhere', async () => {
    for (let wrong = 1; wrong < 5; wrong += 1)
      expect(await outcome(door, 'panlong')).toBe('wrongPassword')
    expect(await outcome(door, 'panlong')).toBe('locked')
    expect(await outcome(door, 'panlong', demoPassword)).toBe('locked')
    expect(await outcome(from('203.0.113.9'), 'panlong', demoPassword)).toBe('locked')
    clock.ahead += 15 * minute + 1
    expect(await outcome(door, 'panlong', demoPassword)).toBe('in')
  })

  it('are answered the same for a login that nobody has', async () => {
    const answers: unknown[] = []
    for (const login of ['panlong', 'nobody-has-this'])
      answers.push(
        await Promise.all([1, 2].map(() => outcome(openDoor(city.url), login))),
        await Promise.all([3, 4, 5, 6].map(() => outcome(openDoor(city.url), login))).then(
          (found) => found.toSorted((one, other) => String(one).localeCompare(String(other))),
        ),
      )
    expect(answers.slice(0, 2)).toEqual(answers.slice(2))
    expect(answers[1]).toContain('locked')
  })

  it('sent all at once are no more tries than one after another', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () => outcome(openDoor(city.url), 'chengguan')),
    )
    expect(all.filter((one) => one === 'wrongPassword')).toHaveLength(4)
  })

  it('lock for longer each time, up to a limit, and never for ever', async () => {
    const lockedFor: number[] = []
    for (let round = 1; round <= 6; round += 1) {
      const at = from(`198.51.100.${round}`)
      while ((await outcome(at, 'ducha')) !== 'locked') continue
      const row = await city.platform.deps.db.read
        .selectFrom('tries')
        .select('locked_until')
        .orderBy('locked_until', (order) => order.desc().nullsLast())
        .executeTakeFirstOrThrow()
      const until = row.locked_until ?? 0
      lockedFor.push(Math.round((until - Date.now() - clock.ahead) / minute))
      clock.ahead = until - Date.now() + 1
    }
    expect(lockedFor).toEqual([15, 30, 60, 120, 240, 240])
    expect(await outcome(from('198.51.100.9'), 'ducha', demoPassword)).toBe('in')
  })

  it('of an outsider do not lock out a browser that has signed in before', async () => {
    const own = from('192.0.2.1')
    expect(await outcome(own, 'huifang', demoPassword)).toBe('in')
    while ((await outcome(from('203.0.113.50'), 'huifang')) !== 'locked') continue
    expect(await outcome(from('192.0.2.1'), 'huifang', demoPassword)).toBe('locked')
    expect(await outcome(own, 'huifang', demoPassword)).toBe('in')
    // The known browser is no place to guess in either.
    for (let wrong = 1; wrong < 5; wrong += 1) await outcome(own, 'huifang')
    expect(await outcome(own, 'huifang')).toBe('locked')
  })

  it('at many logins lock the address, but not those there who signed in before', async () => {
    const office = '192.0.2.77'
    const own = from(office)
    expect(await outcome(own, 'bianban', demoPassword)).toBe('in')
    for (let wrong = 0; wrong < 12; wrong += 1) await outcome(from(office), `guess-${wrong}`)
    const stranger = await from(office).signIn('lingdao')
    expect(stranger.body.error).toMatchObject({ code: 'locked' })
    expect(stranger.body.error.says).toContain('这个网络')
    expect(await outcome(own, 'bianban', demoPassword)).toBe('in')
    expect(await outcome(from('192.0.2.78'), 'lingdao', demoPassword)).toBe('in')
    clock.ahead += 16 * minute
    expect(await outcome(from(office), 'lingdao', demoPassword)).toBe('in')
  })

  it('of many who are right at once do not count against their address', async () => {
    const all = await Promise.all(
      Array.from({ length: 15 }, () => outcome(from('192.0.2.200'), 'wuhua', demoPassword)),
    )
    expect(new Set(all)).toEqual(new Set(['in']))
  })

  it('of a stolen session lock the password question of that account', async () => {
    await door.signIn('shizheng')
    const tried = async (password: string) =>
      (await door.post('/api/account/prove', { password })).body.error?.code ?? 'proven'
    for (let wrong = 1; wrong < 5; wrong += 1) expect(await tried('not this one')).toBe('invalid')
    expect(await tried('not this one')).toBe('locked')
    expect(await tried(demoPassword)).toBe('locked')
  })

  it('stand in the security log: each failure, and the lock once', async () => {
    for (let wrong = 1; wrong <= 7; wrong += 1) await outcome(from('203.0.113.77'), 'quzheng')
    const rows = await city.platform.deps.db.read
      .selectFrom('security_event')
      .select('what')
      .where('address', '=', '203.0.113.77')
      .orderBy('seq')
      .execute()
    const failed = Array.from({ length: 4 }, () => 'signInFailed')
    expect(rows.map(({ what }) => what)).toEqual([...failed, 'locked'])
  })
})
