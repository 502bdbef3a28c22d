import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asked, dispatching, registered } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let keeper: Caller
let clerk: Caller
let head: Caller
const district = 530_102
const list = '/api/records/duty-item'
/** Numbers of the items made here, so that those of the demo city stay out of sight. */
const made = ['T1', 'T2', 'T3', 'T4', 'T5']

beforeAll(async () => {
  city = await startRunningCity()
  keeper = await city.as('bianban')
  clerk = await city.as('huashan-jingban')
  head = await city.as('huashan-fuze')
  for (const [at, number] of made.entries())
    await listed({
      number,
      name: `试用事项${number}`,
      type: at < 3 ? 'cooperate' : 'basic',
      ...(at === 2 ? { validTo: '2027-12-31' } : {}),
      ...(at === 4 ? { block: '城市管理' } : {}),
    })
}, 120_000)
afterAll(() => city.stop())

async function listed(data: object): Promise<void> {
  const answer = await keeper.post('/api/duty-item/list', {
    ask: randomUUID(),
    area: district,
    data: {
      block: '平安建设',
      lead: '城市管理局',
      basis: '试用依据',
      validFrom: '2026-01-01',
      ...data,
    },
  })
  expect(answer.body).toMatchObject({ number: expect.any(String) })
}

type Row = { id: string; fields: Record<string, string>; title: string }

/** The list page after page, one row at a time. */
async function walked(query: string, by: Caller = clerk): Promise<Row[]> {
  const rows: Row[] = []
  let cursor = ''
  do {
    const { status, body } = await by.get(`${list}?limit=2&${query}${cursor}`)
    expect(body.error).toBeUndefined()
    expect(status).toBe(200)
    rows.push(...body.rows)
    cursor = body.next === undefined ? '' : `&cursor=${body.next}`
  } while (cursor !== '')
  return rows
}

const numbers = (rows: readonly Row[]) => rows.map(({ fields }) => fields['number'])

describe('a list of any kind', () => {
  test('is narrowed by the words of its own fields, one of several', async () => {
    const all = made.join(',')
    expect(numbers(await walked(`f.number=${all}&f.type=basic`))).toEqual(['T5', 'T4'])
    expect(await walked(`f.number=${all}&f.type=basic,cooperate`)).toHaveLength(5)
    expect(await walked('f.number=T9')).toEqual([])
    const counted = `f.number=${all}&f.block=城市管理`
    expect(numbers(await walked(counted)), 'in no slot, but counted by').toEqual(['T5'])
    expect(numbers(await walked(`f.number=${all}&category=城市管理`))).toEqual(['T5'])
    expect(await walked(`f.number=${all}&f.block=城市管理,平安建设`)).toHaveLength(5)
  })

  test('is ordered by its own fields, either way, and no row is lost or seen twice', async () => {
    const query = `f.number=${made.join(',')}&sort=`
    expect(numbers(await walked(`${query}f.number`))).toEqual(made)
    expect(numbers(await walked(`${query}-f.number`))).toEqual(made.toReversed())
    expect(new Set(numbers(await walked(`${query}-f.type`)))).toEqual(new Set(made))
    expect(numbers(await walked(`${query}opened`))).toEqual(made)
    expect(numbers(await walked(`${query}-opened`))).toEqual(made.toReversed())
  })

  test('puts what has no value last, newest first, whichever way the order goes', async () => {
    const desk = await city.as('wuhua')
    const ids: string[] = []
    for (const detail of ['路口积水没有人来抽', '楼道灯坏了一个星期', '店门口噪音很大']) {
      const { body } = await registered(desk, { detail })
      ids.push(body.id)
    }
    const [first = '', due = '', last = ''] = ids
    await asked(desk, `${due}/dispatch`, dispatching)
    for (const sort of ['due', '-due']) {
      const path = `/api/records/resident-appeal?limit=1&open=1&sort=${sort}`
      const found: string[] = []
      let cursor = ''
      do {
        const { body } = await desk.get(`${path}${cursor}`)
        found.push(...body.rows.map((row: { id: string }) => row.id))
        cursor = body.next === undefined ? '' : `&cursor=${body.next}`
      } while (cursor !== '')
      expect(found.filter((id) => ids.includes(id))).toEqual([due, last, first])
    }
  })

  test('is refused where a field cannot be looked through, never answered with everything', async () => {
    for (const wrong of ['f.basis=x', 'f.nothing=x', 'sort=f.basis', 'sort=colour'])
      expect({ wrong, status: (await clerk.get(`${list}?${wrong}`)).status }).toEqual({
        wrong,
        status: 400,
      })
  })

  test('goes out as a sheet with the columns and rows that are looked at', async () => {
    const { body } = await head.get(
      `${list}/export?format=csv&columns=f.number,title,f.basis&f.number=T1,T2&sort=f.number`,
    )
    const lines = String(body).trim().split(/\r?\n/u)
    expect(lines.slice(1)).toEqual([
      '事项编号,标题,依据',
      'T1,试用事项T1,试用依据',
      'T2,试用事项T2,试用依据',
    ])
  })
})

describe('a list kept under a name', () => {
  test('is its maker’s own until a head shares one with the unit', async () => {
    const kept = await clerk.post('/api/views/duty-item', {
      name: '我的',
      address: 'f.type=basic&sort=f.number&cursor=zz&phone=15400012345',
    })
    expect(kept.body).toMatchObject([
      { name: '我的', address: 'f.type=basic&sort=f.number', shared: false, mine: true },
    ])
    expect((await head.get('/api/views/duty-item')).body).toEqual([])
    const refused = await clerk.post('/api/views/duty-item', {
      name: '全单位',
      address: '',
      shared: true,
    })
    expect(refused.status).toBe(403)
    await head.post('/api/views/duty-item', { name: '全单位', address: 'open=1', shared: true })
    const seen = await clerk.get('/api/views/duty-item')
    expect(seen.body).toMatchObject([
      { name: '我的' },
      { name: '全单位', shared: true, mine: false },
    ])
    expect((await keeper.get('/api/views/duty-item')).body).toEqual([])
    const [own, shared] = seen.body
    expect((await clerk.remove(`/api/views/duty-item/${shared.id}`)).status).toBe(403)
    expect((await keeper.remove(`/api/views/duty-item/${own.id}`)).status).toBe(404)
    expect((await clerk.remove(`/api/views/duty-item/${own.id}`)).body).toHaveLength(1)
  })

  test('is replaced by one of the same name', async () => {
    await head.post('/api/views/duty-item', { name: '本月', address: 'open=1' })
    await head.post('/api/views/duty-item', { name: '本月', address: 'late=1' })
    const { body } = await head.get('/api/views/duty-item')
    expect(body.filter((view: { name: string }) => view.name === '本月')).toMatchObject([
      { address: 'late=1' },
    ])
  })
})

describe('work on many records together', () => {
  test('offers what can be asked of each, says of how many, and names what is refused', async () => {
    const rows = await walked('f.number=T4,T5')
    const ids = rows.map(({ id }) => id)
    const [ended] = ids
    const before = await keeper.post('/api/bulk-offers', { ids })
    const names = before.body.map((offer: { command: string }) => offer.command)
    expect(names).toContain('end')
    // What corrects one item by itself is not held out for many.
    expect(names).not.toContain('amend')
    expect(before.body[0].targets).toHaveLength(2)
    expect((await clerk.post('/api/bulk-offers', { ids })).body).toEqual([])
    await keeper.post(`/api/duty-item/${ended}/end`, {
      ask: randomUUID(),
      data: { endReason: '合并' },
    })
    const ask = randomUUID()
    const wish = {
      ask,
      ids: ids.map((id) => ({ kind: 'duty-item', id })),
      data: { endReason: '到期清理' },
    }
    const answer = await keeper.post('/api/bulk/end', wish)
    expect(answer.body).toMatchObject({ done: 1, refused: [{ id: ended }] })
    expect(answer.body.refused[0].says).not.toBe('')
    const again = await keeper.post('/api/bulk/end', wish)
    expect(again.body).toMatchObject({ done: 1 })
  })
})

describe('all kinds in one place', () => {
  test('lists what a post may see or start, with what is open in its unit', async () => {
    const { body } = await keeper.get('/api/catalogue')
    const item = body.kinds.find((one: { kind: string }) => one.kind === 'duty-item')
    expect(item).toMatchObject({
      label: '履职清单事项',
      group: 'street-mandate',
      off: false,
    })
    const begun = item.starts.map((start: { command: string }) => start.command)
    expect(begun).toContain('list')
    expect(item.open).toBeGreaterThan(0)
    expect(body.groups.map((one: { label: string }) => one.label)).toContain('街道体制')
    const other = await clerk.get('/api/catalogue')
    const same = other.body.kinds.find((one: { kind: string }) => one.kind === 'duty-item')
    expect(same).toMatchObject({ starts: [], open: 0 })
  })

  test('holds nothing out to a post that could never see it', async () => {
    const caller = await city.as('huifang')
    const { body } = await caller.get('/api/catalogue')
    const names = body.kinds.map((one: { kind: string }) => one.kind)
    expect(names).toContain('duty-item')
    expect(names).not.toContain('grid-finding')
  })

  test('counts what waits for a post', async () => {
    const desk = await city.as('wuhua')
    await desk.post('/api/resident-appeal/register', {
      ask: randomUUID(),
      area: 530_102_001_001,
      data: { detail: '路灯不亮，晚上看不清路', spot: '一号路', channel: 'phone' },
    })
    const { body } = await desk.get('/api/catalogue')
    const appeals = body.kinds.find((one: { kind: string }) => one.kind === 'resident-appeal')
    expect(appeals.waiting).toBeGreaterThan(0)
  })
})
