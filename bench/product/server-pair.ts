import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, findAccount } from '../../src/platform/postgres/account.ts'
import { type Binaries, findBinaries } from '../../src/platform/postgres/binaries.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { programEnvironment, runProgram } from '../../src/platform/postgres/program.ts'
import { withClient } from '../../src/platform/store/database.ts'

export type PairedServer = {
  readonly url: string
  readonly port: number
  /** Starts it on the same port, as whatever its folder says it is. */
  start(): Promise<void>
  /** Without warning, and gone when this resolves. */
  kill(): Promise<void>
}

/** A primary and the standby that follows it, as an operator sets them up beside the product. */
export type ServerPair = {
  readonly primary: PairedServer
  readonly standby: PairedServer
  /** Both addresses in one, as the product is told of them. */
  readonly both: string
  /** From now on the primary answers a commit when the standby has it too. */
  makeSynchronous(): Promise<void>
  /** From now on it does not wait for it. */
  makeAsynchronous(): Promise<void>
  stop(): Promise<void>
}

/** `prepare` works on the primary before there is a standby. */
export async function startServerPair(
  prepare: (url: string) => Promise<void>,
): Promise<ServerPair> {
  const home = await mkdtemp(join(tmpdir(), 'tongxin-pair-'))
  await chmod(home, 0o755)
  const account = await findAccount(home, join(home, 'none'))
  const site: Site = { account, binaries: await findBinaries(home, account), running: new Set() }
  const primary = await server(site, await emptyCluster(site, join(home, 'primary')))
  await primary.start()
  await prepare(primary.url)
  const standby = await server(site, await followerOf(site, primary, join(home, 'standby')))
  await standby.start()
  return {
    primary,
    standby,
    both: `postgres://postgres@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/postgres`,
    async makeSynchronous() {
      await run(primary.url, `alter system set synchronous_standby_names = '*'`)
      await run(primary.url, 'select pg_reload_conf()')
      await until(primary.url, `select sync_state = 'sync' as yes from pg_stat_replication`)
    },
    async makeAsynchronous() {
      await run(primary.url, 'alter system reset synchronous_standby_names')
      await run(primary.url, 'select pg_reload_conf()')
      await until(primary.url, `select sync_state = 'async' as yes from pg_stat_replication`)
    },
    async stop() {
      for (const child of site.running) {
        child.kill('SIGINT')
        await once(child, 'exit')
      }
      await rm(home, { recursive: true, force: true })
    },
  }
}

type Site = {
  readonly account: Account | undefined
  readonly binaries: Binaries
  readonly running: Set<ChildProcess>
}
type Placed = PairedServer & { readonly data: string }

async function emptyCluster({ account, binaries }: Site, data: string): Promise<string> {
  await mkdir(data, { mode: 0o700 })
  await owned(data, account)
  const args = [`--pgdata=${data}`, '--username=postgres', '--auth=trust', '--locale=C', '-EUTF8']
  const made = await runProgram({ command: binaries.initdb, args, cwd: data, account })
  if (!made.ok) throw new Error(made.said)
  return data
}

/** The folder of a running server, copied between the two calls that PostgreSQL has for it. */
async function followerOf({ account }: Site, primary: Placed, data: string): Promise<string> {
  await withClient(primary.url, async (client) => {
    await client.query(`select pg_backup_start('standby', true)`)
    const filter = (file: string) => !/postmaster\.|pg_wal\/.+/.test(file)
    await cp(primary.data, data, { recursive: true, filter })
    const { rows } = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(false)',
    )
    await writeFile(join(data, 'backup_label'), rows[0]?.labelfile ?? '')
  })
  const conninfo = `host=127.0.0.1 port=${primary.port} user=postgres`
  await writeFile(join(data, 'standby.signal'), '')
  await writeFile(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\n`)
  await chmod(data, 0o700)
  await owned(data, account)
  return data
}

async function server({ account, binaries, running }: Site, data: string): Promise<Placed> {
  const port = await findFreePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  let child: ChildProcess | undefined
  return {
    data,
    url,
    port,
    async start() {
      const flags = [...settings, `port=${port}`].flatMap((one) => ['-c', one])
      const started = spawn(binaries.postgres, ['-D', data, ...flags], {
        cwd: data,
        ...account,
        env: programEnvironment(),
        stdio: 'ignore',
      })
      running.add(started)
      started.once('exit', () => running.delete(started))
      child = started
      await until(url, 'select true as yes')
    },
    async kill() {
      if (child === undefined) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function owned(path: string, account: Account | undefined): Promise<void> {
  if (account === undefined) return
  await chown(path, account.uid, account.gid)
  for (const name of await readdir(path, { recursive: true }))
    await chown(join(path, name), account.uid, account.gid)
}

const settings = [
  'wal_level=replica',
  'hot_standby=on',
  'unix_socket_directories=',
  'shared_buffers=32MB',
  'wal_receiver_status_interval=1',
  'wal_retrieve_retry_interval=200ms',
]

function run(url: string, text: string): Promise<unknown> {
  return withClient(url, (client) => client.query(text))
}

async function until(url: string, question: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    const yes = await withClient(url, async (client) => {
      const { rows } = await client.query<{ yes: boolean }>(question)
      return rows[0]?.yes === true
    }).catch(() => false)
    if (yes) return
    await pause(50)
  }
  throw new Error(`it never came to: ${question}`)
}
