import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { withClient } from '../../src/platform/store/database.ts'

export type WatchedCity = {
  readonly url: string
  /** All the process has said so far. */
  said(): string
  /** Files of the process, the database's among them, in which one of the words stands. */
  filesWith(words: readonly string[]): Promise<readonly string[]>
  /** Rows of the database in which one of the words stands, by table. */
  rowsWith(words: readonly string[]): Promise<readonly string[]>
  stop(): Promise<void>
}

const ready = z.object({ url: z.string(), databaseUrl: z.string() })

export async function startWatchedCity(): Promise<WatchedCity> {
  const folder = await mkdtemp(join(tmpdir(), 'tp-'))
  const program = fileURLToPath(new URL('city-process.ts', import.meta.url))
  const { TEST_DATABASE_URL: _others, ...env } = process.env
  const child = spawn(process.execPath, [program], { env: { ...env, TMPDIR: folder } })
  let said = ''
  const hear = (chunk: Buffer) => (said += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'exit')
  const { url, databaseUrl } = await new Promise<z.infer<typeof ready>>((resolve, reject) => {
    child.stdout.on('data', () => {
      const line = said.split('\n').find((one) => one.startsWith('{"url"'))
      if (line !== undefined && said.includes('\n')) resolve(ready.parse(JSON.parse(line)))
    })
    child.once('exit', () => reject(new Error(`the city ended before it served:\n${said}`)))
  })
  return {
    url,
    said: () => said,
    filesWith: (words) => filesWith(folder, words),
    rowsWith: (words) => rowsWith(databaseUrl, words),
    async stop() {
      child.stdin.end()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function filesWith(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    if (words.some((word) => bytes.includes(word))) found.push(path.slice(folder.length))
  }
  return found
}

function rowsWith(url: string, words: readonly string[]): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    // What lies in memory only is written to the files that are looked through.
    await client.query('checkpoint')
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    )
    const found: string[] = []
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from "${name}" t`)
      for (const { row } of rows)
        if (words.some((word) => row.includes(word))) found.push(`${name}: ${row.slice(0, 300)}`)
    }
    return found
  })
}
