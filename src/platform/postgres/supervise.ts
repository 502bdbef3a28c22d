import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { clearOrphans } from './orphans.ts'
import { findFreePort, isPortFree } from './port.ts'
import { lastLogLines, launchPostmaster, type Postmaster, untilReady } from './postmaster.ts'

export type Supervised = {
  readonly port: number
  pid(): number
  stop(): Promise<void>
}

type Keeping = {
  readonly cluster: Cluster
  readonly say: (line: string) => void
  readonly halt: AbortController
  postmaster: Postmaster | undefined
}

/**
 * Keeps one server running in the cluster's folder until stopped. A server that dies is started
 * again on the same port, however often, so connection pools find it where it was.
 */
export async function supervise(
  cluster: Cluster,
  say: (line: string) => void,
): Promise<Supervised> {
  const keeping: Keeping = { cluster, say, halt: new AbortController(), postmaster: undefined }
  const interrupt = () => keeping.postmaster?.interrupt()
  const port = await startFirst(keeping)
  process.once('exit', interrupt)
  const kept = keep(keeping, port)
  return {
    port,
    pid: () => keeping.postmaster?.pid ?? 0,
    async stop() {
      keeping.halt.abort()
      interrupt()
      await kept
      process.off('exit', interrupt)
    },
  }
}

function isStopping(keeping: Keeping): boolean {
  return keeping.halt.signal.aborted
}

async function startFirst(keeping: Keeping): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = await findFreePort()
    try {
      await start(keeping, port)
      return port
    } catch (error) {
      // Another program may have taken the port between the look and the start.
      if (tries === 5 || (await isPortFree(port))) throw error
    }
  }
}

async function keep(keeping: Keeping, port: number): Promise<void> {
  await keeping.postmaster?.ended
  while (!isStopping(keeping)) {
    keeping.say('数据库进程意外结束,正在重新启动')
    await restart(keeping, port)
    await keeping.postmaster?.ended
  }
}

async function restart(keeping: Keeping, port: number): Promise<void> {
  for (let wait = 250; !isStopping(keeping); wait = Math.min(wait * 2, 5_000)) {
    try {
      await start(keeping, port)
      if (!isStopping(keeping)) keeping.say('数据库已恢复运行')
      return
    } catch (error) {
      if (isStopping(keeping)) return
      keeping.say(`数据库重新启动失败:${error instanceof Error ? error.message : String(error)}`)
      await pause(wait, undefined, { signal: keeping.halt.signal }).catch(() => undefined)
    }
  }
}

async function start(keeping: Keeping, port: number): Promise<void> {
  const { cluster, say } = keeping
  for (let waited = 0; ; waited += 250) {
    await clearOrphans(cluster, say)
    if (isStopping(keeping)) return
    const postmaster = launchPostmaster(cluster, port)
    keeping.postmaster = postmaster
    const ready = await untilReady(cluster, { postmaster, port }, say).catch(async (error) => {
      postmaster.interrupt()
      await postmaster.ended
      throw error
    })
    if (ready) return
    const said = await postmaster.ended
    if (isStopping(keeping)) return
    if (!isPassing(said) || waited >= 10_000) throw await startFailure(cluster, said)
    await pause(250)
  }
}

// The traces of a killed predecessor, which go away by themselves.
function isPassing(said: string): boolean {
  return /lock file "postmaster\.pid" already exists|pre-existing shared memory/.test(said)
}

async function startFailure(cluster: Cluster, said: string): Promise<Error> {
  const logged = await lastLogLines(cluster.data)
  return new Error(`数据库不能启动(${cluster.data}):\n${[said, logged].join('\n').trim()}`)
}
