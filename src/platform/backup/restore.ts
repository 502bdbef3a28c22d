import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, cp, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { type Cell, copyRows } from '../store/copy.ts'
import { withClient } from '../store/database.ts'
import { inTransaction, migrate } from '../store/migrate.ts'
import { fileOf, type Manifest } from './backup.ts'

/** Why a backup was not restored; nothing was written. */
export class NotRestored extends Error {}

type Options = {
  readonly url: string
  readonly home: string
  readonly from: string
  readonly say: (line: string) => void
}

/**
 * Brings a backed-up city into a database that does not hold it yet, all or nothing. Each table
 * must carry the rows and the digest that the backup's manifest names.
 */
export async function restore({ url, home, from, say }: Options): Promise<Manifest> {
  const manifest = readManifest(await readFile(join(from, 'manifest.json'), 'utf8'))
  await migrate(url, say)
  await keysAgree(home, from)
  await withClient(url, (client) =>
    inTransaction(client, async () => {
      await isAbsent(client, manifest)
      for (const table of manifest.tables) {
        await readTable(client, table, fileOf(from, table.name))
        say(`已恢复 ${table.name}：${table.rows} 行`)
      }
    }),
  )
  await copyIfThere(join(from, 'files'), join(home, 'files'))
  await copyIfThere(join(from, 'keys.json'), join(home, 'keys.json'))
  return manifest
}

function readManifest(text: string): Manifest {
  const manifest: Omit<Manifest, 'format'> & { readonly format: number } = JSON.parse(text)
  if (!isOurs(manifest)) throw new NotRestored('这不是本平台的备份，或备份格式更新')
  return manifest
}

function isOurs(manifest: { readonly format: number }): manifest is Manifest {
  return manifest.format === 1
}

async function isAbsent(client: pg.Client, { city, schema }: Manifest): Promise<void> {
  const version = await client.query<{ version: number }>('select version from schema_version')
  if (version.rows[0]?.version !== schema)
    throw new NotRestored(`备份来自数据表第 ${schema} 版，请用同一版本的程序恢复`)
  const there = await client.query('select 1 from area where city = $1 limit 1', [city])
  if (there.rows.length > 0) throw new NotRestored(`数据库里已有城市 ${city}，不能覆盖`)
}

async function readTable(
  client: pg.Client,
  table: Manifest['tables'][number],
  file: string,
): Promise<void> {
  const hash = createHash('sha256')
  let count = 0
  let rows: Cell[][] = []
  const flush = async () => {
    await copyRows(client, { name: table.name, columns: table.columns, rows })
    rows = []
  }
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })
  for await (const line of lines) {
    hash.update(`${line}\n`)
    const row: (string | null)[] = JSON.parse(line)
    rows.push(row)
    count += 1
    if (rows.length === 2000) await flush()
  }
  await flush()
  if (count !== table.rows || hash.digest('hex') !== table.digest)
    throw new NotRestored(`备份中的 ${table.name} 不完整或被改动`)
}

/** Contacts are sealed under the keys of the backup: a home with other keys could not read them. */
async function keysAgree(home: string, from: string): Promise<void> {
  const there = await readFile(join(home, 'keys.json'), 'utf8').catch(() => undefined)
  const brought = await readFile(join(from, 'keys.json'), 'utf8').catch(() => undefined)
  if (there !== undefined && brought !== undefined && there !== brought)
    throw new NotRestored('目标文件夹已有另一套密钥，恢复后联系方式将无法读取，请用空的文件夹恢复')
}

async function copyIfThere(from: string, to: string): Promise<void> {
  const found = await stat(from).catch(() => undefined)
  if (found === undefined) return
  if (found.isDirectory()) await cp(from, to, { recursive: true })
  else await copyFile(from, to)
}
