import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, dataFolderFrom } from './cluster.ts'
import { readPostmasterPid } from './orphans.ts'
import { programEnvironment } from './program.ts'
import { serverFlags } from './settings.ts'
import { databaseUrl } from './url.ts'

export type Postmaster = {
  readonly pid: number
  /** Settles when the process has ended, with what it had to say on stderr. */
  readonly ended: Promise<string>
  hasEnded(): boolean
  /** Asks for a fast shutdown: sessions are cut, data is written, the process ends. */
  interrupt(): void
}

/** Starts the server process in the cluster's folder; it is not yet ready to answer. */
export function launchPostmaster(cluster: Cluster, port: number): Postmaster {
  const args = ['-D', dataFolderFrom(cluster.data), ...serverFlags(port, cluster.mark)]
  const child = spawn(cluster.binaries.postgres, args, {
    cwd: cluster.data,
    ...cluster.account,
    env: programEnvironment(),
    // A session of its own: Ctrl-C reaches the application, which then stops the server in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let over = false
  const ended = untilEnded(child).finally(() => (over = true))
  return {
    pid: child.pid ?? 0,
    ended,
    hasEnded: () => over,
    interrupt: () => void child.kill('SIGINT'),
  }
}

function untilEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('error', (error) => resolve(error.message))
    child.once('exit', () => setImmediate(() => resolve(said.trim())))
  })
}

/**
 * Waits for the first answered login, as long as the process lives: recovery after a crash may
 * take longer than any limit set here. False when the process ended instead.
 */
export async function untilReady(
  cluster: Cluster,
  server: { readonly postmaster: Postmaster; readonly port: number },
  say: (line: string) => void,
): Promise<boolean> {
  const { postmaster, port } = server
  for (let waited = 0; !postmaster.hasEnded(); waited += 20) {
    const noted = await readPostmasterPid(cluster.data)
    if (noted?.pid === postmaster.pid && noted.ready && (await answers(cluster, port))) return true
    if (waited > 0 && waited % 10_000 === 0) say('数据库还在恢复,请稍候')
    await Promise.race([pause(20), postmaster.ended])
  }
  return false
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl(port, cluster.password) })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (isNotYet(error)) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

// 57P03: the server is starting, recovering or stopping.
function isNotYet(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return true
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P03'].includes(String(error.code))
}

/** The last lines of the server's own log, for a start that failed after the log had opened. */
export async function lastLogLines(data: string): Promise<string> {
  const current = await readFile(join(data, 'current_logfiles'), 'utf8').catch(() => '')
  const name = /^stderr (.+)$/m.exec(current)?.[1]
  if (name === undefined) return ''
  const text = await readFile(join(data, name), 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-8).join('\n')
}
