import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../kernel/time.ts'
import { loadDemoCity } from './demo/load-city.ts'
import { childrenOf, type OverviewAt } from './overview/at.ts'
import { periodOf } from './overview/period.ts'
import { ownIndicators, shapeOf } from './overview/shapes.ts'
import { overviewOf } from './overview/view.ts'
import { allIndicators } from './registry.ts'
import { recountBy } from './testing/recount.ts'
import { asked, dispatching, registered } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
const today = dayOf(Date.now())

beforeAll(async () => {
  city = await startRunningCity()
  await loadDemoCity.past(city.platform, {
    url: city.databaseUrl,
    home: city.home,
    say: () => undefined,
    progress: () => undefined,
    appeals: 800,
  })
  const desk = await city.as('zuoxi')
  const { body } = await registered(desk)
  await asked(desk, `${body.id}/correct`, { area: 530_102_002, reason: '地点记错了' })
  await asked(desk, `${body.id}/dispatch`, dispatching)
}, 240_000)
afterAll(() => city.stop())

function at(code: number, asking: { from: string; to: string }): OverviewAt {
  const state = city.platform.worlds.state()
  const area = state?.world.directory.areas.get(code)
  const period = periodOf(asking, today)
  const shapes = [...city.platform.deps.registry.values()].flatMap((kind) => shapeOf(kind) ?? [])
  const shape = shapes.find(({ kind }) => kind.name === 'resident-appeal')
  if (state === undefined || area === undefined || period === undefined || shape === undefined)
    throw new Error('the demo city lacks something')
  return {
    db: city.platform.deps.db,
    state,
    area,
    post: { id: '', person: '', unit: 1000, role: 'leader' },
    period,
    today,
    compares: true,
    now: Date.now(),
    shapes,
    shape,
    indicators: ownIndicators(allIndicators, shape),
  }
}

function recount(level: string, code: number, span: { from: string; to: string }) {
  return recountBy(city.platform.deps, { level, code, ...span })
}

const levels = [
  ['city', 530_100],
  ['district', 530_102],
  ['street', 530_102_001],
  ['community', 530_102_001_001],
] as const

describe('the numbers of the overview are those of a recount by SQL', () => {
  for (const daysAgo of [0, 12, 75])
    for (const [level, code] of levels)
      test(`of a ${level}, ${daysAgo} days ago`, async () => {
        const to = addDays(today, -daysAgo)
        const span = { from: addDays(to, -34), to }
        const view = await overviewOf(at(code, span))
        const right = await recount(level, code, span)
        const value = (name: string) =>
          [...view.flows, ...view.cohorts].find((one) => one.name === name)?.value
        expect({
          registered: value('registered'),
          answered: value('answered'),
          returned: value('returned'),
          late: value('late'),
          open: view.stock.open,
          began: value('began'),
          evaluated: value('evaluated'),
          responded: value('responded'),
          solved: value('solved'),
          everLate: value('everLate'),
        }).toEqual(right)
        if (level !== 'community') expect(right.registered).toBeGreaterThan(0)
        const before = await recount(level, code, view.period.before)
        expect(view.flows.find((one) => one.name === 'registered')?.before).toBe(before.registered)
        expect(view.stock.before).toBe(before.open)
        const points = view.trend.map((point) => point.flows['registered'] ?? 0)
        expect(points.reduce((sum, n) => sum + n, 0)).toBe(right.registered)
        expect(view.trend.at(-1)?.open).toBe(right.open)
        const responded = view.shares.find((one) => one.part === 'responded')
        expect(responded?.base).toBe(right.evaluated)
        if (responded?.small === false && right.evaluated > 0)
          expect(responded.value).toBeCloseTo(right.responded / right.evaluated)
      })

  test('of every area below, and what lies in none of them is told apart', async () => {
    const to = addDays(today, -20)
    const span = { from: addDays(to, -40), to }
    const asking = at(530_102, span)
    const view = await overviewOf(asking)
    expect(view.children.map(({ code }) => code)).toEqual(
      childrenOf(asking).map(({ code }) => code),
    )
    for (const child of view.children) {
      const right = await recount('street', child.code, span)
      const { came, open, late, everLate, base } = child
      expect({ came, open, late, everLate, base }).toEqual({
        came: right.registered,
        open: right.open,
        late: right.late,
        everLate: right.everLate,
        base: right.began,
      })
    }
    const sum = view.children.reduce((total, { came }) => total + came, view.remainder?.came ?? 0)
    expect(sum).toBe(view.flows.find((one) => one.name === 'registered')?.value)
  })

  test('of every category, for streets by whole months and for communities not at all', async () => {
    const span = { from: addDays(today, -60), to: addDays(today, -10) }
    const view = await overviewOf(at(530_102, span))
    const { rows } = await sql<{ category: string; n: number }>`
      select left(fields ->> 'category', 2) as category, count(*) as n from record
      where kind = 'resident-appeal' and district = 530102 and fields ->> 'category' is not null
        and (opened_at at time zone 'Asia/Shanghai')::date between ${span.from}::date and ${span.to}::date
      group by 1 order by 1`.execute(city.platform.deps.db.read)
    const shown = view.categories?.rows.filter(({ count }) => count > 0) ?? []
    expect(shown.map(({ category, count: n }) => ({ category, n })).toSorted(byCategory)).toEqual(
      rows,
    )
    const large = shown.filter(({ small }) => !small)
    expect(large.map(({ count }) => count)).toEqual(
      large.map(({ count }) => count).toSorted((a, b) => b - a),
    )
    const street = await overviewOf(at(530_102_001, span))
    expect(street.categories).toMatchObject({ months: true })
    expect(street.categories?.span.from.endsWith('-01')).toBe(true)
    expect((await overviewOf(at(530_102_001_001, span))).categories).toBeUndefined()
  })
})

function byCategory(a: { category: string }, b: { category: string }): number {
  return a.category.localeCompare(b.category)
}

test('a share of fewer than five is not told, its base is', async () => {
  const span = { from: addDays(today, -120), to: addDays(today, -20) }
  const view = await overviewOf(at(530_102_001, span))
  const told = view.children.flatMap(({ shares }) => shares)
  const small = told.filter((share) => share.base > 0 && share.base < 5)
  expect(small.length).toBeGreaterThan(0)
  for (const share of small) {
    expect(share.small).toBe(true)
    expect(Object.keys(share)).not.toContain('value')
  }
  expect(told.map(({ part }) => part)).not.toContain('satisfied')
})

test('what is late now is what the list of late matters shows', async () => {
  const leader = await city.as('lingdao')
  const { body } = await leader.get('/api/overview')
  const list = await leader.get('/api/records/resident-appeal?late=1&open=1&area=530102&limit=1')
  expect(body.stock.late).toBe(list.body.total)
  const units: readonly { count: number }[] = body.stock.lateUnits
  expect(units.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(body.stock.late)
})

test('only who leads in an area sees its overview, and nobody sees that of another', async () => {
  expect((await city.nobody().get('/api/overview')).status).toBe(401)
  expect((await (await city.as('huashan-jingban')).get('/api/overview')).status).toBe(403)
  expect((await (await city.as('zuoxi')).get('/api/overview')).status).toBe(403)
  const leader = await city.as('lingdao')
  expect((await leader.get('/api/overview?area=530103')).status).toBe(403)
  expect((await leader.get('/api/overview?area=530100')).status).toBe(403)
  expect((await leader.get('/api/overview?area=530102001')).status).toBe(200)
  expect((await leader.get('/api/overview?from=2026-02-31')).status).toBe(400)
  expect((await leader.get('/api/overview?kind=duty-item')).status).toBe(400)
  expect((await leader.get('/api/overview/export?area=530103')).status).toBe(403)
})

test('who may open only some of what is counted is told so', async () => {
  const seen = async (login: string) =>
    (await (await city.as(login)).get('/api/overview')).body.seesAll
  expect(await seen('lingdao')).toBe(true)
  expect(await seen('chengguan-fuze')).toBe(false)
})

test('what is seen goes out as a sheet that says it is a demonstration, and who took it is kept', async () => {
  const leader = await city.as('lingdao')
  const { status, body } = await leader.get('/api/overview/export?format=csv')
  expect(status).toBe(200)
  const lines = String(body).trim().split('\n')
  expect(lines[0]).toContain('演示数据')
  const seen = (await leader.get('/api/overview')).body
  expect(String(body)).toContain(seen.sentence)
  expect(String(body)).toContain(`现状,在办,${seen.stock.open}`)
  const { rows } = await sql<{ value: { kind: string } }>`
    select value from setting where name = 'audit:export'`.execute(city.platform.deps.db.read)
  expect(rows.map(({ value }) => value.kind)).toContain('overview')
})
