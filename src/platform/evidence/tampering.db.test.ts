import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs } from '../../kernel/time.ts'
import { bulkWrite } from '../store/bulk.ts'
import { chainHash } from '../store/chain.ts'
import { withClient } from '../store/database.ts'
import { hour, morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { lifeOf } from '../testing/lives.ts'
import { city, department, desk, keys, world } from '../testing/world.ts'
import { readHeads } from './heads.ts'
import { findings, sealAll } from './testing.ts'

let base: TestDatabase
let watched = { id: '', number: '' }
let published = ''

/** Three days of work: asked one by one, one written as a past, each day sealed and closed. */
beforeAll(async () => {
  base = await startTestDatabase()
  const asking = testAsking(base.db)
  const { asked, clock } = asking
  const raw = { title: '路灯不亮', lead: department }
  await asked('open', raw)
  const { record } = await asked('open', {
    ...raw,
    reporter: { name: '李四', phone: '13800000000' },
  })
  watched = record
  for (const words of ['一', '二', '三'])
    await asked('note', { words }, { record: record.id, by: department })
  await sealAll(base.url, clock.now)
  clock.now += dayMs
  const open = { command: 'open', by: desk, at: morning, raw: { ...raw, source: 'C' } }
  const close = { command: 'close', raw: {}, by: department, at: morning + hour }
  const tools = { ...asking.deps, ...keys, world }
  await bulkWrite(base.db, tools, [lifeOf(asking.deps, [open, close])])
  await sealAll(base.url, clock.now)
  clock.now += dayMs
  await asked('open', raw)
  await sealAll(base.url, clock.now)
  await asked('open', raw)
  const heads = await readHeads(base.db, { city, limit: 10, oldestFirst: true })
  published = heads.map(({ day, hash }) => `${day} ${hash}\n`).join('')
  await withClient(base.url, async (client) => {
    for (const name of tables) await client.query(`create table kept_${name} as table ${name}`)
  })
}, 60_000)
afterAll(() => base.stop())

const tables = ['record', 'event', 'content', 'contact', 'seal', 'sealing', 'day_head'] as const

/** What is found after work was done by someone who may write everything; then all is put back. */
function after(work: (run: pg.Client) => Promise<unknown>): Promise<readonly string[]> {
  return withClient(base.url, async (client) => {
    try {
      await work(client)
      return await findings(base.url, published)
    } finally {
      for (const name of tables) {
        await client.query(`truncate ${name}`)
        await client.query(`insert into ${name} select * from kept_${name}`)
      }
    }
  })
}

const own = () => `city = ${city} and record_id = '${watched.id}'`
const named = () => `记录 ${watched.number}(${watched.id})`
const noted = (seq: number) => `${named()}的第 ${seq} 个事件(Noted)`

test('a city that nobody touched is found whole, also against what was published', async () => {
  expect(published.split('\n')).toHaveLength(3)
  expect(await findings(base.url, published)).toEqual([])
})

describe('whoever writes into the tables is found, with the place:', () => {
  test("an event's body is changed", async () => {
    const found = await after((run) =>
      run.query(`update event set body = replace(body, '{', '{ ') where ${own()} and seq = 3`),
    )
    expect(found).toEqual([`${noted(3)}：内容与校验值不符，被改动`])
  })

  test("an event's time is changed", async () => {
    const found = await after((run) =>
      run.query(`update event set at = at - interval '1 hour' where ${own()} and seq = 3`),
    )
    expect(found).toEqual([`${noted(3)}：内容与校验值不符，被改动`])
  })

  test('what stood at the end of one value is moved to the next', async () => {
    const found = await after((run) =>
      run.query(
        `update event set party = split_part(body, ':', 1), body = substr(body, length(split_part(body, ':', 1)) + 2)
         where ${own()} and seq = 3`,
      ),
    )
    expect(found).toEqual([`${noted(3)}：内容与校验值不符，被改动`])
  })

  test('an event is changed and its hash made anew', async () => {
    const found = await after(async (run) => {
      const { rows } = await run.query(`select * from event where ${own()} and seq = 3`)
      const changed = { ...rows[0], type: 'Praised' }
      const hash = chainHash(changed.prev, { ...changed, record: changed.record_id })
      await run.query(`update event set type = 'Praised', hash = $1 where ${own()} and seq = 3`, [
        hash,
      ])
    })
    expect(found).toContain(`${noted(4)}：与前一个事件不相接`)
    expect(found).toContain(`${named()}的第 3 个事件(Praised)：与封存时不同，见第 1 号封条`)
  })

  test('an event in the middle is removed', async () => {
    const found = await after((run) => run.query(`delete from event where ${own()} and seq = 3`))
    expect(found).toEqual([
      `${named()}的第 3 个事件不见了`,
      `${named()}的第 3 个事件：封存过，现在没有了，见第 1 号封条`,
    ])
  })

  test('the last event is removed, and the record set back', async () => {
    const found = await after(async (run) => {
      await run.query(`delete from event where ${own()} and seq = 4`)
      await run.query(
        `update record set version = 3, head = (select hash from event where ${own()} and seq = 3)
         where city = ${city} and id = '${watched.id}'`,
      )
    })
    expect(found).toEqual([`${named()}的第 4 个事件：封存过，现在没有了，见第 1 号封条`])
  })

  test('the last event alone is removed', async () => {
    const found = await after((run) => run.query(`delete from event where ${own()} and seq = 4`))
    expect(found).toContain(`${named()}：记录停在第 4 个事件，与最后一个事件(第 3 个)不符`)
  })

  test('a whole record is removed with all its rows', async () => {
    const found = await after(async (run) => {
      for (const table of ['event', 'content', 'contact', 'party', 'todo', 'clock'])
        await run.query(`delete from ${table} where ${own()}`)
      await run.query(`delete from record where city = ${city} and id = '${watched.id}'`)
    })
    expect(found).toEqual([`记录 (${watched.id})：整件记录的事件都不见了，见第 1 号封条`])
  })

  test('two events change places', async () => {
    const found = await after(async (run) => {
      await run.query(`update event set seq = 9 where ${own()} and seq = 2`)
      await run.query(`update event set seq = 2 where ${own()} and seq = 3`)
      await run.query(`update event set seq = 3 where ${own()} and seq = 9`)
    })
    expect(found).toContain(`${noted(2)}：与前一个事件不相接`)
    expect(found).toContain(`${noted(2)}：与封存时不同，见第 1 号封条`)
    expect(found).toContain(`${noted(3)}：与封存时不同，见第 1 号封条`)
  })

  test('an event is put in after the last', async () => {
    const found = await after(async (run) => {
      const { rows } = await run.query(`select * from event where ${own()} and seq = 4`)
      const added = { ...rows[0], seq: 5, prev: rows[0].hash }
      const hash = chainHash(added.prev, { ...added, record: added.record_id })
      await run.query(
        `insert into event select city, record_id, 5, at, type, actor, post, ask, party, body, hash, $1
         from event where ${own()} and seq = 4`,
        [hash],
      )
      await run.query(
        `update record set version = 5, head = $1 where city = ${city} and id = '${watched.id}'`,
        [hash],
      )
    })
    expect(found).toEqual([`${noted(5)}：没有封入任何封条，可能是补插的`])
  })

  test('a text that an event refers to is changed, or emptied', async () => {
    const changed = await after((run) =>
      run.query(
        `update content set text = text || '。' where city = ${city}
         and id = (select id from content where ${own()} and field = 'words' order by id offset 1 limit 1)`,
      ),
    )
    expect(changed).toHaveLength(1)
    expect(changed[0]).toContain(`${noted(3)}：所写的文字(`)
    const gone = await after((run) => run.query(`update content set text = null where ${own()}`))
    expect(gone).toHaveLength(4)
  })

  test.each([
    ['its number', `phone_enc = phone_enc || '1'::bytea`],
    ['its mask', `mask_phone = '139****0000'`],
    ['its index', `phone_index = '\\x00'`],
  ])('a contact is changed: %s', async (_, set) => {
    const found = await after((run) => run.query(`update contact set ${set} where ${own()}`))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${named()}的第 1 个事件(Opened)：联系人(`)
  })

  test('a seal is removed', async () => {
    const found = await after((run) => run.query(`delete from seal where city = ${city} and n = 2`))
    expect(found).toContain('第 2 号封条不见了')
    expect(found.filter((line) => line.includes('没有封入任何封条'))).toHaveLength(2)
  })

  test('what a seal holds is changed', async () => {
    const found = await after((run) =>
      run.query(`update seal set seqs[1] = 7 where city = ${city} and n = 3`),
    )
    expect(found).toContain('第 3 号封条：内容与校验值不符，封条被改动')
  })

  test('a day is removed', async () => {
    const day = '2026-03-02'
    const found = await after((run) => run.query(`delete from day_head where day = '${day}'`))
    expect(found).toContain('2026-03-03 的每日存证：与前一天不相接，中间可能少了一天')
    expect(found).toContain('2026-03-02 的每日存证：公布过，这里没有')
  })
})

test('a past that is made anew with all its seals and days shows only against what was published', async () => {
  const rebuilt = await after(async (run) => {
    await run.query(`delete from event where ${own()}`)
    await run.query(`delete from record where city = ${city} and id = '${watched.id}'`)
    await run.query('truncate seal, day_head, sealing')
    await run.query(
      'insert into sealing(city, record_id, seq, hash) select city, record_id, seq, hash from event',
    )
    await sealAll(base.url, morning)
    await sealAll(base.url, morning + 2 * dayMs)
    expect(await findings(base.url)).toEqual([])
  })
  expect(rebuilt).toEqual([
    '2026-03-02 的每日存证：与公布的不同，这一天或更早的存证被重做过',
    '2026-03-03 的每日存证：与公布的不同，这一天或更早的存证被重做过',
  ])
})
