import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { KeyProvider } from '../crypto/keys.ts'
import { withClient } from '../store/database.ts'
import { type Carrier, carrierIn, carryFiles } from './carrier.ts'
import { type Manifest, manifestName, manifestText } from './manifest.ts'
import { type BackupTable, cityTables, leftBehind } from './tables.ts'

type Options = {
  readonly url: string
  readonly home: string
  readonly to: string
  readonly city: number
  readonly at: string
  readonly say: (line: string) => void
  /** Seals everything with these keys and leaves them out; without, they lie beside the rows. */
  readonly sealWith?: KeyProvider | undefined
}

/**
 * Writes a city into a folder: every table as rows of text, the files people sent, and the keys
 * without which contacts stay sealed. All tables are read at one moment, while work goes on. The
 * folder appears when it is complete.
 */
export async function backup(options: Options): Promise<Manifest> {
  const { home, to, sealWith } = options
  if ((await stat(to).catch(() => undefined)) !== undefined) throw new Error(`${to} 已经存在`)
  const draft = `${to}.partial`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const carrier = carrierIn(draft, sealWith)
  const manifest = await writeTables(options, carrier)
  await carryFiles(join(home, 'files'), (name, file) =>
    carrier.write(join('files', name), createReadStream(file)),
  )
  if (sealWith === undefined) await copyIfThere(join(home, 'keys.json'), join(draft, 'keys.json'))
  await copyIfThere(join(home, 'heads', `${options.city}.txt`), join(draft, 'heads.txt'))
  await writeFile(join(draft, manifestName), manifestText(manifest, sealWith))
  await rename(draft, to)
  return manifest
}

export function fileOf(table: string): string {
  return `${table}.jsonl.gz`
}

function writeTables({ url, city, at, say }: Options, carrier: Carrier): Promise<Manifest> {
  return withClient(url, async (client): Promise<Manifest> => {
    await client.query('begin transaction isolation level repeatable read read only')
    const version = await client.query<{ version: number }>('select version from schema_version')
    const tables: Manifest['tables'][number][] = []
    for (const table of await cityTables(client)) {
      if (leftBehind.has(table.name)) continue
      const written = await writeTable(client, table, { city, carrier, say })
      tables.push({ ...table, ...written })
      say(`已备份 ${table.name}：${written.rows} 行`)
    }
    await client.query('commit')
    return { format: 1, city, schema: version.rows[0]?.version ?? 0, at, tables }
  })
}

type Writing = Pick<Options, 'city' | 'say'> & { readonly carrier: Carrier }

const tellEvery = 200_000

async function writeTable(
  client: pg.Client,
  table: BackupTable,
  { city, carrier, say }: Writing,
): Promise<{ rows: number; digest: string }> {
  const hash = createHash('sha256')
  let rows = 0
  let told = tellEvery
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
      if (rows >= told) {
        say(`正在备份 ${table.name}：${rows} 行`)
        told += tellEvery
      }
      yield text
    }
  }
  const source = Readable.from(lines())
  const packed = createGzip()
  source.on('error', (error) => packed.destroy(error))
  // Whoever writes it down is told, also of what broke before they began to listen.
  packed.on('error', () => undefined)
  await carrier.write(fileOf(table.name), source.pipe(packed))
  await client.query('close backed')
  return { rows, digest: hash.digest('hex') }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  const found = await stat(from).catch(() => undefined)
  if (found !== undefined) await copyFile(from, to)
}
