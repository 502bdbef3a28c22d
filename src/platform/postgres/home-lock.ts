import { chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/** Another live process works in this home folder. */
export class HomeBusy extends Error {
  readonly home: string
  readonly pid: number | undefined

  constructor(home: string, pid: number | undefined) {
    const who = pid === undefined ? '' : `(进程号 ${pid})`
    super(`文件夹“${home}”正由另一个同心进程${who}使用。请先停止那个进程,或者换一个文件夹。`)
    this.name = 'HomeBusy'
    this.home = home
    this.pid = pid
  }
}

// A lock whose object is collected is let go, so every held lock is kept here.
const held = new Set<DatabaseSync>()

/**
 * Takes the home folder for this process and returns how to give it back.
 *
 * The lock is the operating system's own, reached through SQLite: it ends with the process,
 * however the process ends, so no lock is ever stale, no reused process number is mistaken for
 * its holder, and containers sharing a folder see each other. Nothing else may open the lock
 * file in this process: closing it anywhere would drop the lock.
 */
export async function holdHome(home: string): Promise<() => void> {
  const holder = join(home, 'holder.pid')
  const lock = await takeLock(home)
  if (lock === undefined) throw new HomeBusy(home, await readHolder(holder))
  held.add(lock)
  await writeFile(holder, `${process.pid}\n`)
  await giveToOwnerOf(home, [join(home, 'lock'), holder])
  return () => {
    if (held.delete(lock)) lock.close()
  }
}

async function takeLock(home: string): Promise<DatabaseSync | undefined> {
  const { DatabaseSync } = loadSqlite()
  try {
    await mkdir(home, { recursive: true })
    const lock = new DatabaseSync(join(home, 'lock'), { timeout: 0 })
    // Nothing is ever written, so no journal file either.
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return lock
  } catch (error) {
    if (isBusy(error)) return undefined
    throw new Error(`文件夹“${home}”不能写入或不能加锁,请换到本机磁盘上可以写入的文件夹。`, {
      cause: error,
    })
  }
}

// SQLITE_BUSY
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

// The module announces itself as experimental on stderr, which says nothing to an operator.
function loadSqlite() {
  const announce = process.emitWarning.bind(process)
  process.emitWarning = () => undefined
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = announce
  }
}

async function readHolder(path: string): Promise<number | undefined> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  return pid > 0 ? pid : undefined
}

async function giveToOwnerOf(home: string, paths: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(home)
  for (const path of paths) await chown(path, uid, gid)
}
