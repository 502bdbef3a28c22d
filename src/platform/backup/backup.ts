import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, cp, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withClient } from '../store/database.ts'
import { type BackupTable, cityTables, leftBehind } from './tables.ts'

export type Manifest = {
  readonly format: 1
  readonly city: number
  readonly schema: number
  readonly at: string
  readonly tables: readonly (BackupTable & { readonly rows: number; readonly digest: string })[]
}

type Options = {
  readonly url: string
  readonly home: string
  readonly to: string
  readonly city: number
  readonly at: string
  readonly say: (line: string) => void
}

/**
 * Writes a city into a folder: every table as rows of text, the files people sent, and the keys
 * without which contacts stay sealed. All tables are read at one moment, while work goes on.
 */
export async function backup(options: Options): Promise<Manifest> {
  const { url, to, city, at, say } = options
  await mkdir(to, { mode: 0o700 })
  const manifest = await withClient(url, async (client): Promise<Manifest> => {
    await client.query('begin transaction isolation level repeatable read read only')
    const version = await client.query<{ version: number }>('select version from schema_version')
    const tables: Manifest['tables'][number][] = []
    for (const table of await cityTables(client)) {
      if (leftBehind.has(table.name)) continue
      const written = await writeTable(client, table, { city, file: fileOf(to, table.name) })
      tables.push({ ...table, ...written })
      say(`已备份 ${table.name}：${written.rows} 行`)
    }
    await client.query('commit')
    return { format: 1, city, schema: version.rows[0]?.version ?? 0, at, tables }
  })
  await copyIfThere(join(options.home, 'files'), join(to, 'files'))
  await copyIfThere(join(options.home, 'keys.json'), join(to, 'keys.json'))
  await writeFile(join(to, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

export function fileOf(folder: string, table: string): string {
  return join(folder, `${table}.jsonl.gz`)
}

async function writeTable(
  client: pg.Client,
  table: BackupTable,
  { city, file }: { city: number; file: string },
): Promise<{ rows: number; digest: string }> {
  const hash = createHash('sha256')
  let rows = 0
  const columns = table.columns.map((column) => `"${column}"::text`).join(', ')
  await client.query(
    `declare backed cursor for select ${columns} from "${table.name}" where city = ${city}`,
  )
  async function* lines() {
    for (;;) {
      const chunk = await client.query<(string | null)[]>({
        text: 'fetch 2000 from backed',
        rowMode: 'array',
      })
      if (chunk.rows.length === 0) return
      const text = chunk.rows.map((row) => `${JSON.stringify(row)}\n`).join('')
      rows += chunk.rows.length
      hash.update(text)
      yield text
    }
  }
  await pipeline(lines(), createGzip(), createWriteStream(file, { mode: 0o600 }))
  await client.query('close backed')
  return { rows, digest: hash.digest('hex') }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  const found = await stat(from).catch(() => undefined)
  if (found === undefined) return
  if (found.isDirectory()) await cp(from, to, { recursive: true })
  else await copyFile(from, to)
}
