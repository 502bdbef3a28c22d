import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { periodAt, periodsUpTo } from '../kernel/period.ts'
import { addDays, dayOf } from '../kernel/time.ts'
import { figureFor } from '../platform/tallies/indicator.ts'
import { loadDemoCity } from './demo/load-city.ts'
import { kinds } from './registry.ts'
import { recountBy } from './testing/recount.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'
import { trialIndicators } from './testing/trial-indicators.ts'

let city: RunningCity
let hotline: Caller
let leader: Caller
const today = dayOf(Date.now())
const states = kinds.get('resident-appeal')?.states ?? {}
const open = Object.keys(states).filter((name) => states[name]?.is !== 'end')
const trials = trialIndicators(open)

beforeAll(async () => {
  city = await startRunningCity((deps) => ({
    ...deps,
    indicators: [...deps.indicators, ...trials],
  }))
  await loadDemoCity.past(city.platform, {
    url: city.databaseUrl,
    home: city.home,
    say: () => undefined,
    progress: () => undefined,
    appeals: 400,
  })
  hotline = await city.as('zuoxi')
  leader = await city.as('lingdao')
}, 240_000)
afterAll(() => city.stop())

type Span = { readonly from: string; readonly to: string }

function world() {
  const state = city.platform.worlds.state()
  if (state === undefined) throw new Error('the city is not open')
  return state.world
}

async function told(by: Caller, id: string, query: Readonly<Record<string, string | number>>) {
  const values = Object.entries(query).map(([name, value]) => [name, String(value)])
  const text = new URLSearchParams(Object.fromEntries(values))
  const { status, body } = await by.get(`/api/indicators/${id}?${text.toString()}`)
  expect(status).toBe(200)
  return body
}

/** Every street of an area with what plain SQL over its events says. */
async function recounted(area: number, span: Span) {
  const { directory } = world()
  const under = (code: number): readonly number[] =>
    directory.areas.get(code)?.level === 'street'
      ? [code]
      : (directory.children.get(code) ?? []).flatMap((child) => under(child.code))
  return Promise.all(
    under(area).map(async (code) => ({
      code,
      ...(await recountBy(city.platform.deps, { level: 'street', code, ...span })),
    })),
  )
}

const spans: readonly Span[] = [
  { from: addDays(today, -40), to: today },
  { from: addDays(today, -95), to: addDays(today, -33) },
]

describe('figures of areas that have enough are those of a recount by SQL', () => {
  for (const span of spans)
    test(`from ${span.from} to ${span.to}`, async () => {
      const streets = await recounted(530_102, span)
      const [flow] = (await told(leader, 'T1', span)).figures
      expect(flow).toMatchObject({
        numerator: streets.filter(({ registered }) => registered >= 2).length,
        denominator: streets.length,
      })
      const [stock] = (await told(leader, 'T2', span)).figures
      expect(stock.numerator).toBe(streets.filter((street) => street.open > 0).length)
      expect(stock.denominator).toBe(streets.length)
      const [number] = (await told(leader, 'T6', span)).figures
      expect(number.numerator).toBe(streets.reduce((sum, street) => sum + street.open, 0))
      expect(number).toMatchObject({ value: number.numerator, denominator: 0 })
    })

  test('of the areas right below each, in the order of their codes, with the list behind', async () => {
    const [span] = spans
    if (span === undefined) return
    const streets = await recounted(530_102, span)
    const { figures } = await told(leader, 'T1', { ...span, children: 1 })
    const children: readonly { code: number; numerator: number }[] = figures[0].children
    expect(children.map(({ code, numerator }) => [code, numerator])).toEqual(
      streets
        .toSorted((a, b) => a.code - b.code)
        .map(({ code, registered }) => [code, registered >= 2 ? 1 : 0]),
    )
    const { rows } = await told(leader, 'T1/covered', { ...span, term: 'n0' })
    for (const street of streets) {
      const row = rows.find((one: { area: number }) => one.area === street.code)
      expect(row.has).toBe(street.registered >= 2)
      expect(row.held[0].count).toBe(street.registered)
      const { kind, filters } = row.held[0].lists[0]
      const search = new URLSearchParams(filters).toString()
      const list = await leader.get(`/api/records/${kind}?${search}`)
      expect(list.body.total).toBe(street.registered)
    }
  })

  test('where every street of a district must have it, those that lack it are named', async () => {
    const [, span] = spans
    if (span === undefined) return
    const { rows } = await told(hotline, 'T5/covered', { ...span })
    expect(rows.length).toBeGreaterThan(3)
    for (const row of rows.slice(0, 5)) {
      const streets = await recounted(row.area, span)
      const without = streets.filter(({ registered }) => registered === 0)
      expect(row.held[0].lacking.map((one: { code: number }) => one.code)).toEqual(
        without.map(({ code }) => code).toSorted((a, b) => a - b),
      )
      expect(row.has).toBe(without.length === 0)
    }
    const [figure] = (await told(hotline, 'T5', { ...span })).figures
    expect(figure.numerator).toBe(rows.filter((row: { has: boolean }) => row.has).length)
  }, 60_000)
})

test('units have what is counted under their own name', async () => {
  const { rows } = await sql<{ unit: number }>`select distinct unit from record
    where kind = 'resident-appeal' and closed_at is null`.execute(city.platform.deps.db.read)
  const { directory } = world()
  const departments = [...directory.units.values()].filter(({ type }) => type === 'department')
  const busy = departments.filter(({ id }) => rows.some(({ unit }) => unit === id))
  const [figure] = (await told(hotline, 'T3', { to: today })).figures
  expect(figure).toMatchObject({ numerator: busy.length, denominator: departments.length })
  expect(busy.length).toBeGreaterThan(0)
})

test('values of a list are counted down to streets, and of a community nothing is told', async () => {
  const span = { from: addDays(today, -60), to: addDays(today, -10) }
  const { rows } = await sql<{
    category: string
  }>`select fields ->> 'category' as category from record
    where kind = 'resident-appeal' and fields ->> 'category' is not null
      and (opened_at at time zone 'Asia/Shanghai')::date between ${span.from}::date and ${span.to}::date
    group by 1 having count(*) >= 2`.execute(city.platform.deps.db.read)
  expect((await told(hotline, 'T4', span)).figures[0].numerator).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(0)
  const small = await told(leader, 'T4', { ...span, area: 530_102_001_001 })
  expect(small.figures[0]).toMatchObject({ untold: true, counts: [] })
})

test('what is about districts is told of districts and above, and of no street', async () => {
  const [street] = (await told(leader, 'T5', { area: 530_102_001, children: 1, trend: 2 })).figures
  expect(street).toMatchObject({ wider: '区', counts: [], children: [] })
  expect(Object.keys(street)).not.toContain('value')
  expect(street.trend[0]).toMatchObject({ wider: '区' })
  expect((await told(leader, 'T5', { children: 1 })).figures[0].children).toEqual([])
  const [whole] = (await told(hotline, 'T5', { children: 1 })).figures
  expect(whole.children.length).toBe(whole.denominator)
})

test('a trend is the figure of each period by itself, and the last is up to the day', async () => {
  const { db } = city.platform.deps
  const to = addDays(today, -3)
  for (const one of trials.filter(({ id }) => id === 'T1' || id === 'T2')) {
    const [figure] = (await told(leader, one.id, { to, trend: 5 })).figures
    const periods = periodsUpTo(one.period ?? 'month', to, 5)
    expect(figure.trend.map(({ from, to: last }: Span) => ({ from, to: last }))).toEqual(periods)
    for (const [at, span] of periods.entries()) {
      const asked = { area: 530_102, ...span }
      const alone = await figureFor(db, one, { city: 530_100, world: world(), asked })
      expect(figure.trend[at]).toMatchObject(alone)
    }
  }
})

test('a figure asked for without a first day is that of its period', async () => {
  const [one] = trials
  const to = addDays(today, -20)
  const body = await told(leader, 'T1', { to })
  expect(body.from).toBe(periodAt('month', to).from)
  const asked = { area: 530_102, from: undefined, to }
  const figure =
    one && (await figureFor(city.platform.deps.db, one, { city: 530_100, world: world(), asked }))
  expect(body.figures[0].numerator).toBe(figure?.numerator)
})

test('all figures are read together and each is what it is alone, with what it says', async () => {
  const { body } = await leader.get('/api/indicators?values=1')
  const one = body.indicators.find(({ id }: { id: string }) => id === 'T1')
  const alone = await told(leader, 'T1', {})
  expect(one.figure).toMatchObject({ numerator: alone.figures[0].numerator })
  expect(one.trend.length).toBe(6)
  expect(one).toMatchObject({ group: 'command-response', groupLabel: '吹哨报到与接诉即办' })
  expect(
    one.references.map(({ place, asOf }: { place: string; asOf: string }) => place + asOf),
  ).toEqual(['全国2021-06', '全国2022-06'])
  expect(one.terms[0].covered.wants).toEqual(['有居民诉求“受理”至少 2 件'])
  expect(body.indicators.length).toBe((await leader.get('/api/indicators')).body.length)
})

test('a figure goes out as a sheet with its references, areas and periods, never to others', async () => {
  const { body } = await leader.get('/api/indicators/T1/export?format=csv')
  const lines = String(body).trim().split('\n')
  expect(lines[0]).toContain('演示数据')
  expect(String(body)).toContain('参考值,有诉求的街道,全国 2022-06,80.8%')
  expect(lines.filter((line) => line.startsWith('下级地区')).length).toBeGreaterThan(3)
  expect(lines.filter((line) => line.startsWith('走势')).length).toBe(12)
  const list = await leader.get('/api/indicators/T1/covered/export?format=csv')
  expect(String(list.body)).toContain('是否达到')
  expect((await leader.get('/api/indicators/export?format=csv')).status).toBe(200)
  for (const path of ['T1/export', 'T1/covered', 'T1/covered/export', 'T1'])
    expect((await leader.get(`/api/indicators/${path}?area=530103`)).status).toBe(403)
  expect((await leader.get('/api/indicators/T6/covered')).status).toBe(404)
  expect((await leader.get('/api/indicators?values=1&area=530103')).status).toBe(403)
})
