import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodAt } from '../kernel/period.ts'
import { addDays, dayOf } from '../kernel/time.ts'
import { askDue } from '../platform/clockwork/due.ts'
import { department, dispatching, street } from './testing/appeal-asks.ts'
import { demoUnits } from './demo/units.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
const today = dayOf(Date.now())
const span = periodAt('month', addDays(periodAt('month', today).from, -1))
const days = `from=${span.from}&to=${span.to}`
const [area, otherArea, district] = [530_102_001, 530_102_002, 530_102]
const other = demoUnits().find(({ name }) => name === '护国街道办事处')?.id ?? 0
const solved = encodeURIComponent('N13#solved')
const satisfied = encodeURIComponent('N13#satisfied')

beforeAll(async () => {
  city = await startRunningCity()
  // Lighting is easy (the city: 270 of 300), parking is hard (the city: 60 of 200).
  await counted(area, '0703', { evaluated: 200, solved: 180 })
  await counted(area, '0101', { evaluated: 100, solved: 40 })
  await counted(otherArea, '0703', { evaluated: 100, solved: 90 })
  await counted(otherArea, '0101', { evaluated: 100, solved: 20 })
  await counted(area, '', { 'apart:satisfied:satisfied': 3, 'apart:satisfied:dissatisfied': 1 })
}, 120_000)
afterAll(() => city.stop())

/** Lines of the counts as commits leave them. */
async function counted(
  own: number,
  category: string,
  measures: Readonly<Record<string, number>>,
): Promise<void> {
  const unit = own === area ? street : other
  const where = { city: 530_100, district, street: own, community: null, unit }
  await city.platform.deps.db.read
    .insertInto('delta')
    .values(
      Object.entries(measures).map(([measure, n]) => ({
        ...where,
        category,
        day: span.from,
        kind: 'resident-appeal',
        measure,
        n,
      })),
    )
    .execute()
}

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
})

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
  await counted(area, '0703', { evaluated: 50 })
  const path = `/api/scores/export?id=${round}&units=${street},${other}&${days}&items=${items}&format=csv`
  const lines = String((await office.get(path)).body)
    .trim()
    .split('\n')
  expect(lines[0]).toContain('演示数据')
  expect(lines.length).toBe(6)
  expect(lines[3]).toContain('220,300')
  const ownPath = path.replace(`units=${street},${other}`, `units=${other}`)
  expect((await head.get(ownPath)).status).toBe(404)
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

test('leaving a case out on trial gives what its exclusion really gives, and nothing before', async () => {
  const appeal = await judgedAppeal()
  const office = await city.as('zuzhibu')
  const month = periodAt('month', today)
  const query = `from=${month.from}&to=${month.to}&units=${street}&figures=${solved}`
  const read = async (more = '') => {
    const { body } = await office.get(`/api/scores/readings?${query}${more}`)
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
  expect(await read(`&without=${randomUUID()}`)).toEqual([0, 1])
  const { body } = await office.get('/api/scores')
  expect(body.requests).toMatchObject([
    { id, unit: street, state: 'asked', ground: '已批准挂账的历史遗留问题', rates: [] },
  ])
  const reviewer = await city.as('ducha')
  await done(reviewer, `exclusion-request/${id}/accept`, { opinion: '属实，同意剔除' })
  await askDue(city.platform.deps, 530_100, () => undefined)
  expect(await read()).toEqual([0, 0])
})
