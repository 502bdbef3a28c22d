import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../kernel/time.ts'
import { department, street } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'
import { area, counted, days, other, otherArea, solved, span } from './testing/score-counts.ts'

let city: RunningCity
const satisfied = encodeURIComponent('N13#satisfied')

beforeAll(async () => {
  city = await startRunningCity()
  // Lighting is easy (the city: 270 of 300), parking is hard (the city: 60 of 200).
  await counted(city, area, { category: '0703', measures: { evaluated: 200, solved: 180 } })
  await counted(city, area, { category: '0101', measures: { evaluated: 100, solved: 40 } })
  await counted(city, otherArea, { category: '0703', measures: { evaluated: 100, solved: 90 } })
  await counted(city, otherArea, { category: '0101', measures: { evaluated: 100, solved: 20 } })
  await counted(city, area, {
    category: '',
    measures: { 'apart:satisfied:satisfied': 3, 'apart:satisfied:dissatisfied': 1 },
  })
}, 120_000)
afterAll(() => city.stop())

const readings = (who: Caller, query: string) => who.get(`/api/scores/readings?${days}&${query}`)

describe('what was counted for several units', () => {
  test('is told with the residents of each and what the city would reach with its mix', async () => {
    const who = await city.as('zuzhibu')
    const { status, body } = await readings(who, `units=${street},${other}&figures=${solved}`)
    expect(status).toBe(200)
    const [own, next] = body.units
    expect(own).toMatchObject({ unit: street, by: 'area', area })
    expect(own.population).toMatchObject({ source: expect.stringContaining('演示') })
    const reading = own.readings['N13#solved']
    expect(reading).toMatchObject({ numerator: 220, denominator: 300 })
    expect(reading.population).toBe(own.population.people)
    expect(reading.expected).toBeCloseTo(200 * (270 / 300) + 100 * (60 / 200), 6)
    expect(next.readings['N13#solved'].expected).toBeCloseTo(100 * 0.9 + 100 * 0.3, 6)
    expect(body.smallest).toBe(30)
  })

  test('has the lists that it is made of, of the same days and place', async () => {
    const who = await city.as('zuzhibu')
    const { body } = await readings(who, `units=${street}&figures=${solved}`)
    expect(body.units[0].readings['N13#solved'].terms.at(-1)).toEqual({
      key: 'd0',
      list: {
        kind: 'resident-appeal',
        filters: { area: String(area), measure: 'evaluated', ...span },
      },
    })
  })

  test('of days that are no whole months nothing is expected', async () => {
    const who = await city.as('zuzhibu')
    const query = `units=${street}&figures=${solved}&from=${span.from}&to=${addDays(span.to, -3)}`
    const { body } = await who.get(`/api/scores/readings?${query}`)
    expect(body.units[0].readings['N13#solved']).toMatchObject({ denominator: 300 })
    expect(body.units[0].readings['N13#solved'].expected).toBeUndefined()
  })

  test('of fewer than may be told is not told', async () => {
    const who = await city.as('zuzhibu')
    const { body } = await readings(who, `units=${street}&figures=${satisfied}`)
    const reading = body.units[0].readings['N13#satisfied']
    expect(reading).toEqual({ numerator: 0, denominator: 4, hidden: true, terms: [] })
  })

  test('of a department is what it answers for itself, without a mix or residents', async () => {
    const who = await city.as('zuzhibu')
    const { body } = await readings(who, `units=${department}&figures=${solved}`)
    expect(body.units[0]).toMatchObject({ by: 'unit' })
    expect(body.units[0].population).toBeUndefined()
    expect(body.units[0].readings['N13#solved']).toMatchObject({ numerator: 0, denominator: 0 })
  })
})

test('who stands over an area compares what lies in it, everybody else looks at itself', async () => {
  const status = async (login: string, query: string) =>
    (await readings(await city.as(login), `${query}&figures=${solved}`)).status
  expect(await status('huashan-fuze', `units=${street}`)).toBe(200)
  expect(await status('huashan-fuze', `units=${street},${other}`)).toBe(403)
  expect(await status('chengguan', `units=${department}`)).toBe(200)
  expect(await status('chengguan', `units=${street}`)).toBe(403)
  expect(await status('shiwei', `units=${street},${other}`)).toBe(200)
  for (const login of ['panlong', 'wangge', 'shequ', 'admin', 'zuoxi'])
    expect(await status(login, `units=${street}`)).toBe(403)
  expect((await readings(city.nobody(), `units=${street}&figures=${solved}`)).status).toBe(401)
})

test('what names nothing, too much or no days is refused in words', async () => {
  const who = await city.as('zuzhibu')
  const status = async (query: string) => (await who.get(`/api/scores/readings?${query}`)).status
  expect(await status(`${days}&units=&figures=${solved}`)).toBe(400)
  expect(await status(`${days}&units=999999&figures=${solved}`)).toBe(400)
  expect(await status(`${days}&units=${street}&figures=N99`)).toBe(404)
  expect(await status(`${days}&units=${street}&figures=${solved}&without=x`)).toBe(400)
  expect(await status(`from=2026-02-31&to=2026-03-01&units=${street}&figures=${solved}`)).toBe(400)
  expect(await status(`from=${span.to}&to=${span.from}&units=${street}&figures=N13`)).toBe(404)
  expect((await who.get('/api/scores?id=x')).status).toBe(404)
})

test('the residents of an area are said by the city’s administrator, from a day on, with a source', async () => {
  const admin = await city.as('admin')
  const values = { people: 61_000, year: 2025, source: '统计公报' }
  const write = (who: Caller, own: object) =>
    who.post('/api/settings/populations', { id: String(area), from: span.from, values: own })
  expect((await write(admin, { ...values, source: ' ' })).status).toBe(400)
  expect((await write(await city.as('anquan'), values)).status).toBe(403)
  expect((await write(admin, values)).status).toBe(200)
  const who = await city.as('zuzhibu')
  const { body } = await readings(who, `units=${street}&figures=${solved}`)
  expect(body.units[0].population).toEqual(values)
  const before = `from=2025-01-01&to=2025-01-31&units=${street}&figures=${solved}`
  const { body: old } = await who.get(`/api/scores/readings?${before}`)
  expect(old.units[0].population?.source).not.toBe('统计公报')
  const { body: one } = await admin.get(`/api/settings/populations/${area}`)
  expect(one.history[0].text).toEqual({ people: '61000', year: '2025', source: '统计公报' })
  const { body: all } = await admin.get('/api/settings/populations')
  expect(all.rows.find(({ id }: { id: string }) => id === String(area))).toMatchObject({
    values,
    from: span.from,
  })
})

test('the sheet of residents comes back unchanged, and what is wrong with a row is said', async () => {
  const admin = await city.as('admin')
  const path = '/api/settings/populations/sheet'
  const bytes = await admin.file(`${path}?format=xlsx`)
  const sheet = new Uint8Array(bytes)
  const { body } = await admin.upload(`${path}?check=1`, sheet, '常住人口.xlsx')
  expect(body).toMatchObject({ ok: true, changed: 0, problems: [] })
  const lines = [
    '地区,常住人口,统计年份,来源',
    `${otherArea},30000,2025,公报`,
    `${area},-1,2025,公报`,
  ]
  const csv = new TextEncoder().encode(lines.join('\r\n'))
  const { body: wrong } = await admin.upload(`${path}?check=1`, csv, '人口.csv')
  expect(wrong).toMatchObject({ ok: false, problems: [{ row: 3, column: '常住人口' }] })
})
