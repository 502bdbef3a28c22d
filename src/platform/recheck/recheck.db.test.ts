import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askDue } from '../clockwork/due.ts'
import { bulkWrite } from '../store/bulk.ts'
import { loadRecord } from '../store/load.ts'
import { foldAll } from '../testing/fold.ts'
import { readTally } from '../tallies/read.ts'
import { hour, morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { lifeOf } from '../testing/lives.ts'
import { city, department, desk, keys, otherDepartment, world } from '../testing/world.ts'
import { recheck } from './recheck.ts'

let base: TestDatabase
let asking: ReturnType<typeof testAsking>
let watched = ''

beforeAll(async () => {
  base = await startTestDatabase()
  asking = testAsking(base.db)
  const { asked } = asking
  const open = (raw: object) => asked('open', { title: '路灯不亮', lead: department, ...raw })
  const first = await open({ source: 'A', topic: 'light', mood: 'good', wish: '谢谢', size: 2.5 })
  const second = await open({ about: first.record.id, met: morning, reporter: { name: '李四' } })
  watched = second.record.id
  const how = { record: watched, by: department }
  await asked('call', { unit: otherDepartment }, how)
  await asked('follow', { source: 'B' }, how)
  await asked('hand', { lead: otherDepartment }, how)
  const third = await open({})
  const by = { record: third.record.id, by: department }
  await asked('tell', { other: watched, how: 'close' }, by)
  await asked('tell', { other: watched, how: 'note' }, by)
  await asked('close', {}, by)
  await askDue(asking.deps, city, (line) => expect.unreachable(line))
  await bulkWrite(base.db, tools(), bulkLives())
  await base.db.bulk((client) => foldAll(client, city, morning))
  await open({ topic: 'water' })
}, 60_000)
afterAll(() => base.stop())

const tools = () => ({ ...asking.deps, ...keys, world })
const bulkLives = () => {
  const open = { command: 'open', by: desk, at: morning }
  const raw = { title: '批量\t写入\\n', lead: department, topic: 'light', source: 'C' }
  return [
    lifeOf(asking.deps, [
      { ...open, raw },
      { command: 'note', raw: { words: '一笔' }, by: department, at: morning + hour },
      { command: 'close', raw: {}, by: department, at: morning + hour },
    ]),
    lifeOf(asking.deps, [
      { ...open, raw: { ...raw, source: 'D' } },
      { command: 'call', raw: { unit: otherDepartment }, by: department, at: morning + hour },
    ]),
  ]
}

async function check(repair = false): Promise<readonly string[]> {
  const said: string[] = []
  const options = { repair, say: (line: string) => said.push(line) }
  expect(await recheck({ ...asking.deps, keys }, city, options)).toBe(said.length)
  return said
}

async function run(text: string, ...values: unknown[]): Promise<void> {
  const changed = await base.db.bulk((client) => client.query(text, values))
  expect(changed.rowCount).toBeGreaterThan(0)
}

describe('a recheck', () => {
  it('finds nothing where everything came by asks, clocks, effects and bulk writing', async () => {
    expect(await check()).toEqual([])
  })

  it('reads what was written in bulk like what was asked', async () => {
    const rows = await base.db.read.selectFrom('record').selectAll().where('k1', '=', 'C').execute()
    const stored = await loadRecord(base.db, city, rows[0]?.id ?? '')
    expect(stored?.record).toMatchObject({ title: '批量\t写入\\n', state: 'closed', version: 3 })
    const cells = await readTally(base.db, {
      city,
      level: 'city',
      kinds: ['matter'],
      measures: ['opened'],
      category: { name: 'light' },
      to: '2026-12-31',
    })
    expect(cells[0]?.n).toBe(3)
  })

  const of = 'where record_id = $1'
  const seeded: readonly (readonly [string, string, RegExp])[] = [
    ['a field of a record', `update record set fields = '{}' where id = $1`, /fields 应为/],
    [
      'the state of a record',
      `update record set state = 'closed' where id = $1`,
      /state 应为 open/,
    ],
    ['the slot of a record', `update record set t1 = null where id = $1`, /t1 应为/],
    ['the place of a record', `update record set street = 7 where id = $1`, /street 应为/],
    ['a missing record', `delete from record where id = $1`, /缺少记录/],
    ['a missing party', `delete from party ${of}`, /缺少参与单位/],
    ['the state of a party', `update party set state = 'helped' ${of}`, /state 应为 asked/],
    ['a missing to-do', `delete from todo ${of} and command = 'help'`, /缺少待办/],
    [
      'a missing to-do of a refused effect',
      `delete from todo ${of} and command = 'effectRefused'`,
      /缺少待办/,
    ],
    ['another due time', `update todo set due_at = now() ${of} and command = 'close'`, /due_at/],
    ['a missing clock', `delete from clock ${of} and effect_id is null`, /缺少时限 limit/],
    ['a missing link', `delete from link where from_id = $1`, /缺少关联/],
    ['words no longer found', `delete from search ${of}`, /缺少检索词 title/],
  ]
  it.each(seeded)('reports and repairs %s', async (_what, change, sentence) => {
    await run(change, watched)
    const said = await check()
    expect(said.join('\n')).toMatch(sentence)
    expect(said.length).toBeLessThan(4)
    await check(true)
    expect(await check()).toEqual([])
  })

  const elsewhere: readonly (readonly [string, string, RegExp])[] = [
    ['a lost claim', `delete from claim where key = 'source|A'`, /缺少唯一性/],
    [
      'a wrong tally',
      `update tally set n = n + 1 where measure = 'opened' and level = 0 and category = ''`,
      /应为 \d+,实为/,
    ],
    [
      'a lost tally',
      `delete from tally where measure = 'state:open' and level = 12`,
      /应为 \d+,实为 0/,
    ],
    [
      'a lost line of the counts',
      `delete from delta where category = 'water' and measure = 'opened'`,
      /opened/,
    ],
    [
      'a to-do of no record',
      `insert into todo(city, record_id, unit, command, role, party, kind, provisional) values (5301, '00000000-0000-4000-8000-000000000009', 1, 'close', '', 0, 'matter', false)`,
      /没有事件，却有待办/,
    ],
  ]
  it.each(elsewhere)('reports and repairs %s', async (_what, change, sentence) => {
    await run(change)
    expect((await check()).join('\n')).toMatch(sentence)
    await check(true)
    expect(await check()).toEqual([])
  })
})

describe('an event that was tampered with', () => {
  const tampered: readonly (readonly [string, string, RegExp])[] = [
    ['its body', `body = replace(body, 'unit', 'Unit')`, /第 2 个事件:内容与校验值不符/],
    ['its actor', `actor = 'somebody'`, /第 2 个事件:内容与校验值不符/],
    ['its time', `at = at - interval '1 minute'`, /第 2 个事件:内容与校验值不符/],
    ['its hash', `hash = '\\x00'`, /第 3 个事件:与前一事件的校验链不相接/],
  ]
  it.each(tampered)('is found by %s', async (_what, change, sentence) => {
    await run('create table kept as select * from event where record_id = $1', watched)
    await run(`update event set ${change} where record_id = $1 and seq = 2`, watched)
    expect((await check()).join('\n')).toMatch(sentence)
    await run('delete from event where record_id = $1', watched)
    await run('insert into event select * from kept')
    await base.db.bulk((client) => client.query('drop table kept'))
    expect(await check()).toEqual([])
  })

  it('is found by its absence, and altered words by their digest', async () => {
    await run('create table kept as select * from event where record_id = $1', watched)
    await run('delete from event where record_id = $1 and seq = 3', watched)
    expect((await check()).join('\n')).toMatch(/中间缺少事件/)
    await run('insert into event select * from kept where seq = 3')
    await run(`update content set text = text || '!' where record_id = $1`, watched)
    expect((await check()).join('\n')).toMatch(/与摘要不符/)
    await run(`update content set text = rtrim(text, '!') where record_id = $1`, watched)
    expect(await check()).toEqual([])
  })
})
