import { afterAll, beforeAll, expect, it } from 'vitest'
import { registered } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let desk: Caller
beforeAll(async () => {
  city = await startRunningCity()
  desk = await city.as('zuoxi')
  for (const detail of ['巷口路灯不亮，晚上看不清', '高速ETC多扣了费', '楼道里有人养鸡'])
    await registered(desk, { detail, spot: '' })
}, 120_000)
afterAll(() => city.stop())

const found = async (q: string) => {
  const { body } = await desk.get(`/api/records/resident-appeal?q=${encodeURIComponent(q)}`)
  const titles: readonly string[] = body.rows.map((row: { title: string }) => row.title)
  return { titles, note: body.note, total: body.total }
}

it('two characters in a row are looked up among all records', async () => {
  expect(await found('路灯')).toEqual({
    titles: ['巷口路灯不亮，晚上看不清'],
    note: undefined,
    total: 1,
  })
})

it.each([
  ['鸡', '楼道里有人养鸡'],
  ['etc', '高速ETC多扣了费'],
  ['ET', '高速ETC多扣了费'],
])('"%s" alone is sought among the newest, and that is said', async (q, title) => {
  const { titles, note, total } = await found(q)
  expect(titles).toEqual([title])
  expect(total).toBe(1)
  expect(note).toContain('最近 2000 件')
})

it('a number is found by itself, with nothing to be added', async () => {
  const { body } = await desk.get('/api/records/resident-appeal?limit=1')
  const { number, title } = body.rows[0]
  expect(await found(number)).toEqual({ titles: [title], note: undefined, total: 1 })
})
