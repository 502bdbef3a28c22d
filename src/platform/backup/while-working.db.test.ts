import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { providerOf } from '../crypto/keys.ts'
import { startSealer } from '../evidence/sealer.ts'
import { findings } from '../evidence/testing.ts'
import { recheck } from '../recheck/recheck.ts'
import { openDatabase, withClient } from '../store/database.ts'
import { foldBatch } from '../tallies/fold.ts'
import { morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department } from '../testing/world.ts'
import { backup } from './backup.ts'
import { backupName, keepNewest } from './keep.ts'
import { NotRestored } from './manifest.ts'
import { restore } from './restore.ts'

const at = '2026-03-02T09:00:00.000Z'
const say = () => undefined
const sealWith = providerOf([{ id: 'k1', secret: Buffer.alloc(32, 1) }])
let base: TestDatabase
let folder = ''

beforeAll(async () => {
  base = await startTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tongxin-working-'))
  await mkdir(join(folder, 'files', 'ab'), { recursive: true })
  await writeFile(join(folder, 'files', 'ab', 'abcd'), '一张照片')
}, 60_000)
afterAll(async () => {
  await base.stop()
  await rm(folder, { recursive: true, force: true })
})

async function inEmpty<T>(work: (url: string) => Promise<T>): Promise<T> {
  const url = new URL(base.url)
  url.pathname = `/w${process.hrtime.bigint()}`
  await withClient(base.url, (client) => client.query(`create database ${url.pathname.slice(1)}`))
  return work(url.href)
}

function recordsIn(url: string): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from record')
    return rows[0]?.n ?? 0
  })
}

/** Asks, seals and folds until the work is done, and after it. */
async function whileWorking(work: () => Promise<unknown>): Promise<void> {
  const { asked } = testAsking(base.db, `W${process.hrtime.bigint()}`)
  const sealer = startSealer(base.db, { cities: () => [city], now: () => morning, say })
  let stopping = false
  let opened = 0
  const writing = async () => {
    while (!stopping) {
      const { record } = await asked('open', { title: '路灯不亮', lead: department })
      await asked('note', { words: '看过' }, { record: record.id, by: department })
      await base.db.bulk((client) => foldBatch(client, city, morning))
      opened += 1
    }
  }
  const writers = [writing(), writing()]
  await expect.poll(() => opened, { timeout: 10_000 }).toBeGreaterThan(2)
  await work()
  const during = opened
  await expect.poll(() => opened, { timeout: 10_000 }).toBeGreaterThan(during)
  stopping = true
  await Promise.all(writers)
  await sealer.stop()
}

describe('a backup made while people work', () => {
  test.each([
    ['plain', undefined],
    ['sealed', sealWith],
  ])(
    'is of one moment: what is restored verifies and rechecks without a difference (%s)',
    async (name, keys) => {
      const to = join(folder, name)
      await whileWorking(() =>
        backup({ url: base.url, home: folder, to, city, at, say, sealWith: keys }),
      )
      await inEmpty(async (url) => {
        const home = join(folder, `home-${name}`)
        await restore({ url, home, from: to, say, keys })
        expect(await findings(url)).toEqual([])
        const db = openDatabase(url)
        const { deps } = testAsking(db)
        const differences = await recheck({ ...deps, db }, city, {
          say: (line) => expect.unreachable(line),
        })
        await db.close()
        expect(differences).toBe(0)
        expect(await recordsIn(url)).toBeGreaterThan(0)
        expect(await recordsIn(url)).toBeLessThan(await recordsIn(base.url))
        expect(await readFile(join(home, 'files', 'ab', 'abcd'), 'utf8')).toBe('一张照片')
      })
    },
  )
})

describe('a sealed backup', () => {
  const to = () => join(folder, 'sealed')

  test('shows nobody a row or a file, and holds no keys', async () => {
    const names = await readdir(to(), { recursive: true })
    expect(names).not.toContain('keys.json')
    expect(names).toContain(join('files', 'ab', 'abcd.sealed'))
    const bytes = await readFile(join(to(), 'files', 'ab', 'abcd.sealed'))
    expect(bytes.includes('一张照片')).toBe(false)
  })

  test.each([
    ['without keys', undefined, '--keys'],
    ['with other keys', providerOf([{ id: 'k1', secret: Buffer.alloc(32, 2) }]), '不是用这套密钥'],
  ])('is not restored %s', async (_, keys, says) => {
    await inEmpty(async (url) => {
      await expect(restore({ url, home: folder, from: to(), say, keys })).rejects.toThrow(says)
    })
  })

  test('is not restored when a table was changed or put in the place of another', async () => {
    const file = (table: string) => join(to(), `${table}.jsonl.gz.sealed`)
    const kept = await readFile(file('event'))
    await writeFile(file('event'), await readFile(file('content')))
    await inEmpty(async (url) => {
      const asked = { url, home: join(folder, 'none'), from: to(), say, keys: sealWith }
      await expect(restore(asked)).rejects.toThrow(NotRestored)
    })
    await writeFile(file('event'), kept)
  })
})

describe('a folder of backups', () => {
  test('keeps the newest ones and touches nothing else', async () => {
    const into = join(folder, 'many')
    const times = ['01', '02', '03'].map((day) => `2026-03-${day}T18:00:00.000Z`)
    const names = times.map((time) => backupName(city, time))
    for (const name of [...names, 'holiday', backupName(999, at)]) {
      await mkdir(join(into, name), { recursive: true })
      await writeFile(join(into, name, 'manifest.json'), '{}')
    }
    await mkdir(join(into, `${names[0]}.partial`))
    await mkdir(join(into, backupName(city, '2026-03-04T18:00:00.000Z')))
    expect(await keepNewest(into, { city, keep: 2 })).toEqual([names[0]])
    expect(await readdir(into)).toHaveLength(6)
    await expect(keepNewest(into, { city, keep: 0 })).rejects.toThrow(RangeError)
  })

  test('is not shown a backup that was cut short', async () => {
    const to = join(folder, 'cut')
    const asked = { url: base.url, home: folder, to, city, at }
    const cut = (line: string) => {
      if (line.startsWith('已备份 event')) throw new Error('cut')
    }
    await expect(backup({ ...asked, say: cut })).rejects.toThrow('cut')
    await expect(stat(to)).rejects.toThrow('ENOENT')
    await backup({ ...asked, say })
    await expect(backup({ ...asked, say })).rejects.toThrow('已经存在')
  })
})
