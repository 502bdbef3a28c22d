import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { runProgram } from './program.ts'

export type Cluster = {
  readonly data: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  /** Names this folder's processes in the process list; no other folder has it. */
  readonly mark: string
  readonly password: string
}

const passwordFile = 'tongxin.password'

/**
 * The database folder, made when there is none. It is made under another name and renamed when
 * complete, so a start cut short leaves nothing half made.
 */
export async function openCluster(
  data: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<Cluster> {
  if (!existsSync(data)) await createCluster(data, binaries, account)
  await refuseUnusable(data, binaries)
  const { dev, ino } = await stat(data, { bigint: true })
  const mark = `tongxin-${dev.toString(36)}-${ino.toString(36)}`
  const password = (await readFile(join(data, passwordFile), 'utf8')).trim()
  return { data, binaries, account, mark, password }
}

/**
 * How a program standing in the data folder names it. Through /proc the way there need not be
 * passable: the folder may lie below /root while the database runs as another account.
 */
export function dataFolderFrom(cwd: string): string {
  return existsSync('/proc/self/cwd') ? '/proc/self/cwd' : cwd
}

async function createCluster(
  data: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const draft = `${data}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  if (account !== undefined) await chown(draft, account.uid, account.gid)
  await initialise(draft, binaries, account)
  const password = randomBytes(24).toString('base64url')
  await writeOwned(join(draft, passwordFile), `${password}\n`, account)
  await rm(join(draft, 'pg_hba.conf'))
  await writeOwned(join(draft, 'pg_hba.conf'), admission, account)
  await createDatabase(draft, { binaries, account, password })
  await rename(draft, data)
  const parent = await open(join(data, '..'), 'r')
  try {
    await parent.sync()
  } finally {
    await parent.close()
  }
}

// Only the product's own role may connect, only from this machine; the superuser cannot at all.
const admission = 'host all tongxin 127.0.0.1/32 scram-sha-256\n'

async function initialise(
  cwd: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const { ok, said } = await runProgram({
    command: binaries.initdb,
    args: [
      `--pgdata=${dataFolderFrom(cwd)}`,
      '--username=postgres',
      '--auth=reject',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    cwd,
    account,
  })
  if (!ok) throw new Error(`数据库初始化失败:${said.trim()}`)
}

async function createDatabase(
  cwd: string,
  { binaries, account, password }: Pick<Cluster, 'binaries' | 'account' | 'password'>,
): Promise<void> {
  const { ok, said } = await runProgram({
    command: binaries.postgres,
    args: ['--single', '-D', dataFolderFrom(cwd), 'postgres'],
    cwd,
    account,
    input: [
      `create role tongxin login createdb in role pg_monitor, pg_checkpoint password '${password}'`,
      'create database tongxin owner tongxin',
      '',
    ].join('\n'),
  })
  // In this mode a refused statement does not change the exit code.
  if (!ok || /\b(ERROR|FATAL|PANIC):/.test(said)) {
    throw new Error(`数据库初始化失败:${said.trim()}`)
  }
}

async function refuseUnusable(data: string, binaries: Binaries): Promise<void> {
  const { uid } = await stat(data)
  const me = process.getuid?.()
  if (me !== undefined && me !== 0 && me !== uid) {
    throw new Error(`数据文件夹“${data}”属于另一个账户(${uid}),当前账户(${me})不能使用。`)
  }
  const major = Number(await readFile(join(data, 'PG_VERSION'), 'utf8'))
  if (major !== binaries.major) {
    throw new Error(
      `数据文件夹“${data}”由 PostgreSQL ${major} 写成,不能用 ${binaries.major} 打开。`,
    )
  }
}

async function writeOwned(path: string, text: string, account: Account | undefined): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    if (account !== undefined) await file.chown(account.uid, account.gid)
    await file.sync()
  } finally {
    await file.close()
  }
}
