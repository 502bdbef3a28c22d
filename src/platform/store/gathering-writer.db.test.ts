import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../asking/ask.ts'
import { prepare } from '../asking/prepare.ts'
import type { AskDeps } from '../asking/types.ts'
import { newId } from '../numbers/ids.ts'
import { testAsking } from '../testing/asking.ts'
import { matter } from '../testing/kinds.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department, desk, otherDepartment, place, postIn } from '../testing/world.ts'
import { arrayText } from './array-text.ts'
import { type CommitValues, valuesOfMany } from './commit-many.ts'
import { StoreAway } from './faults.ts'
import type { Database } from './database.ts'
import { textFor } from './writer.ts'

let one: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  one = await startTestDatabase()
  other = await startTestDatabase()
}, 60_000)
afterAll(async () => {
  await one.stop()
  await other.stop()
})

const together = (db: Database): Database => ({ ...db, writer: db.late })
const rows = 8
const all = Array.from({ length: rows }, (_, at) => at)

describe('asks that come side by side', () => {
  it('leave the very rows that they leave one after the other, by fewer transactions', async () => {
    await story(one.db, (works) => inOrder(works))
    await story(together(other.db), (works) => Promise.all(works.map((work) => work())))
    for (const table of tables)
      expect(await told(other, table), table).toEqual(await told(one, table))
    expect(await transactions(one)).toBe(rows * 5)
    expect(await transactions(other)).toBeLessThan(rows * 5)
  }, 30_000)

  it('for one key make one record; whoever is too late hears what is taken', async () => {
    const { tried } = testAsking(together(one.db), 'K')
    const answers = await Promise.all(
      all.map((at) =>
        tried('open', { title: '同号', lead: department, source: at < 2 ? 'S' : `S${at}` }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(rows - 1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refused: 'claimTaken', field: 'source' })
  })

  it('and are one ask sent twice get one answer', async () => {
    const { tried } = testAsking(together(one.db), 'T')
    const id = newId()
    const answers = await Promise.all(
      all.map((at) => tried('open', { title: '两次', lead: department }, at < 2 ? { id } : {})),
    )
    const made = answers.flatMap((answer) => (answer.ok ? [answer.record.id] : []))
    expect(made).toHaveLength(rows)
    expect(new Set(made).size).toBe(rows - 1)
    expect(answers.filter((answer) => answer.ok && answer.again)).toHaveLength(1)
  })

  it('are decided again where one rests on what another of them changes', async () => {
    const { asked, deps } = testAsking(together(one.db), 'R')
    const { record } = await asked('open', { title: '清点', lead: department })
    const { opened } = await asked('follow', {}, { record: record.id, by: department })
    const child = { record: opened[0]?.id ?? '', by: department }
    const [counted] = await Promise.all([
      asked('countOthers', {}, { record: record.id, by: department }),
      asked('close', {}, child),
    ])
    const after = await asked('countOthers', {}, { record: record.id, by: department })
    expect([0, 1]).toContain(counted.record.fields['size'])
    expect(after.record.fields['size']).toBe(0)
    expect(deps.db.writer).toBe(one.db.late)
  })

  it('are not committed by one call where one rests on what another of them changes', async () => {
    const { asked } = testAsking(together(one.db), 'V')
    const { record } = await asked('open', { title: '清点', lead: department })
    const { opened } = await asked('follow', {}, { record: record.id, by: department })
    const caught: CommitValues[] = []
    const catching = (values: CommitValues) => {
      caught.push(values)
      return Promise.resolve(null)
    }
    const { asked: seen } = testAsking({ ...one.db, writer: { ...one.db.late, commit: catching } })
    await seen('countOthers', {}, { record: record.id, by: department })
    await seen('close', {}, { record: opened[0]?.id ?? '', by: department })
    const called = (commits: readonly CommitValues[]) => {
      const values = valuesOfMany(commits)
      const text = textFor('commit_many', values.length)
      return one.db.bulk((client) => client.query(text, [...values]))
    }
    expect(caught).toHaveLength(2)
    await expect(called(caught)).rejects.toThrow('alone')
    for (const alone of caught) expect((await called([alone])).rowCount).toBe(1)
  })

  it('of which one is at fault are done but for that one', async () => {
    const { deps, tried } = testAsking(together(one.db), 'F')
    const broken: AskDeps = { ...deps, nextNumber: () => 'no\u0000number' }
    const [failed, ...others] = await Promise.all([
      ask(broken, {
        id: newId(),
        city,
        kind: 'matter',
        command: 'open',
        actor: { by: 'post', post: postIn(desk) },
        at: deps.now(),
        place,
        prepared: prepare(
          matter.starts['open']?.input ?? {},
          { title: '坏的', lead: department },
          deps,
        ),
      }).catch((error: unknown) => error),
      ...all.map(() => tried('open', { title: '好的', lead: department })),
    ])
    expect(failed).toBeInstanceOf(Error)
    expect(failed).not.toBeInstanceOf(StoreAway)
    expect(others.every((answer) => answer.ok)).toBe(true)
  })
})

describe('a column of a commit', () => {
  const read = async (column: readonly unknown[]) => {
    const { rows: found } = await sql<{ words: unknown }>`
      select ${arrayText(column)}::text[] as words`.execute(one.db.read)
    return found[0]?.words
  }

  it('holds every word as it was written, and what is not there apart from words', async () => {
    const signs = [
      '',
      'null',
      'NULL',
      '"',
      '\\',
      'a"b\\c\\"',
      '{1,2}',
      ' a ',
      '\n\t\u0001',
      '𠮷',
      "'",
    ]
    const words = [...signs, '路灯', null]
    expect(await read(words)).toEqual(words)
    expect(await read([undefined])).toEqual([null])
    expect(await read([])).toEqual([])
  })

  it('holds numbers, flags and bytes, and anything else is a fault', async () => {
    const bytes = Buffer.from([0, 255])
    expect(await read([1, -2.5, true, bytes])).toEqual(['1', '-2.5', 'true', '\\x00ff'])
    expect(() => arrayText([{}])).toThrow(TypeError)
  })
})

type Work = () => Promise<unknown>

/** Everything that a commit can carry: openings, parties, to-dos that move, effects, ends. */
async function story(db: Database, done: (works: readonly Work[]) => Promise<unknown>) {
  const { asked } = testAsking(db)
  const ids = new Map<number, string>()
  const each = (work: (at: number) => Promise<unknown>) => done(all.map((at) => () => work(at)))
  const on = (at: number, by = department) => ({ record: ids.get(at) ?? '', by })
  await each(async (at) => {
    const reporter = { name: `王${at}`, phone: `1540000000${at}`, note: '' }
    const words = { title: `第${at}件`, source: `件${at}`, topic: '甲', mood: '急', wish: '快一些' }
    const { record } = await asked('open', { ...words, lead: department, reporter, size: at })
    ids.set(at, record.id)
  })
  await each((at) => asked('follow', { source: `派${at}` }, on(at)))
  await each((at) => asked('call', { unit: otherDepartment }, on(at)))
  await each((at) => asked('tell', { other: ids.get((at + 1) % rows), how: 'note' }, on(at)))
  await each((at) => asked('hand', { lead: otherDepartment }, on(at)))
}

async function inOrder(works: readonly Work[]): Promise<void> {
  for (const work of works) await work()
}

/** What is drawn anew each time, sealed, or hashed over such. */
const sealed = ['hash', 'prev', 'head', 'number', 'text', 'name_enc', 'phone_enc', 'note_enc']

const tables = [
  'record',
  'event',
  'sealing',
  'party',
  'todo',
  'clock',
  'claim',
  'link',
  'content',
  'contact',
  'search',
  'notice',
  'remark',
  'delta',
  'ask',
] as const

/** The rows of a table, with records by the key they were made under and no other ids. */
async function told({ db }: TestDatabase, table: (typeof tables)[number]) {
  const { rows: known } = await sql<{ id: string; key: string }>`
    select id, k1 as key from record where city = ${city}`.execute(db.read)
  // When it was queued is the database's own moment.
  const dropped = table === 'sealing' ? [...sealed, 'at'] : sealed
  const { rows: found } = await sql<{ row: string }>`
    select (to_jsonb(t) - ${dropped}::text[])::text as row
    from ${sql.table(table)} t where t.city = ${city}`.execute(db.read)
  const names = new Map(known.map(({ id, key }) => [id, key]))
  return found
    .map(({ row }) =>
      row
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => names.get(id) ?? '*')
        // Digests of contacts are over their ids too.
        .replaceAll(/[\w-]{43}(?=\\?")/g, '#')
        .replaceAll(/N\d+/g, 'number'),
    )
    .toSorted()
}

async function transactions({ db }: TestDatabase): Promise<number> {
  const { rows: found } = await sql<{ n: number }>`
    select count(distinct xmin::text)::int as n from ask where city = ${city}`.execute(db.read)
  return found[0]?.n ?? 0
}
