import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../kernel/time.ts'
import { demoUnits } from './demo/units.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
const district = 530_102
const street = 530_102_001
const dueOn = addDays(dayOf(Date.now()), 60)
const unitNamed = (name: string) => demoUnits().find((one) => one.name === name)?.id ?? 0

type Task = { readonly holder: string; readonly parts: readonly Task[] }

beforeAll(async () => {
  city = await startRunningCity()
  const committee = await city.as('zuzhibu')
  const data = { title: '晚间开放', year: 2026, dueOn }
  const planned = await committee.post('/api/level-task/plan', {
    ask: randomUUID(),
    area: district,
    data,
  })
  const leader = await city.as('lingdao')
  const passed = await leader.post(`/api/level-task/${planned.body.id}/passDown`, {
    ask: randomUUID(),
    data: { units: [unitNamed('华山街道办事处'), unitNamed('护国街道办事处')] },
  })
  if (passed.status !== 200) throw new Error(`not passed down: ${passed.status}`)
}, 120_000)
afterAll(() => city.stop())

test('a level sees its own subtree: the district the whole chain, a street its own part', async () => {
  const chainsOf = async (login: string, query = ''): Promise<readonly Task[]> =>
    (await (await city.as(login)).get(`/api/linkage${query}`)).body.chains
  const [whole] = await chainsOf('zuzhibu')
  expect(whole?.holder).toBe('中共五华区委员会')
  expect(whole?.parts.map(({ holder }) => holder).toSorted()).toEqual([
    '华山街道办事处',
    '护国街道办事处',
  ])
  const own = [{ holder: '华山街道办事处', parts: [] }]
  expect(await chainsOf('shuji')).toMatchObject(own)
  expect(await chainsOf('zuzhibu', `?area=${street}`)).toMatchObject(own)
})

test('each level has its own counts, and what is not there is nothing', async () => {
  const { body } = await (await city.as('zuzhibu')).get('/api/linkage')
  const tasks = body.bands.map((band: { level: string; kinds: readonly { kind: string }[] }) => [
    band.level,
    band.kinds.find(({ kind }) => kind === 'level-task'),
  ])
  const open = (n: number) => ({ late: 0, states: [{ state: 'open', n }] })
  expect(tasks).toMatchObject([
    ['city', { late: 0, states: [] }],
    ['district', open(1)],
    ['street', open(2)],
    ['community', { late: 0, states: [] }],
  ])
})

test('nobody looks above or beside their own area, and departments not at all', async () => {
  const at = async (login: string, query: string) =>
    (await (await city.as(login)).get(`/api/linkage${query}`)).status
  expect(await at('shuji', `?area=${district}`)).toBe(403)
  expect(await at('zuzhibu', '?area=530103')).toBe(403)
  expect(await at('zuzhibu', '?area=1')).toBe(400)
  expect(await at('chengguan', '')).toBe(403)
})

test('guidance is told for the class of the day, with what was listed for it', async () => {
  const reader = await city.as('zuzhibu')
  const { body } = await reader.get('/api/guidance')
  expect(body.rows.find(({ name }: { name: string }) => name === 'response')).toMatchObject({
    scopeLabel: '必须做到',
    open: 0,
    finished: 0,
  })
  expect((await reader.get('/api/guidance?at=2026-02-31')).status).toBe(400)
  expect((await city.nobody().get('/api/guidance')).status).toBe(401)
})
