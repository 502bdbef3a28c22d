import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { periodAt } from '../kernel/period.ts'
import { askDue } from '../platform/clockwork/due.ts'
import { dispatching, street } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'
import {
  area,
  counted,
  days,
  district,
  other,
  otherArea,
  solved,
  span,
  today,
} from './testing/score-counts.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
  await counted(city, area, { category: '0703', measures: { evaluated: 300, solved: 220 } })
  await counted(city, otherArea, { category: '0703', measures: { evaluated: 200, solved: 110 } })
}, 120_000)
afterAll(() => city.stop())

async function done(who: Caller, path: string, data: object = {}) {
  const answer = await who.post(`/api/${path}`, { ask: randomUUID(), area: district, data })
  if (answer.status !== 200 && answer.status !== 201)
    throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

const item = {
  label: '解决率',
  indicator: 'N13#solved',
  points: 40,
  full: 0.9,
  zero: 0.5,
  adjust: 'none',
}

/** A sheet that is in force: drafted, heard, decided, published. */
async function sheetInForce(): Promise<string> {
  const [office, leader, head] = [
    await city.as('zuzhibu'),
    await city.as('lingdao'),
    await city.as('huashan-fuze'),
  ]
  const about = { name: '街道评分表', basis: '区委文件', subjects: 'streets' }
  const { id } = await done(office, 'scoring-sheet/draft', about)
  await done(office, `scoring-sheet/${id}/addItem`, item)
  await done(office, `scoring-sheet/${id}/consult`, { heard: [street] })
  await done(head, `scoring-sheet/${id}/heard/${street}/answer`, { conclusion: 'agree' })
  await done(office, `scoring-sheet/${id}/heard/${street}/weigh`, { outcome: 'adopted' })
  await done(office, `scoring-sheet/${id}/submit`)
  await done(leader, `scoring-sheet/${id}/decide`, { documentNumber: '五发〔2026〕9号' })
  await done(office, `scoring-sheet/${id}/publish`)
  return id
}

test('a round is seen by who draws it, its results each by the unit they are about', async () => {
  const sheet = await sheetInForce()
  const [office, leader, head] = [
    await city.as('zuzhibu'),
    await city.as('lingdao'),
    await city.as('huashan-fuze'),
  ]
  const { id: round } = await done(office, 'score-round/draw', {
    sheet,
    ...span,
    units: [street, other],
  })
  const kindsOf = async (who: Caller) =>
    (await who.get('/api/scores')).body.choices.map((one: { kind: string }) => one.kind)
  expect(await kindsOf(office)).toEqual(['score-round', 'scoring-sheet'])
  expect(await kindsOf(head)).toEqual(['scoring-sheet'])
  expect((await head.get(`/api/scores?id=${round}`)).status).toBe(404)
  const { body } = await office.get(`/api/scores?id=${round}`)
  expect(body.chosen).toMatchObject({ units: [street, other], ...span, sheet, smallest: 30 })
  expect(body.chosen.drawn[street]['1']).toMatchObject({ numerator: 220, denominator: 300 })

  await done(leader, `score-round/${round}/publish`)
  const { body: told } = await head.get('/api/scores')
  expect(told.choices.map((one: { kind: string }) => one.kind)).toEqual([
    'score-result',
    'scoring-sheet',
  ])
  expect(told.chosen).toMatchObject({ units: [street], places: { placed: 2 } })
  expect(Object.keys(told.chosen.drawn)).toEqual([String(street)])

  const items = encodeURIComponent(
    JSON.stringify([['1', '解决率', 'N13#solved', 40, 0.9, 0.5, 'none']]),
  )
  await counted(city, area, { category: '0703', measures: { evaluated: 50 } })
  const path = `/api/scores/export?id=${round}&units=${street},${other}&${days}&items=${items}&format=csv`
  const lines = String((await office.get(path)).body)
    .trim()
    .split('\n')
  expect(lines[0]).toContain('演示数据')
  expect(lines.length).toBe(6)
  expect(lines[3]).toContain('220,300')
  const ownPath = path.replace(`units=${street},${other}`, `units=${other}`)
  expect((await head.get(ownPath)).status).toBe(404)

  const { id: result, places } = told.chosen
  const wholeLine = async (asked: string) => {
    const own = `/api/scores/export?id=${result}&units=${street}&${days}&items=${asked}&format=csv`
    const sheet = String((await head.get(own)).body).split('\n')
    return sheet.find((line) => line.includes('合计'))
  }
  expect(places).toEqual({ from: 1, to: 1, placed: 2 })
  expect(await wholeLine(items)).toContain('第 1 位')
  expect(await wholeLine(items.replace('40', '50'))).toContain('不作比较')
})

/** An appeal that the street answered and the resident judged. */
async function judgedAppeal(): Promise<string> {
  const asking = {
    ask: randomUUID(),
    area: 530_102_001_001,
    data: { detail: '路灯不亮已经三天了' },
  }
  const { body } = await city.nobody().post('/api/public/appeals', asking)
  const follow = { number: body.number, code: body.code }
  const { body: held } = await city.nobody().post('/api/public/follow', follow)
  const desk = await city.as('wuhua')
  const { body: list } = await desk.get(`/api/records/resident-appeal?number=${body.number}`)
  const id: string = list.rows[0].id
  await done(desk, `resident-appeal/${id}/dispatch`, dispatching)
  const clerk = await city.as('huashan-jingban')
  await done(clerk, `resident-appeal/${id}/sign`)
  const answered = await done(clerk, `resident-appeal/${id}/submitAnswer`, {
    publicAnswer: '已更换灯具并恢复照明',
  })
  if (answered.view.record.state === 'checking')
    await done(await city.as('huashan-fuze'), `resident-appeal/${id}/approve`)
  await done(city.nobody(held.token), 'public/appeal/judge', {
    solved: 'unsolved',
    reason: '仍然不亮',
    responded: true,
    satisfied: 'dissatisfied',
  })
  return id
}

test('leaving a case out on trial gives what its exclusion really gives, to who may see the case itself', async () => {
  const appeal = await judgedAppeal()
  const office = await city.as('zuzhibu')
  const head = await city.as('huashan-fuze')
  const month = periodAt('month', today)
  const query = `from=${month.from}&to=${month.to}&units=${street}&figures=${solved}`
  const read = async (more = '', who = head) => {
    const { body } = await who.get(`/api/scores/readings?${query}${more}`)
    const { numerator, denominator } = body.units[0].readings['N13#solved']
    return [numerator, denominator]
  }
  expect(await read()).toEqual([0, 1])
  const { id } = await done(await city.as('huashan-jingban'), 'exclusion-request/request', {
    appeal,
    ground: 'historic',
    evidence: '区政府已批准列入历史遗留问题挂账，批文在案',
  })
  expect(await read()).toEqual([0, 1])
  expect(await read(`&without=${id}`)).toEqual([0, 0])
  expect((await office.get(`/api/records/one/${appeal}`)).status).toBe(404)
  expect(await read(`&without=${id}`, office)).toEqual([0, 1])
  expect(await read(`&without=${randomUUID()}`)).toEqual([0, 1])
  const { body } = await office.get('/api/scores')
  expect(body.requests).toMatchObject([
    {
      id,
      unit: street,
      state: 'asked',
      ground: '已批准挂账的历史遗留问题',
      rates: [],
      mayTry: false,
    },
  ])
  expect((await head.get('/api/scores')).body.requests).toMatchObject([{ id, mayTry: true }])
  const reviewer = await city.as('ducha')
  await done(reviewer, `exclusion-request/${id}/accept`, { opinion: '属实，同意剔除' })
  await askDue(city.platform.deps, 530_100, () => undefined)
  expect(await read()).toEqual([0, 0])
})
