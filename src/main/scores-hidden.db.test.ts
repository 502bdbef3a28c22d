import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScoreItem, scoreOf } from '../kernel/fair/score.ts'
import { periodAt } from '../kernel/period.ts'
import { addDays, dayOf } from '../kernel/time.ts'
import type { Indicator } from '../kernel/indicator.ts'
import { readFor } from '../platform/tallies/read-for.ts'
import { drawnReadings } from './readings.ts'
import { allIndicators } from './registry.ts'
import { street } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

const area = 530_102_001
const now = Date.now()
const span = periodAt('month', addDays(periodAt('month', dayOf(now)).from, -1))
const satisfied: ScoreItem = {
  id: '1',
  label: '满意率',
  indicator: 'N13',
  part: 'satisfied',
  points: 40,
  full: 0.9,
  zero: 0.5,
  adjust: 'none',
}

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
  const own = { city: 530_100, district: 530_102, street: area, community: null, unit: street }
  const line = { ...own, category: '', day: span.from, kind: 'resident-appeal' }
  await city.platform.deps.db.read
    .insertInto('delta')
    .values([
      { ...line, measure: 'apart:satisfied:satisfied', n: 3 },
      { ...line, measure: 'apart:satisfied:dissatisfied', n: 1 },
      { ...line, measure: 'evaluated', n: 5 },
      { ...line, measure: 'solved', n: 2 },
    ])
    .execute()
}, 120_000)
afterAll(() => city.stop())

test('a round draws what is hidden as hidden, as the page shows it: none of few is never scored', async () => {
  const state = city.platform.worlds.state()
  if (state === undefined) throw new Error('the city is there')
  const { db } = city.platform.deps
  const asked = { items: [satisfied], units: [street], ...span }
  const drawn = await drawnReadings({ db, state, indicators: allIndicators, now }, asked)
  const readings = drawn[String(street)] ?? {}
  expect(readings).toEqual({ '1': { numerator: 0, denominator: 4, hidden: true } })
  const scored = (item: ScoreItem) =>
    scoreOf({ unit: street, items: [item], readings, smallest: 5 })
  for (const adjust of ['none', 'population', 'difficulty'] as const)
    expect(scored({ ...satisfied, adjust }).lines[0]).toMatchObject({ why: 'tooFew' })

  const figures = encodeURIComponent('N13#satisfied')
  const path = `/api/scores/readings?units=${street}&figures=${figures}&from=${span.from}&to=${span.to}`
  const { body } = await (await city.as('zuzhibu')).get(path)
  expect(body.units[0].readings['N13#satisfied']).toMatchObject(readings['1'] ?? {})
})

test('what would be too few once cases are left out is hidden as well', async () => {
  const state = city.platform.worlds.state()
  if (state === undefined) throw new Error('the city is there')
  const found = allIndicators.find(({ id, part }) => id === 'N13' && part === 'solved')
  if (found === undefined) throw new Error('the rate is there')
  const rated: Indicator = { ...found, smallest: 5 }
  const place = { city: 530_100, district: 530_102, street: area }
  const own = { kind: 'resident-appeal', place, unit: street }
  const removed = [{ ...own, measure: 'evaluated', n: 1, day: span.from, category: '' }]
  const unit = state.world.directory.units.get(street)
  if (unit === undefined) throw new Error('the street is there')
  const told = async (more: object) => {
    const asked = { units: [unit], figures: [rated], span, today: dayOf(now), ...more }
    return (await readFor(city.platform.deps.db, state, asked)).read(rated, unit)
  }
  expect(await told({})).toMatchObject({ numerator: 2, denominator: 5 })
  expect(await told({ removed })).toEqual({ numerator: 0, denominator: 4, hidden: true })
})

test('the trial’s smallest base is the city’s, and never under five', async () => {
  const admin = await city.as('admin')
  const office = await city.as('zuzhibu')
  const smallest = async () => {
    const path = `/api/scores/readings?units=${street}&figures=N13&from=${span.from}&to=${span.to}`
    const figures = path.replace('N13', encodeURIComponent('N13#satisfied'))
    return (await office.get(figures)).body.smallest
  }
  const sets = async (number: number) => {
    const values = { name: 'score.smallest', number }
    const { status } = await admin.post('/api/settings/limits', {
      id: 'score.smallest',
      from: dayOf(now),
      values,
    })
    expect(status).toBe(200)
  }
  expect(await smallest()).toBe(30)
  await sets(40)
  expect(await smallest()).toBe(40)
  await sets(3)
  expect(await smallest()).toBe(5)
})
