import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../store/database.ts'
import { testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department } from '../testing/world.ts'
import { backup, fileOf } from './backup.ts'
import { NotRestored } from './manifest.ts'
import { restore } from './restore.ts'
import { cityTables, leftBehind } from './tables.ts'

const at = '2026-03-02T09:00:00+08:00'
const quiet = () => undefined
let base: TestDatabase
let folder = ''
let kept = ''

beforeAll(async () => {
  base = await startTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'tongxin-backup-'))
  await writeFile(join(folder, 'keys.json'), '{"keys":"of this home"}')
  const { asked } = testAsking(base.db)
  const words = { title: '批量\t写入\\n「𠮷」', lead: department, topic: 'light', source: 'A' }
  await asked('open', { ...words, reporter: { name: '李四', phone: '13800000000' } })
  await asked('open', { title: '路灯不亮', lead: department })
  await withClient(base.url, async (client) => {
    await client.query(
      `insert into area(city, code, level, type, name) values ($1::int, $2::bigint, 'city', '市', '同心市')`,
      [city, city],
    )
    await client.query(
      `insert into unit(city, id, name, type, functions, area, domains)
       values ($1::int, 900, '城管局', 'department', '{a,"b,c"}', $2::bigint, '{}')`,
      [city, city],
    )
  })
  kept = join(folder, 'kept')
  await backup({ url: base.url, home: folder, to: kept, city, at, say: quiet })
}, 60_000)

afterAll(async () => {
  await base.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Every row of every table as text, in an order of its own. */
function rowsOf(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  return withClient(url, async (client) => {
    const all: Record<string, readonly string[]> = {}
    for (const { name } of await cityTables(client)) {
      if (leftBehind.has(name)) continue
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from "${name}" t order by 1`,
      )
      all[name] = rows.map(({ row }) => row)
    }
    return all
  })
}

async function inEmpty<T>(work: (url: string) => Promise<T>): Promise<T> {
  const url = new URL(base.url)
  url.pathname = `/r${process.hrtime.bigint()}`
  await withClient(base.url, (client) => client.query(`create database ${url.pathname.slice(1)}`))
  return work(url.href)
}

describe('a city that was backed up', () => {
  test('comes back row by row as it was, with its keys', async () => {
    await inEmpty(async (url) => {
      const home = await mkdtemp(join(tmpdir(), 'tongxin-restored-'))
      await restore({ url, home, from: kept, say: quiet })
      const [before, after] = [await rowsOf(base.url), await rowsOf(url)]
      expect(before['record']).toHaveLength(2)
      expect(before['contact']).toHaveLength(1)
      expect(after).toEqual(before)
      expect(await readFile(join(home, 'keys.json'), 'utf8')).toContain('of this home')
      await rm(home, { recursive: true })
    })
  })

  test('is not laid over a city that is there', async () => {
    await expect(restore({ url: base.url, home: folder, from: kept, say: quiet })).rejects.toThrow(
      NotRestored,
    )
  })

  test('is not restored at all when a row was changed or is missing', async () => {
    const spoiled = join(folder, 'spoiled')
    await backup({ url: base.url, home: folder, to: spoiled, city, at, say: quiet })
    const lines = gunzipSync(await readFile(join(spoiled, fileOf('record')))).toString()
    await writeFile(join(spoiled, fileOf('record')), gzipSync(lines.replace('路灯', '路牌')))
    await inEmpty(async (url) => {
      await expect(restore({ url, home: folder, from: spoiled, say: quiet })).rejects.toThrow(
        'record 不完整或被改动',
      )
      expect(Object.values(await rowsOf(url)).flat()).toEqual([])
    })
  })

  test('is not mixed with the keys of another home', async () => {
    const home = await mkdtemp(join(tmpdir(), 'tongxin-other-'))
    await writeFile(join(home, 'keys.json'), '{"keys":"others"}')
    await inEmpty(async (url) => {
      await expect(restore({ url, home, from: kept, say: quiet })).rejects.toThrow('另一套密钥')
    })
    await rm(home, { recursive: true })
  })
})
