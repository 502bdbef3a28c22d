import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../kernel/time.ts'
import { asked, dispatching, registered } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
const street = 530_102_001
const from = `${dayOf(Date.now()).slice(0, 7)}-01`
const to = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1)
const month = `from=${from}&to=${to}`

beforeAll(async () => {
  city = await startRunningCity()
  const desk = await city.as('zuoxi')
  for (const category of ['0101', ...Array.from({ length: 5 }, () => '0103'), '0104', '0101']) {
    const { body } = await registered(desk)
    await asked(desk, `${body.id}/dispatch`, { ...dispatching, category })
  }
}, 120_000)
afterAll(() => city.stop())

test('demands of an area are ranked by how many there were, but none below five', async () => {
  const secretary = await city.as('shuji')
  const { status, body } = await secretary.get(`/api/demands?area=${street}&${month}`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ area: { level: 'street' }, leader: 10_000, threshold: 10 })
  const rows: readonly { category: string; count: number; small: boolean }[] = body.rows
  expect(rows.map(({ category, count, small }) => [category, count, small])).toEqual([
    ['0103', 5, false],
    ['0101', 2, true],
    ['0104', 1, true],
  ])
})

test('without a period it is the month that is over', async () => {
  const { body } = await (await city.as('shuji')).get('/api/demands')
  expect(body.to).toBe(addDays(from, -1))
  expect(body.rows).toEqual([])
})

test('only whole periods, one’s own area and no community are answered', async () => {
  const secretary = await city.as('shuji')
  const statusOf = async (query: string) => (await secretary.get(`/api/demands?${query}`)).status
  expect(await statusOf(`area=${street}&from=${from}&to=${from}`)).toBe(400)
  expect(await statusOf(`area=530102&${month}`)).toBe(403)
  expect(await statusOf(`area=530102001001&${month}`)).toBe(400)
  expect((await (await city.as('huashan-jingban')).get(`/api/demands?${month}`)).status).toBe(403)
})
