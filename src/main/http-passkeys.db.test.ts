import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Authenticator, openAuthenticator } from './testing/authenticator.ts'
import { type Door, openDoor } from './testing/door.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

const login = 'huashan-fuze'
let city: RunningCity
let url = ''
let door: Door
let device: Authenticator
let codes: readonly string[] = []
beforeAll(async () => {
  city = await startRunningCity()
  url = city.url.replace('127.0.0.1', 'localhost')
  device = openAuthenticator({ host: 'localhost', origin: url })
  const own = openDoor(url)
  await own.signIn(login)
  codes = (await add(own, device, '安全密钥')).body.codes
}, 120_000)
beforeEach(() => {
  door = openDoor(url)
})
afterAll(() => city.stop())

async function add(at: Door, made: Authenticator, name: string) {
  const { body } = await at.post('/api/account/passkeys/begin')
  return at.post('/api/account/passkeys', { name, response: made.register(body) })
}
const begun = async (at: Door, second = false) => {
  const path = second ? '/api/session/second/passkey' : '/api/session/passkey/begin'
  return (await at.post(path)).body as { challenge: string; allowCredentials?: { id: string }[] }
}
const entered = (at: Door, response: object) => at.post('/api/session/passkey', { response })

describe('a passkey', () => {
  it('comes with recovery codes, and opens without login and password', async () => {
    expect(codes).toHaveLength(10)
    const answer = await entered(door, device.authenticate(await begun(door)))
    expect(answer.body.account.login).toBe(login)
    expect((await door.get('/api/account')).body.passkeys[0]).toMatchObject({
      name: '安全密钥',
      used: expect.any(String),
    })
  })

  it('is a second step after the password, and only of its own account', async () => {
    const first = await door.signIn(login)
    expect(first.body.ways).toEqual(['passkey', 'recovery'])
    const options = await begun(door, true)
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([device.id])
    const response = device.authenticate(options)
    const second = await door.post('/api/session/second', { way: 'passkey', response })
    expect(second.status).toBe(200)
    const other = openDoor(url)
    await other.signIn('ducha')
    await add(other, openAuthenticator({ host: 'localhost', origin: url }), '别的')
    const theirs = openDoor(url)
    await theirs.signIn('ducha')
    const foreign = device.authenticate(await begun(theirs, true))
    const refused = await theirs.post('/api/session/second', { way: 'passkey', response: foreign })
    expect(refused.body.error.code).toBe('wrongSecond')
  })

  it('answers each challenge once, and only one that was given', async () => {
    const options = await begun(door)
    expect((await entered(door, device.authenticate(options))).status).toBe(200)
    const again = await entered(openDoor(url), device.authenticate(options))
    expect(again.body.error.code).toBe('wrongPasskey')
    const made = device.authenticate({ challenge: Buffer.alloc(32, 7).toString('base64url') })
    expect((await entered(openDoor(url), made)).status).toBe(401)
    // A challenge of the second step opens nothing by itself.
    await door.signIn(login)
    const second = device.authenticate(await begun(door, true))
    expect((await entered(openDoor(url), second)).status).toBe(401)
  })

  it('that was copied is noticed by its counter', async () => {
    const before = device.counter
    expect((await entered(door, device.authenticate(await begun(door)))).status).toBe(200)
    device.counter = before - 1
    const copy = await entered(openDoor(url), device.authenticate(await begun(door)))
    expect(copy.status).toBe(401)
    device.counter = before + 5
  })

  it('signed at another address, or without its holder being asked, opens nothing', async () => {
    const own = openDoor(url)
    await own.signIn('bianban')
    const elsewhere = openAuthenticator({ host: 'localhost', origin: 'http://localhost:1' })
    expect((await add(own, elsewhere, '别处')).status).toBe(400)
    const otherHost = openAuthenticator({ host: 'evil.example', origin: url })
    expect((await add(own, otherHost, '别处')).status).toBe(400)
    const unasked = openAuthenticator({ host: 'localhost', origin: url, verified: false })
    expect((await add(own, unasked, '不问')).status).toBe(400)
    expect((await own.get('/api/account')).body.passkeys).toEqual([])
  })

  it('is not opened by a forged host: browsers sign the address that they saw', async () => {
    const forged = openDoor(url, { 'x-forwarded-host': 'evil.example' })
    const options = await begun(forged)
    expect((await entered(forged, device.authenticate(options))).status).toBe(401)
  })

  it('cannot be added at an address of numbers, and the page is told so', async () => {
    const numbers = openDoor(city.url)
    await numbers.signIn('bianban')
    expect((await numbers.get('/api/account')).body.canPasskeys).toBe(false)
    const answer = await numbers.post('/api/account/passkeys/begin')
    expect(answer.body.error.code).toBe('noPasskeysHere')
  })

  it('has a name, and is removed by its holder alone', async () => {
    const own = openDoor(url)
    await entered(own, device.authenticate(await begun(own)))
    const path = `/api/account/passkeys/${device.id}`
    expect((await own.post(path, { name: '红色安全密钥' })).status).toBe(200)
    expect((await own.post(path, { name: ' ' })).body.error.fields.name).toBeDefined()
    const other = openDoor(url)
    await other.signIn('bianban')
    expect((await other.post(path, { name: '我的' })).status).toBe(404)
    expect((await other.remove(path)).status).toBe(404)
    expect((await own.get('/api/account')).body.passkeys[0].name).toBe('红色安全密钥')
    expect((await own.remove(path)).status).toBe(200)
    expect((await openDoor(url).signIn(login)).body.account.login).toBe(login)
    expect((await entered(openDoor(url), device.authenticate(await begun(own)))).status).toBe(401)
  })
})
