import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import type { KeyProvider } from '../crypto/keys.ts'
import { NotOpened } from '../crypto/sealed-file.ts'
import { type Cell, copyRows } from '../store/copy.ts'
import { withClient } from '../store/database.ts'
import { inTransaction, migrate } from '../store/migrate.ts'
import { fileOf } from './backup.ts'
import { type Carrier, carrierIn, carryFiles, writeFileOf } from './carrier.ts'
import { isSealedBackup, type Manifest, NotRestored, readManifest } from './manifest.ts'

type Options = {
  readonly url: string
  readonly home: string
  readonly from: string
  readonly say: (line: string) => void
  /** What a sealed backup was sealed with. */
  readonly keys?: KeyProvider | undefined
}

/**
 * Brings a backed-up city into a database that does not hold it yet, all or nothing. Each table
 * must carry the rows and the digest that the backup's manifest names.
 */
export async function restore({ url, home, from, say, keys }: Options): Promise<Manifest> {
  const manifest = await readManifest(from, keys)
  const carrier = carrierIn(from, (await isSealedBackup(from)) ? keys : undefined)
  await migrate(url, say)
  await keysAgree(home, from)
  await withClient(url, (client) =>
    inTransaction(client, async () => {
      await isAbsent(client, manifest)
      for (const table of manifest.tables) {
        await readTable(client, table, carrier)
        say(`已恢复 ${table.name}：${table.rows} 行`)
      }
    }),
  )
  await carryFiles(join(from, 'files'), async (name) => {
    const plain = name.replace(/\.sealed$/, '')
    await writeFileOf(join(home, 'files', plain), await carrier.read(join('files', plain)))
  })
  await mkdir(join(home, 'heads'), { recursive: true })
  await copyIfThere(join(from, 'keys.json'), join(home, 'keys.json'))
  await copyIfThere(join(from, 'heads.txt'), join(home, 'heads', `${manifest.city}.txt`))
  return manifest
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
  carrier: Carrier,
): Promise<void> {
  const hash = createHash('sha256')
  let count = 0
  let rows: Cell[][] = []
  const flush = async () => {
    await copyRows(client, { name: table.name, columns: table.columns, rows })
    rows = []
  }
  for await (const line of await linesOf(carrier, table.name)) {
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

async function linesOf(carrier: Carrier, table: string) {
  const file = await carrier.read(fileOf(table)).catch((error: unknown) => {
    if (error instanceof NotOpened) throw new NotRestored(`备份中的 ${table}：${error.message}`)
    throw error
  })
  const plain = createGunzip()
  file.on('error', (error) => plain.destroy(error))
  return createInterface({ input: file.pipe(plain) })
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
  if (found !== undefined) await copyFile(from, to)
}
