import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Post } from '../../../kernel/actor.ts'
import { instantOf } from '../../../kernel/time.ts'
import type { World } from '../../../kernel/world.ts'
import type { AskDeps } from '../../../platform/asking/types.ts'
import { askDue } from '../../../platform/clockwork/due.ts'
import { askKeys } from '../../../platform/crypto/ask-keys.ts'
import { openSoftwareKeys } from '../../../platform/crypto/software-keys.ts'
import { newId } from '../../../platform/numbers/ids.ts'
import { recheck } from '../../../platform/recheck/recheck.ts'
import { searchTokens } from '../../../platform/suggest/words.ts'
import { startTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts'
import { loadCity } from '../../../platform/world/load-city.ts'
import { cityWide } from '../../parameters.ts'
import { kinds } from '../../registry.ts'
import { CITY_CODE as city } from '../city-code.ts'
import { livedMs, writeDemoBase } from '../base.ts'
import { writeStaff } from '../write-staff.ts'
import { type Loaded, loadYear } from './load-year.ts'
import { type PlayedYear, playYear, writeDuties } from './play-year.ts'
import { askedAgain } from './testing.ts'

const now = instantOf('2026-08-05T10:30:00+08:00') ?? 0
const count = 240
const sampled = 8

let loadedInto: TestDatabase
let other: TestDatabase
let home = ''
let world: World
let posts: readonly Post[] = []
let year: PlayedYear
let loaded: Loaded

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-year-'))
  loadedInto = await startTestDatabase()
  other = await startTestDatabase()
  for (const { db } of [loadedInto, other]) await writeDemoBase(db, now)
  const state = await loadCity(loadedInto.db, city, { registry: kinds, parameters: cityWide })
  if (state === undefined) expect.unreachable('there is no demo city')
  ;({ world } = state)
  const units = [...world.directory.units.values()]
  for (const { db } of [loadedInto, other])
    posts = await writeStaff(db, city, { units, from: now - livedMs })
  const { keys } = depsOf(other)
  const digest = (text: string) => keys.digest(text)
  year = playYear({ world, posts, digest, end: now, lives: 14, seed: 11 })
  for (const base of [loadedInto, other]) await writeDuties(depsOf(base), city, year.duties)
  loaded = await load()
}, 120_000)
afterAll(async () => {
  await loadedInto.stop()
  await other.stop()
  await rm(home, { recursive: true, force: true })
})

function depsOf({ db }: TestDatabase): AskDeps {
  return {
    db,
    registry: kinds,
    worldOf: () => world,
    keys: askKeys(openSoftwareKeys(home)),
    now: () => now,
    newId,
    nextNumber: () => expect.unreachable('numbers are given'),
    segment: searchTokens,
  }
}

function load(): Promise<Loaded> {
  const { db, url } = loadedInto
  const options = { count, hands: 1, progress: () => undefined }
  return loadYear({ db, url, home, city }, year.patterns, options)
}

describe('a year that is loaded', () => {
  it('has as many lives as were wanted, each with ten rows and more', async () => {
    expect(loaded.lives).toBe(count)
    expect(loaded.rows).toBeGreaterThan(count * 10)
    const { rows } = await sql<{ n: number; numbers: number }>`
      select count(*)::int as n, count(distinct number)::int as numbers from record
      where kind <> 'duty-item' and closed_at is not null`.execute(loadedInto.db.read)
    expect(rows[0]).toEqual({ n: count, numbers: count })
  })

  it('is not loaded twice', async () => {
    expect((await load()).lives).toBe(0)
  })

  it('agrees with its own events in every row and count', async () => {
    const differences: string[] = []
    await recheck(depsOf(loadedInto), city, { say: (line) => differences.push(line) })
    expect(differences).toEqual([])
  }, 60_000)

  it('is sealed: every event stands in a seal, or waits for one', async () => {
    const { rows } = await sql<{ lost: number }>`
      select count(*)::int as lost from event e where not exists (
        select 1 from seal s where e.record_id = any(s.record_ids)) and not exists (
        select 1 from sealing w where w.record_id = e.record_id)`.execute(loadedInto.db.read)
    expect(rows[0]?.lost).toBe(0)
  })

  it('is what would have been written, had people asked the same at the same moments', async () => {
    // Of copies of one life only one: asked in one city, the later would be the earlier's recurrence.
    const { rows } = await sql<{ id: string }>`
      select distinct on (title) id from record where kind <> 'duty-item' order by title, id limit ${sampled}`.execute(
      loadedInto.db.read,
    )
    const sample = rows.map(({ id }) => id)
    const to = depsOf(other)
    for (const record of sample)
      await askedAgain({ deps: depsOf(loadedInto), city }, to, { record, posts })
    await askDue(to, city, (line) => expect.unreachable(line))
    for (const table of tables)
      expect(await rowsOf(other, table, sample), table).toEqual(
        await rowsOf(loadedInto, table, sample),
      )
  }, 60_000)
})

const tables = ['record', 'event', 'party', 'todo', 'clock', 'claim', 'link', 'search'] as const

async function rowsOf(
  { db }: TestDatabase,
  table: (typeof tables)[number],
  sample: readonly string[],
): Promise<readonly unknown[]> {
  const column = table === 'record' ? 'id' : table === 'link' ? 'from_id' : 'record_id'
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
    where city = ${city} and ${sql.ref(column)} = any(${[...sample]}::uuid[])
    order by t::text`.execute(db.read)
  expect(rows.length, table).toBeGreaterThan(empty.has(table) ? -1 : 0)
  return rows.map(({ row }) => row)
}

/** Closed records have none of these. */
const empty = new Set(['todo', 'clock', 'claim', 'party', 'link'])
