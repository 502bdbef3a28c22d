import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '../../kernel/time.ts'
import { contactPlace } from '../../platform/asking/contact.ts'
import { askKeys } from '../../platform/crypto/ask-keys.ts'
import { openSoftwareKeys } from '../../platform/crypto/software-keys.ts'
import { recheck } from '../../platform/recheck/recheck.ts'
import { momentOf } from '../../platform/store/value-types.ts'
import { searchTokens } from '../../platform/suggest/words.ts'
import { foldAll } from '../../platform/testing/fold.ts'
import { startTestDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { loadCity } from '../../platform/world/load-city.ts'
import { cityWide } from '../parameters.ts'
import { kinds } from '../registry.ts'
import { CITY_CODE as city } from './city-code.ts'
import { writeDemoBase } from './base.ts'
import { loadDemo } from './load.ts'
import { writePast } from './write-past.ts'

let base: TestDatabase
let home = ''
const now = instantOf('2026-08-05T10:30:00+08:00') ?? 0
const days = 60
const appeals = 300

beforeAll(async () => {
  base = await startTestDatabase()
  home = await mkdtemp(join(tmpdir(), 'tongxin-demo-'))
  await writeDemoBase(base.db, now)
}, 120_000)
afterAll(async () => {
  await base.stop()
  await rm(home, { recursive: true, force: true })
})

async function load(): Promise<{ readonly said: readonly string[]; readonly done: number }> {
  const said: string[] = []
  let done = 0
  await loadDemo(
    { db: base.db, url: base.url, home },
    {
      say: (line) => said.push(line),
      progress: (progress) => {
        done = progress.done
      },
      now,
      days,
      appeals,
    },
  )
  return { said, done }
}

async function count(table: 'record' | 'event' | 'contact' | 'post'): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.table(table)}`.execute(base.db.read)
  return rows[0]?.n ?? 0
}

async function cityState() {
  const state = await loadCity(base.db, city, {
    registry: kinds,
    parameters: cityWide,
  })
  if (state === undefined) expect.unreachable('there is no demo city')
  return state
}

describe('the demo city', () => {
  it('goes on loading where it was broken off, with nothing twice and nothing half', async () => {
    const broken = await breakOff()
    expect(broken).toBeGreaterThan(100)
    const { said, done } = await load()
    expect(said).toEqual(['正在装入演示城市半年的事项', '演示城市半年的事项已装好'])
    expect(done).toBeGreaterThan(appeals)
    expect(await count('record')).toBeGreaterThan(appeals + 160)
    expect(await count('contact')).toBeGreaterThan(appeals / 2)
    expect(await count('post')).toBeGreaterThan(4000)
  }, 240_000)

  it('holds findings and whistles beside the appeals, with what follows them', async () => {
    const { rows } = await sql<{
      kind: string
      n: number
    }>`select kind, count(*)::int as n from record group by kind`.execute(base.db.read)
    const counts = new Map(rows.map(({ kind, n }) => [kind, n]))
    expect(counts.get('grid-finding')).toBeGreaterThanOrEqual(147)
    expect(counts.get('street-whistle')).toBeGreaterThanOrEqual(10)
    expect(counts.get('department-evaluation')).toBeGreaterThanOrEqual(10)
  })

  it('is loaded once', async () => {
    const before = await count('event')
    expect(await load()).toEqual({ said: [], done: 0 })
    expect(await count('event')).toBe(before)
  })

  it('agrees with its own events in every row and count', async () => {
    const { world } = await cityState()
    await base.db.bulk((client) => foldAll(client, city, now))
    const differences: string[] = []
    const keys = askKeys(openSoftwareKeys(home))
    await recheck(
      { db: base.db, registry: kinds, worldOf: () => world, segment: searchTokens, keys },
      city,
      { say: (line) => differences.push(line) },
    )
    expect(differences).toEqual([])
  }, 120_000)

  it('leaves the clocks that lie ahead, and only those, to be asked', async () => {
    const { rows } = await sql<{ ahead: number; behind: number }>`
      select count(*) filter (where due_at > ${momentOf(now)}::timestamptz)::int as ahead,
        count(*) filter (where due_at <= ${momentOf(now)}::timestamptz)::int as behind
      from clock`.execute(base.db.read)
    expect(rows[0]?.ahead).toBeGreaterThan(50)
    expect(rows[0]?.behind).toBe(0)
  })

  it('keeps its people’s names and numbers sealed', async () => {
    const row = await base.db.read.selectFrom('contact').selectAll().executeTakeFirstOrThrow()
    const keys = askKeys(openSoftwareKeys(home))
    const phone =
      row.phone_enc === null ? '' : keys.open(row.phone_enc, contactPlace(row.id, 'phone'))
    expect(phone).toMatch(/^154000\d{5}$/)
    expect(row.mask_phone).toMatch(/^154\*{4}\d{4}$/)
  })
})

/** Writes the first lives of the same past and fails then, as a killed process would. */
async function breakOff(): Promise<number> {
  const state = await cityState()
  const keys = askKeys(openSoftwareKeys(home))
  const progress = (done: number) => {
    if (done > 0) throw new Error('broken off')
  }
  const wanted = { end: now, days, appeals, seed: 530_100, part: 'rest' as const }
  await expect(writePast({ db: base.db, state, keys, progress }, wanted)).rejects.toThrow('broken')
  return count('record')
}
