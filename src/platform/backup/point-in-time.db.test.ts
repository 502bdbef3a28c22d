import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs } from '../../kernel/time.ts'
import { findings, sealAll } from '../evidence/testing.ts'
import { type Account, findAccount } from '../postgres/account.ts'
import { type Binaries, findBinaries } from '../postgres/binaries.ts'
import { findFreePort } from '../postgres/port.ts'
import { programEnvironment, runProgram } from '../postgres/program.ts'
import { openDatabase, withClient } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { morning, testAsking } from '../testing/asking.ts'
import { department } from '../testing/world.ts'

/** A server as an administrator sets one up beside the product, archiving its log. */
let home = ''
let account: Account | undefined
let binaries: Binaries
const running: ChildProcess[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-pitr-'))
  account = await findAccount(home, join(home, 'none'))
  binaries = await findBinaries(home, account)
  await chmod(home, 0o755)
  await folder('archive')
}, 60_000)
afterAll(async () => {
  for (const child of running) await stopped(child)
  await rm(home, { recursive: true, force: true })
})

async function folder(name: string): Promise<string> {
  const made = join(home, name)
  await mkdir(made, { mode: 0o700 })
  if (account !== undefined) await chown(made, account.uid, account.gid)
  return made
}

async function startServer(data: string, settings: readonly string[] = []) {
  const port = await findFreePort()
  const flags = [`port=${port}`, 'unix_socket_directories=', 'fsync=off', ...settings]
  const args = ['-D', data, ...flags.flatMap((one) => ['-c', one])]
  const child = spawn(binaries.postgres, args, {
    cwd: data,
    ...account,
    env: programEnvironment(),
    stdio: 'ignore',
  })
  running.push(child)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const answers = () =>
    withClient(url, (client) => client.query('select pg_is_in_recovery() as recovering')).then(
      ({ rows }) => rows[0]?.recovering === false,
      () => false,
    )
  await expect.poll(answers, { timeout: 30_000 }).toBe(true)
  return { url, child }
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}

async function owned(path: string): Promise<void> {
  if (account === undefined) return
  await chown(path, account.uid, account.gid)
  for (const name of await readdir(path, { recursive: true }))
    await chown(join(path, name), account.uid, account.gid)
}

/** The folder of a running server, copied between the two calls that PostgreSQL has for it. */
async function baseBackup(url: string, from: string): Promise<string> {
  const to = join(home, 'restored')
  await withClient(url, async (client) => {
    await client.query(`select pg_backup_start('day', true)`)
    await cp(from, to, { recursive: true, filter: (file) => !/postmaster\.|pg_wal\/.+/.test(file) })
    const { rows } = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop()',
    )
    await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '')
  })
  await chmod(to, 0o700)
  await owned(to)
  return to
}

test('a server that archives comes back as it was at a moment, and nothing later is there', async () => {
  const data = await folder('data')
  const made = await runProgram({
    command: binaries.initdb,
    args: [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=trust',
      '--locale=C',
      '--encoding=UTF8',
    ],
    cwd: data,
    account,
  })
  expect(made.ok, made.said).toBe(true)
  const archive = `archive_command=test ! -f ${home}/archive/%f && cp %p ${home}/archive/%f`
  const first = await startServer(data, ['archive_mode=on', archive])
  await migrate(first.url, () => undefined)
  const db = openDatabase(first.url)
  const { asked } = testAsking(db)
  const opened = (title: string) => asked('open', { title, lead: department })
  await opened('备份以前')
  const restored = await baseBackup(first.url, data)
  const kept = await opened('备份以后，要恢复到的时刻以前')
  await sealAll(first.url, morning)
  const { rows } = await withClient(first.url, (client) =>
    client.query<{ moment: string }>(`select clock_timestamp()::text as moment`),
  )
  const later = await opened('要恢复到的时刻以后')
  await sealAll(first.url, morning + dayMs)
  await withClient(first.url, (client) => client.query('select pg_switch_wal()'))
  await db.close()
  await stopped(first.child)

  await writeFile(join(restored, 'recovery.signal'), '')
  await owned(restored)
  const second = await startServer(restored, [
    `restore_command=cp ${home}/archive/%f %p`,
    `recovery_target_time=${rows[0]?.moment ?? ''}`,
    'recovery_target_action=promote',
    'archive_mode=off',
  ])
  const there = await withClient(second.url, (client) =>
    client.query<{ id: string }>('select id from record order by id'),
  )
  const ids = there.rows.map(({ id }) => id)
  expect(ids).toHaveLength(2)
  expect(ids).toContain(kept.record.id)
  expect(ids).not.toContain(later.record.id)
  expect(await findings(second.url)).toEqual([])
}, 120_000)
