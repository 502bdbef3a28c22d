import { execFile } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Cluster } from './cluster.ts'

type Say = (line: string) => void
type Listed = { readonly pid: number; readonly command: string }

/**
 * Clears the data folder of database processes left by an application that was killed. The
 * caller holds the home's lock, so whatever still runs here has lost its owner.
 */
export async function clearOrphans(cluster: Cluster, say: Say): Promise<void> {
  if ((await occupants(cluster)).length > 0) {
    say('正在停止遗留的数据库进程')
    await endOrphans(cluster)
  }
  await dropReusedPid(cluster)
}

async function endOrphans(cluster: Cluster): Promise<void> {
  const leader = await readPostmasterPid(cluster.data)
  // Fast shutdown first; the stronger signals cost a recovery at the next start but lose nothing.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const left = await occupants(cluster)
    const led = left.some((one) => one.pid === leader?.pid)
    const told = left.filter((one) => signal === 'SIGKILL' || !led || one.pid === leader?.pid)
    for (const { pid } of told) send(pid, signal)
    // Without their leader the others end by themselves, unless they are busy.
    if (await gone(cluster, led ? 10_000 : 2_000)) return
  }
  throw new Error(`遗留的数据库进程停不下来,请先结束它:${cluster.data}`)
}

async function gone(cluster: Cluster, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 50) {
    if ((await occupants(cluster)).length === 0) return true
    await pause(50)
  }
  return false
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended between being listed and being told.
  }
}

// PostgreSQL takes any live process of the noted number for its predecessor, also after a
// restarted container gave that number to something else.
async function dropReusedPid(cluster: Cluster): Promise<void> {
  const noted = await readPostmasterPid(cluster.data)
  if (noted === undefined) return
  const now = (await listProcesses()).find((one) => one.pid === noted.pid)
  if (now === undefined || /postgres/i.test(now.command)) return
  await rm(join(cluster.data, 'postmaster.pid'), { force: true })
}

async function occupants(cluster: Cluster): Promise<readonly Listed[]> {
  const listed = await listProcesses()
  return listed.filter(({ command }) => command.includes(cluster.mark))
}

async function listProcesses(): Promise<readonly Listed[]> {
  if (process.platform === 'linux') return listFromProc()
  if (process.platform === 'win32') return []
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,command='])
  return stdout.split('\n').map((line) => {
    const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    return { pid: Number(pid ?? 0), command: command ?? '' }
  })
}

async function listFromProc(): Promise<readonly Listed[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return Promise.all(
    names.map(async (name) => {
      const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
      return { pid: Number(name), command }
    }),
  )
}

/** What the server notes about itself in its own lock file. */
export async function readPostmasterPid(
  data: string,
): Promise<{ readonly pid: number; readonly ready: boolean } | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined
}
