import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { courierRounds } from '../platform/courier/courier.ts'
import { type OneAtATime, oneAtATime } from '../platform/turns/one-at-a-time.ts'
import { recheck } from '../platform/recheck/recheck.ts'
import { eraseWords } from '../platform/retention/erase-record.ts'
import { askKeys } from '../platform/crypto/ask-keys.ts'
import { keySource } from '../platform/crypto/key-source.ts'
import { rekey } from '../platform/rekey/rekey.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { kinds } from './registry.ts'
import { type Door, invitedCity, openDoor, takes } from './testing/neighbour-door.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

const street = 530_102_001
const near = 539_900
const quiet = () => undefined

let city: RunningCity
let door: Door
let lead: Caller
let courier: OneAtATime | undefined

beforeAll(async () => {
  city = await startRunningCity()
  door = await openDoor()
  const keeper = await city.as('anquan')
  const values = { code: near, name: '临江市', address: door.url, token: 'their token' }
  await keeper.post('/api/settings/neighbours', { values })
  lead = await city.as('shuji')
}, 120_000)
afterEach(async () => {
  await courier?.stop()
  courier = undefined
  door.answers = takes
  door.came.length = 0
})
afterAll(async () => {
  door.stop()
  await city.stop()
})

const ask = (path: string, data: object, area = street) =>
  lead.post(path, { ask: randomUUID(), data, area })

const invited = () => invitedCity(lead, near, street)

const begin = () => {
  courier = oneAtATime(city.platform.deps.db, [
    courierRounds(city.platform.deps, { cities: () => [CITY_CODE], say: quiet, everyMs: 20 }),
  ])
}
const sentOf = async (id: string) => (await lead.get(`/api/record/${id}`)).body.sent
const until = (id: string, is: string) =>
  expect.poll(async () => (await sentOf(id))[0]?.is, { timeout: 10_000 }).toBe(is)
const agrees = async () => {
  const said: string[] = []
  await recheck(city.platform.deps, CITY_CODE, { say: (line) => said.push(line) })
  expect(said).toEqual([])
}

it('what a record asks of another city waits, is taken in words, and the page says when', async () => {
  const id = await invited()
  expect(await sentOf(id)).toMatchObject([{ to: '临江市', is: 'waiting', isAway: false }])
  begin()
  await until(id, 'taken')
  expect(door.tokens).toContain('Bearer their token')
  expect(door.came).toMatchObject([
    { opens: true, record: id, kind: 'alliance', command: 'receive' },
  ])
  expect(door.came[0]?.data).toMatchObject({
    title: '界河毗邻党建联盟',
    charter: '边界共治',
    otherUnits: '华山街道办事处',
  })
  const { db } = city.platform.deps
  const row = await db.read.selectFrom('parcel').selectAll().where('record_id', '=', id).execute()
  expect(row[0], 'the words go when they were taken').toMatchObject({ body: null, tries: 1 })
  await agrees()
})

it('while the other city is away it waits, and goes again by itself with the same id', async () => {
  door.answers = () => ({ status: 502, body: {} })
  const id = await invited()
  begin()
  await expect.poll(async () => (await sentOf(id))[0]?.isAway, { timeout: 10_000 }).toBe(true)
  door.answers = takes
  await until(id, 'taken')
  expect(new Set(door.came.map((came) => came.id)).size).toBe(1)
  expect(door.came.length).toBeGreaterThan(1)
})

it('what a rule over there refuses is work for the unit here, which tries again or gives up', async () => {
  const says = '对方城市还没有登记市委'
  door.answers = () => ({ status: 409, body: { error: { code: 'hasHost', says } } })
  const id = await invited()
  await ask(`/api/alliance/${id}/dissolve`, { reason: '改期再办' })
  begin()
  await expect
    .poll(async () => (await lead.get(`/api/record/${id}`)).body.refused, { timeout: 10_000 })
    .toMatchObject([{ to: '临江市', label: '邀请共建联盟', says }])
  expect(door.came, 'what the record asks later waits behind it').toHaveLength(1)
  const waits = async () =>
    (await lead.get('/api/todos')).body.rows.filter(
      (row: { record: { id: string } }) => row.record.id === id,
    ).length
  const settle = async (how: string) => {
    const [first] = (await lead.get(`/api/record/${id}`)).body.refused
    const path = `/api/record/${id}/effects/${first.effect}`
    return (await lead.post(path, { ask: randomUUID(), do: how })).status
  }
  await agrees()
  expect(await waits()).toBe(1)
  expect(await settle('retry')).toBe(200)
  await expect.poll(() => door.came.length, { timeout: 10_000 }).toBe(2)
  await expect.poll(async () => (await lead.get(`/api/record/${id}`)).body.refused.length).toBe(1)
  door.answers = takes
  expect(await settle('aside')).toBe(200)
  await until(id, 'taken')
  expect((await sentOf(id)).map((one: { is: string }) => one.is)).toEqual(['taken', 'dropped'])
  const { body } = await lead.get(`/api/record/${id}`)
  expect([body.refused, body.timeline.at(-1).says]).toEqual([[], '不再联动'])
  expect(await waits()).toBe(0)
  await agrees()
})

it('of two couriers one carries; the other takes over when it ends', async () => {
  begin()
  const id = await invited()
  await until(id, 'taken')
  const second = oneAtATime(city.platform.deps.db, [
    courierRounds(city.platform.deps, {
      cities: () => [CITY_CODE],
      say: quiet,
      everyMs: 20,
    }),
  ])
  const other = await invited()
  await until(other, 'taken')
  expect(door.came).toHaveLength(2)
  await courier?.stop()
  const third = await invited()
  await until(third, 'taken')
  await second.stop()
  expect(door.came).toHaveLength(3)
})

it('what cannot be opened holds up nobody else, and is somebody’s work', async () => {
  const [broken, sound] = [await invited(), await invited()]
  const { db } = city.platform.deps
  await db.read
    .updateTable('parcel')
    .set({ body: 'not what was written' })
    .where('record_id', '=', broken)
    .execute()
  begin()
  await until(sound, 'taken')
  const { refused } = (await lead.get(`/api/record/${broken}`)).body
  expect(refused).toMatchObject([{ says: '要送的内容打不开，请告诉系统管理员' }])
  await agrees()
})

it('words erased before they were taken go to no other city; changed keys read what waits', async () => {
  const [erased, kept] = [await invited(), await invited()]
  const { db } = city.platform.deps
  const kind = kinds.get('alliance')
  if (kind === undefined) throw new Error('no alliance')
  await eraseWords(db.read, { city: CITY_CODE, record: erased, kind, at: Date.now(), why: 'date' })
  await keySource(city.home).rotate()
  const keys = askKeys(await keySource(city.home).open())
  const said: string[] = []
  await rekey({ db, keys }, CITY_CODE, (line) => said.push(line))
  expect(said.join(' ')).toMatch(/parcel：[12] setting\.token：/)
  begin()
  await until(kept, 'taken')
  expect(await sentOf(erased)).toMatchObject([{ is: 'dropped' }])
  expect(door.came).toHaveLength(1)
})
