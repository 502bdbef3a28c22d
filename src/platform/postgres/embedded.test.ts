import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Embedded, HomeBusy, startEmbedded } from './embedded.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const ordinary = process.getuid?.() !== 0
const run = promisify(execFile)
const running: Embedded[] = []
const children: ChildProcess[] = []
let home = ''
let template = ''

// Making a database folder takes seconds, so it is made once and copied.
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'tongxin-home-'))
  const server = await startEmbedded({ home: template, say: silent })
  await server.stop()
})

afterAll(() => rm(template, { recursive: true, force: true }))

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-home-'))
  await run('cp', ['-a', join(template, 'postgres'), home])
})

afterEach(async () => {
  await Promise.all(children.splice(0).map(end))
  await Promise.all(running.splice(0).map((one) => one.stop()))
  await rm(home, { recursive: true, force: true })
})

describe('a home folder', () => {
  test('keeps its data from one start to the next', async () => {
    const first = await start(home)
    await ask(first.url, 'create table note(words text)')
    await ask(first.url, `insert into note values ('同心')`)
    await first.stop()
    const second = await start(home)
    expect(await ask(second.url, 'select words from note')).toEqual([{ words: '同心' }])
  })

  test('may have spaces and Chinese characters in its path and lie behind a private folder', async () => {
    const inner = join(home, '城市 治理', '很长的名字'.repeat(15))
    const { url } = await start(inner)
    expect((await stat(home)).mode & 0o077).toBe(0)
    expect(await ask(url, `select lower('Ä') as small`)).toEqual([{ small: 'ä' }])
  })

  test('is refused to a second process while the first lives, naming folder and process', async () => {
    const { child } = await startElsewhere(home)
    const refusal = await startEmbedded({ home, say: silent }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(HomeBusy)
    expect(String(refusal)).toContain(home)
    expect(String(refusal)).toContain(`进程号 ${child.pid}`)
  })

  test('is refused to a second start within the same process', async () => {
    await start(home)
    await expect(startEmbedded({ home, say: silent })).rejects.toBeInstanceOf(HomeBusy)
  })

  test('is free again after a start that failed', async () => {
    const first = await start(home)
    await first.stop()
    const version = join(home, 'postgres', 'PG_VERSION')
    const written = await readFile(version, 'utf8')
    await writeFile(version, '9\n')
    await expect(startEmbedded({ home, say: silent })).rejects.toThrow('PostgreSQL 9')
    await writeFile(version, written)
    await start(home)
  })
})

describe('after a kill', () => {
  test('of the application its orphaned database is stopped and the data is there', async () => {
    const { child, url, pid } = await startElsewhere(home)
    await ask(url, 'create table note as select 7 as number')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await isAlive(pid)).toBe(true)
    const next = await start(home)
    expect(await isAlive(pid)).toBe(false)
    expect(await ask(next.url, 'select number from note')).toEqual([{ number: 7 }])
  })

  test('of application and database together the next start recovers', async () => {
    const { child, url, pid } = await startElsewhere(home)
    await ask(url, 'create table note as select 7 as number')
    child.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    await once(child, 'exit')
    const next = await start(home)
    expect(await ask(next.url, 'select number from note')).toEqual([{ number: 7 }])
  })

  test('of the database alone it comes back under the same address, as often as needed', async () => {
    const said: string[] = []
    const server = await start(home, (line) => said.push(line))
    await ask(server.url, 'create table note as select 7 as number')
    for (const round of [1, 2]) {
      const before = server.pid
      process.kill(before, 'SIGKILL')
      expect(await askPatiently(server.url, 'select number from note')).toEqual([{ number: 7 }])
      expect(server.pid).not.toBe(before)
      expect(said.filter((line) => line.includes('意外结束'))).toHaveLength(round)
    }
  })

  test('stopping while the database is coming back leaves nothing running', async () => {
    const server = await start(home)
    process.kill(server.pid, 'SIGKILL')
    await pause(30)
    await server.stop()
    expect(await isAlive(server.pid)).toBe(false)
    await expect(ask(server.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('a process number reused by another program does not block the start', async () => {
    const first = await start(home)
    await first.stop()
    const stranger = track(spawn('sleep', ['60'], { stdio: 'ignore' }))
    await writeFile(join(home, 'postgres', 'postmaster.pid'), `${stranger.pid}\n`)
    await start(home)
    expect(await isAlive(stranger.pid ?? 0)).toBe(true)
  })
})

describe('the server', () => {
  test('is durable, speaks UTF-8 and UTC, and listens on this machine only', async () => {
    const { url } = await start(home)
    const names = Object.keys(expectedSettings)
    const rows = await ask(url, 'select name, setting from pg_settings where name = any($1)', [
      names,
    ])
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual(
      expectedSettings,
    )
  })

  test('admits its own role only with the password, and never as superuser', async () => {
    const { url } = await start(home)
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password')
    wrong.username = 'postgres'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('pg_hba')
    expect(await ask(url, 'select usesuper from pg_user where usename = current_user')).toEqual([
      { usesuper: false },
    ])
  })

  test('writes its log to files of its own', async () => {
    const { url } = await start(home)
    await expect(ask(url, 'select nothing_of_this_name')).rejects.toThrow('does not exist')
    expect(await readdir(join(home, 'postgres', 'log'))).toHaveLength(1)
  })
})

test.skipIf(ordinary)('an ordinary user runs it as themselves', async (context) => {
  const nobody = { uid: 65_534, gid: 65_534 }
  await run(process.execPath, ['--version'], nobody).catch(() =>
    context.skip('an ordinary user cannot read the folder of this program'),
  )
  await rm(join(home, 'postgres'), { recursive: true })
  await chown(home, nobody.uid, nobody.gid)
  const { url, pid } = await startElsewhere(home, nobody)
  expect((await stat(`/proc/${pid}`)).uid).toBe(nobody.uid)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

const expectedSettings = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  data_checksums: 'on',
  logging_collector: 'on',
  listen_addresses: '127.0.0.1',
  max_connections: '40',
  max_wal_size: '1024',
  server_encoding: 'UTF8',
  TimeZone: 'UTC',
}

function silent(): void {}

async function start(folder: string, say: (line: string) => void = silent): Promise<Embedded> {
  const server = await startEmbedded({ home: folder, say })
  running.push(server)
  return server
}

const holder = `
  const { startEmbedded } = await import(process.argv[1])
  const server = await startEmbedded({ home: process.argv[2], say() {} })
  process.once('SIGTERM', () => server.stop().then(() => process.exit()))
  const { url, pid } = server
  console.log(JSON.stringify({ url, pid }))
`

async function startElsewhere(folder: string, account?: { uid: number; gid: number }) {
  const module = new URL('./embedded.ts', import.meta.url).href
  const child = track(
    spawn(process.execPath, ['--input-type=module', '-e', holder, module, folder], {
      ...account,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const [line] = await once(createInterface(child.stdout), 'line')
  const { url, pid } = JSON.parse(String(line)) as { url: string; pid: number }
  return { child, url, pid }
}

function track<Child extends ChildProcess>(child: Child): Child {
  children.push(child)
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function ask(url: string, sql: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', silent)
  try {
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values])
    return rows
  } finally {
    await client.end().catch(silent)
  }
}

async function askPatiently(url: string, sql: string) {
  for (let tries = 0; tries < 100; tries += 1) {
    const rows = await ask(url, sql).catch(() => undefined)
    if (rows !== undefined) return rows
    await pause(100)
  }
  throw new Error('the database did not come back')
}

// On Linux one that has ended, but whose parent has not asked after it yet, still has its number.
async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || (await readFile(`/proc/${pid}/cmdline`, 'utf8')) !== ''
  } catch {
    return false
  }
}
