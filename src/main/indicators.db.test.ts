import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asked, community, dispatching, registered } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const street = 530_102_001

type Judgement = {
  readonly solved: string
  readonly responded: boolean
  readonly satisfied: string
}

/** A resident's appeal, answered by the street and judged by the resident. */
async function judged(judgement: Judgement): Promise<void> {
  const asking = { ask: randomUUID(), area: community, data: { detail: '路灯不亮已经三天了' } }
  const { body } = await city.nobody().post('/api/public/appeals', asking)
  const follow = { number: body.number, code: body.code }
  const { body: held } = await city.nobody().post('/api/public/follow', follow)
  const desk = await city.as('wuhua')
  const rows = await desk.get(`/api/records/resident-appeal?number=${body.number}`)
  const id: string = rows.body.rows[0].id
  await asked(desk, `${id}/dispatch`, dispatching)
  const clerk = await city.as('huashan-jingban')
  await asked(clerk, `${id}/sign`)
  const drafted = await asked(clerk, `${id}/submitAnswer`, { publicAnswer: '已更换灯具并恢复照明' })
  if (drafted.body.view.record.state === 'checking')
    await asked(await city.as('huashan-fuze'), `${id}/approve`)
  const answer = await city.nobody(held.token).post('/api/public/appeal/judge', {
    ask: randomUUID(),
    data: { ...judgement, ...(judgement.solved === 'unsolved' ? { reason: '仍然不亮' } : {}) },
  })
  expect(answer.status).toBe(200)
}

test('N13 is what the people who asked said, for every area above them, and nothing where nobody spoke', async () => {
  for (const solved of ['solved', 'solved', 'partly', 'unsolved'])
    await judged({ solved, responded: solved !== 'partly', satisfied: 'satisfied' })
  await registered(await city.as('zuoxi'))
  const leader = await city.as('lingdao')
  for (const area of [530_102, street, community]) {
    const { body } = await leader.get(`/api/indicators/N13?area=${area}`)
    expect(body.figures.slice(0, 2)).toMatchObject([
      { part: 'responded', numerator: 3, denominator: 4, value: 0.75 },
      { part: 'solved', numerator: 2, denominator: 4, value: 0.5 },
    ])
  }
  const empty = await leader.get('/api/indicators/N13?area=530102002')
  expect(empty.body.figures[0].value).toBeUndefined()
})

test('how satisfied people are is not shown under five, and is shown by the street from five on', async () => {
  const leader = await city.as('lingdao')
  const satisfied = async () =>
    (await leader.get(`/api/indicators/N13?area=${street}`)).body.figures[2]
  expect(await satisfied()).toMatchObject({ denominator: 4, hidden: true })
  expect(Object.keys(await satisfied())).not.toContain('value')
  expect(Object.keys(await satisfied())).not.toContain('numerator')
  await judged({ solved: 'solved', responded: true, satisfied: 'dissatisfied' })
  expect(await satisfied()).toMatchObject({ numerator: 4, denominator: 5, value: 0.8 })
})

test('a post reads the figures of its own area only', async () => {
  const other = await city.as('panlong')
  expect((await other.get(`/api/indicators/N13?area=${street}`)).status).toBe(403)
  expect((await other.get('/api/indicators/N99')).status).toBe(404)
  expect((await city.nobody().get('/api/indicators')).status).toBe(401)
  expect((await other.get('/api/indicators/N13?from=2026-02-31')).status).toBe(400)
})
