import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CITY_IDS } from './demo/unit.ts'
import { asked, community, department, dispatching, street } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

describe('a resident', () => {
  const asking = (ask = randomUUID(), data: object = {}) =>
    city.nobody().post('/api/public/appeals', {
      ask,
      area: community,
      data: { detail: '小区门口路灯坏了', ...data },
    })

  it('asks without an account, and a resend tells the same number and code', async () => {
    const ask = randomUUID()
    const first = await asking(ask)
    expect(first.body.desk).toBe('五华区诉求处置中心')
    expect((await asking(ask)).body).toEqual(first.body)
  })

  it('cannot follow with another code, nor act by another link', async () => {
    const [one, other] = [await asking(), await asking()]
    const wrong = { number: one.body.number, code: other.body.code }
    expect((await city.nobody().post('/api/public/follow', wrong)).status).toBe(404)
    expect((await city.nobody('made.up.token').get('/api/public/appeal')).status).toBe(401)
  })

  it('is never told what stands inside', async () => {
    const { body } = await asking()
    const desk = await city.as('wuhua')
    const list = await desk.get(`/api/records/resident-appeal?number=${body.number}`)
    await asked(desk, `${list.body.rows[0].id}/note`, { words: '疑似重复反映' })
    const { number, code } = body
    const follow = await city.nobody().post('/api/public/follow', { number, code })
    expect(JSON.stringify(follow.body.view)).not.toContain('疑似')
  })

  it('sends photos that keep neither place nor their turning', async () => {
    const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 3/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const photo = await city.nobody().upload('/api/public/photos', new Uint8Array(taken))
    const { body } = await asking(randomUUID(), { photos: [photo.body.id] })
    const follow = await city.nobody().post('/api/public/follow', {
      number: body.number,
      code: body.code,
    })
    const response = await fetch(`${city.url}/api/files/${photo.body.id}`, {
      headers: { authorization: `Link ${follow.body.token}` },
    })
    const kept = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
    expect([kept.width, kept.height, kept.exif]).toEqual([20, 40, undefined])
    const other = await city.as('panlong-nobody')
    expect((await other.get(`/api/files/${photo.body.id}`)).status).toBe(401)
    const street2 = await city.as('chengguan')
    expect((await street2.get(`/api/files/${photo.body.id}`)).status).toBe(404)
  })

  it('sees all photos they sent, and the steps in plain words', async () => {
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const upload = () => city.nobody().upload('/api/public/photos', new Uint8Array(picture))
    const [first, later] = [await upload(), await upload()]
    const { number, code } = (await asking(randomUUID(), { photos: [first.body.id] })).body
    const follow = await city.nobody().post('/api/public/follow', { number, code })
    const mine = city.nobody(follow.body.token)
    const { body: view } = await mine.post('/api/public/appeal/supplement', {
      ask: randomUUID(),
      data: { words: '又拍了一张', photos: [later.body.id] },
    })
    const ids = view.photos.map(({ id }: { id: string }) => id)
    expect(ids).toEqual([first.body.id, later.body.id])
    for (const id of ids) expect((await mine.get(`/api/files/${id}`)).status).toBe(200)
    expect(view.steps.map(({ label }: { label: string }) => label)).toEqual([
      '收到',
      '派给承办单位',
      '办理',
      '答复评价',
      '办结',
    ])
  })

  it('sends no page, program or giant as a photo', async () => {
    const page = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    expect((await city.nobody().upload('/api/public/photos', page)).status).toBe(415)
    const giant = new Uint8Array(10 * 1024 * 1024 + 1)
    expect((await city.nobody().upload('/api/public/photos', giant)).status).toBe(413)
  })
})

describe('a resident who complains of a unit', () => {
  const asking = (complained: number) =>
    city.nobody().post('/api/public/appeals', {
      ask: randomUUID(),
      area: community,
      data: { detail: '到街道办事三次没有人管', complained },
    })

  it('chooses it among the units of the place, and no other', async () => {
    const { body } = await city.nobody().get(`/api/public/units?area=${community}`)
    expect(body.length).toBeLessThanOrEqual(60)
    const ids = body.map(({ id }: { id: number }) => id)
    expect(ids.slice(0, 2)).toEqual([20_000, street])
    expect(ids).toContain(department)
    expect(ids).toContain(CITY_IDS.departments)
    for (const id of [CITY_IDS.hotline, CITY_IDS.callback, 1001, street + 1, street + 10])
      expect(ids).not.toContain(id)
    for (const area of ['', '7', 'x'])
      expect((await city.nobody().get(`/api/public/units?area=${area}`)).body).toEqual([])
  })

  it('is told it was noted, and that unit neither gets it nor sees it', async () => {
    const { number, code } = (await asking(street)).body
    const follow = await city.nobody().post('/api/public/follow', { number, code })
    expect(follow.body.view.complained).toBe('华山街道办事处')
    const desk = await city.as('wuhua')
    const path = `/api/records/resident-appeal?number=${number}`
    const { id } = (await desk.get(path)).body.rows[0]
    expect(await asked(desk, `${id}/dispatch`, dispatching)).toMatchObject({
      status: 409,
      body: { error: { code: 'notToTheComplainedOf' } },
    })
    await asked(desk, `${id}/dispatch`, { ...dispatching, lead: department })
    const own = await city.as('huashan')
    expect((await own.get(path)).body.rows).toEqual([])
    expect((await own.get(`/api/records/${id}`)).status).toBe(404)
  })

  it('cannot name a unit that is none, and a desk complained of does not get it', async () => {
    expect(await asking(999_999)).toMatchObject({
      status: 400,
      body: { error: { fields: { complained: expect.stringContaining('单位列表') } } },
    })
    expect((await asking(1001)).body.desk).toBe('市12345热线中心')
  })
})

it('a resident who asks too often is told when to try again', async () => {
  const busy = await startRunningCity((deps) => ({
    ...deps,
    rate: { residents: 3, machines: 3, officials: 1000 },
  }))
  try {
    const statuses: number[] = []
    for (let tries = 0; tries < 5; tries += 1)
      statuses.push((await busy.nobody().get('/api/public/city')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    const last = await busy.nobody().get('/api/public/city')
    expect(last.body.error).toMatchObject({ code: 'tooMany' })
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  } finally {
    await busy.stop()
  }
}, 120_000)
