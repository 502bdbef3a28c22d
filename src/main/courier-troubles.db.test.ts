import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { courierRounds } from '../platform/courier/courier.ts'
import { type OneAtATime, oneAtATime } from '../platform/turns/one-at-a-time.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { type Door, invitedCity, openDoor, takes } from './testing/neighbour-door.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

const [near, far] = [539_900, 539_800]

let city: RunningCity
let keeper: Caller
let lead: Caller
let nearDoor: Door
let farDoor: Door
let courier: OneAtATime | undefined
const said: string[] = []

beforeAll(async () => {
  city = await startRunningCity()
  ;[nearDoor, farDoor] = [await openDoor(), await openDoor()]
  keeper = await city.as('anquan')
  for (const values of [
    { code: near, name: '临江市', address: nearDoor.url, token: 'near token' },
    { code: far, name: '远山市', address: farDoor.url, token: 'far token' },
  ])
    await keeper.post('/api/settings/neighbours', { values })
  lead = await city.as('shuji')
}, 120_000)
afterEach(async () => {
  await courier?.stop()
  courier = undefined
  said.length = 0
  for (const door of [nearDoor, farDoor]) {
    door.answers = takes
    door.came.length = 0
  }
})
afterAll(async () => {
  nearDoor.stop()
  farDoor.stop()
  await city.stop()
})

const invited = (code: number) => invitedCity(lead, code, 530_102_001)

const begin = () => {
  courier = oneAtATime(city.platform.deps.db, [
    courierRounds(city.platform.deps, {
      cities: () => [CITY_CODE],
      say: (line) => said.push(line),
      everyMs: 20,
    }),
  ])
}
const viewOf = async (id: string) => (await lead.get(`/api/record/${id}`)).body
const sent = (id: string) =>
  expect.poll(async () => (await viewOf(id)).sent[0], { timeout: 10_000 })

it('a refusal in words that cannot be kept is kept as far as it can be', async () => {
  const says = `\u0000半\ud800对${'长'.repeat(2_000)}`
  nearDoor.answers = () => ({ status: 409, body: { error: { code: 'x'.repeat(3_000), says } } })
  const id = await invited(near)
  begin()
  await sent(id).toMatchObject({ is: 'refused' })
  const [first] = (await viewOf(id)).refused
  expect(first.says).toBe(`半对${'长'.repeat(498)}`)
  expect(nearDoor.came).toHaveLength(1)
  expect(said).toEqual([])
})

it('an answer without end is no answer: the parcel waits', async () => {
  const error = { code: 'hasHost', says: '长'.repeat(1_000_000) }
  nearDoor.answers = () => ({ status: 409, body: { error } })
  const id = await invited(near)
  begin()
  await sent(id).toMatchObject({ is: 'waiting', isAway: true })
  nearDoor.answers = takes
  await sent(id).toMatchObject({ is: 'taken' })
})

it('only the door that names the record took it: whatever else answers well, the words wait', async () => {
  nearDoor.answers = () => ({ status: 200, body: {} })
  const id = await invited(near)
  begin()
  await sent(id).toMatchObject({ is: 'waiting', isAway: true })
  const before = nearDoor.came.length
  nearDoor.answers = () => ({ status: 200, body: { id: randomUUID(), number: '1' } })
  await expect.poll(() => nearDoor.came.length, { timeout: 10_000 }).toBeGreaterThan(before)
  expect((await viewOf(id)).sent).toMatchObject([{ is: 'waiting' }])
  nearDoor.answers = takes
  await sent(id).toMatchObject({ is: 'taken' })
  expect(new Set(nearDoor.came.map((came) => came.id)).size).toBe(1)
})

it('what cannot be noted of one neighbour is said once, and holds up no other', async () => {
  const { read } = city.platform.deps.db
  await sql`create function fails() returns trigger language plpgsql as
    $$ begin raise 'this row cannot be written'; end $$`.execute(read)
  await sql`create trigger fails before update on parcel for each row
    when (old.to_city = ${sql.lit(near)}) execute function fails()`.execute(read)
  try {
    const [stuck, first, second] = [await invited(near), await invited(far), await invited(far)]
    begin()
    await sent(first).toMatchObject({ is: 'taken' })
    await sent(second).toMatchObject({ is: 'taken' })
    await expect.poll(() => nearDoor.came.length, { timeout: 10_000 }).toBeGreaterThan(1)
    expect(said).toEqual([
      '跨市联动（临江市）暂停，稍后继续：error P0001 this row cannot be written',
    ])
    expect((await viewOf(stuck)).sent).toMatchObject([{ is: 'waiting' }])
  } finally {
    await sql`drop function fails() cascade`.execute(read)
  }
})

it('nothing goes to a new address until its token was entered, and the log names both', async () => {
  const moved = await openDoor()
  try {
    const values = { code: near, name: '临江市', address: moved.url }
    const enter = (more: object) =>
      keeper.post('/api/settings/neighbours', { id: String(near), values: { ...values, ...more } })
    expect((await enter({})).status).toBe(200)
    const [waits, goes] = [await invited(near), await invited(far)]
    begin()
    await sent(goes).toMatchObject({ is: 'taken' })
    expect(moved.came).toEqual([])
    const { rows } = (await keeper.get('/api/settings/neighbours')).body
    const shown = rows.find((row: { id: string }) => row.id === String(near))
    expect(shown.text.waiting).toMatch(/^\d 件，填写“对方给的令牌”后才会送出$/)
    await enter({ token: 'new token' })
    await sent(waits).toMatchObject({ is: 'taken' })
    expect(new Set(moved.tokens)).toEqual(new Set(['Bearer new token']))
    const log = await (await city.as('shenji')).get('/api/security-log?what=settingChanged')
    const hosts = [nearDoor, moved].map(({ url }) => new URL(url).host)
    expect(JSON.stringify(log.body)).toContain(
      `修改设置：临江市，相邻城市，从 ${hosts[0]}，到 ${hosts[1]}`,
    )
  } finally {
    moved.stop()
  }
})
