import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../kernel/time.ts'
import { readTally } from '../platform/tallies/read.ts'
import { loadDemoCity } from './demo/load-city.ts'
import { asked, community, department, registered } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let leader: Caller
const district = 530_102
const today = dayOf(Date.now())

beforeAll(async () => {
  city = await startRunningCity()
  await loadDemoCity.past(city.platform, {
    url: city.databaseUrl,
    home: city.home,
    say: () => undefined,
    progress: () => undefined,
    appeals: 600,
  })
  leader = await city.as('lingdao')
}, 240_000)
afterAll(() => city.stop())

async function listed(
  filters: string,
  kind = 'resident-appeal',
): Promise<{ total: number; times?: number; ids: string[] }> {
  const ids: string[] = []
  let first: { total: number; times?: number } | undefined
  let cursor = ''
  do {
    const { status, body } = await leader.get(`/api/records/${kind}?limit=40&${filters}${cursor}`)
    expect(status).toBe(200)
    first ??= body
    ids.push(...body.rows.map((row: { id: string }) => row.id))
    cursor = body.next === undefined ? '' : `&cursor=${body.next}`
  } while (cursor !== '')
  return { total: first?.total ?? 0, ...(first?.times === undefined ? {} : first), ids }
}

async function counted(
  measures: readonly string[],
  asking: { area: number; from?: string; to: string },
  kind = 'resident-appeal',
): Promise<number> {
  const { area, ...days } = asking
  const level = city.platform.worlds.state()?.world.directory.areas.get(area)?.level
  if (level === undefined || level === 'grid') throw new Error(`no tallies of ${area}`)
  const cells = await readTally(city.platform.deps.db, {
    city: 530_100,
    level,
    areas: [area],
    kinds: [kind],
    measures,
    ...days,
  })
  return cells.reduce((sum, cell) => sum + cell.n, 0)
}

const ago = (days: number) => addDays(today, -days)
const spans = [
  { from: ago(1), to: ago(1) },
  { from: ago(9), to: ago(3) },
  { from: ago(95), to: ago(41) },
]

describe('the list behind a number has as many entries as the number', () => {
  for (const measure of ['registered', 'answered', 'reopened', 'returned', 'late', 'solved'])
    test(`for what was counted as ${measure} on some days`, async () => {
      let most = 0
      for (const span of spans)
        for (const area of [district, 530_102_001, community]) {
          const number = await counted([measure], { area, ...span })
          const list = await listed(
            `measure=${measure}&from=${span.from}&to=${span.to}&area=${area}`,
          )
          expect({ ...span, area, number: list.times }).toEqual({ ...span, area, number })
          expect(list.ids.length).toBe(list.total)
          expect(new Set(list.ids).size).toBe(list.total)
          most = Math.max(most, number)
        }
      expect(most).toBeGreaterThan(0)
    })

  test('for what was counted once for each department called, also of one department alone', async () => {
    const [kind, from] = ['street-whistle', ago(170)]
    const days = { from, to: today }
    for (const measure of ['called', 'arrivedInTime', 'blown', 'closed']) {
      const number = await counted([measure], { area: district, ...days }, kind)
      expect(number).toBeGreaterThan(0)
      const filters = `measure=${measure}&from=${from}&to=${today}&area=${district}`
      expect((await listed(filters, kind)).times).toBe(number)
    }
    const filters = `measure=called&from=${from}&to=${today}&area=${district}`
    const { total, times = 0 } = await listed(filters, kind)
    expect(times).toBeGreaterThan(total)
    const own = await listed(`${filters}&unit=${department}`, kind)
    expect(own.times).toBe(own.total)
    expect(own.total).toBeGreaterThan(0)
  })

  test('for what stood in a state, or was not ended, at the end of a past day', async () => {
    const open = Object.entries(city.platform.deps.registry.get('resident-appeal')?.states ?? {})
      .filter(([, { is }]) => is !== 'end')
      .map(([name]) => `state:${name}`)
    for (const at of [ago(2), ago(30), ago(90)]) {
      const all = await counted(open, { area: district, to: at })
      expect((await listed(`at=${at}&area=${district}`)).times).toBe(all)
      expect(all).toBeGreaterThan(0)
      const handling = await counted(['state:handling'], { area: district, to: at })
      expect((await listed(`at=${at}&state=handling&area=${district}`)).times).toBe(handling)
    }
  })

  test('in pages as in a sheet', async () => {
    const filters = `measure=answered&from=${ago(95)}&to=${ago(41)}&area=${district}`
    const { total } = await listed(filters)
    const { body } = await leader.get(
      `/api/records/resident-appeal/export?format=csv&reason=月度核对&${filters}`,
    )
    const lines = String(body).trim().split('\n')
    expect(lines[0]).toContain('演示数据')
    expect(lines.length - 2).toBe(total)
  })

  test('where a matter was moved away since, it is still behind the number it was counted in', async () => {
    const desk = await city.as('zuoxi')
    const { body } = await registered(desk)
    const id: string = body.id
    const filters = `measure=registered&from=${today}&to=${today}`
    const before = await listed(`${filters}&area=530102001`)
    expect(before.ids).toContain(id)
    const elsewhere = 530_102_002
    const moved = await asked(desk, `${id}/correct`, { area: elsewhere, reason: '地点记错了' })
    expect(moved.status).toBe(200)
    const after = await listed(`${filters}&area=530102001`)
    expect(after.ids).toContain(id)
    expect((await listed(`${filters}&area=${elsewhere}`)).ids).not.toContain(id)
    const cohort = `measure=began&from=${today}&to=${today}`
    expect((await listed(`${cohort}&area=${elsewhere}`)).ids).toContain(id)
  })

  test('for the four figures of the morning brief', async () => {
    const { body } = await leader.get(`/api/brief?date=${today}`)
    const value = (name: string): number =>
      body.figures.find((one: { name: string }) => one.name === name).value
    const yesterday = ago(1)
    const days = `from=${yesterday}&to=${yesterday}&area=${district}`
    expect((await listed(`measure=answered&${days}`)).times).toBe(value('answered'))
    expect((await listed(`measure=reopened&${days}`)).times).toBe(value('reopened'))
    expect((await listed(`due=${today}&area=${district}`)).total).toBe(value('dueToday'))
    expect((await listed(`open=1&reopened=1&area=${district}`)).total).toBe(value('unsolved'))
  })
})

test('what is no number, no day or two numbers at once is refused in words', async () => {
  const list = '/api/records/resident-appeal'
  for (const query of [
    'measure=likes',
    'at=2026-02-31',
    `measure=late&at=${today}`,
    'due=tomorrow',
  ])
    expect((await leader.get(`${list}?${query}`)).status).toBe(400)
})
