import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * What processes and all that came from them hold, in megabytes: shared pages are counted once,
 * divided among those who share them. Undefined where the system does not tell.
 */
export async function memoryOf(roots: readonly number[]): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  const held = await Promise.all((await familyOf(roots)).map(heldBy))
  return held.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024
}

/** Waits until processes and all that came from them do next to nothing, half a minute at most: what
 *  a start has begun behind it is over. */
export async function untilAtRest(roots: readonly number[]): Promise<void> {
  if (process.platform !== 'linux') return
  for (let tries = 0; tries < 15; tries += 1) {
    const family = await familyOf(roots)
    const before = await spentBy(family)
    await pause(2_000)
    if ((await spentBy(family)) - before < restingTicks) return
  }
}

/** A tenth of one processor over the two seconds, in hundredths of a second. */
const restingTicks = 20

async function spentBy(pids: readonly number[]): Promise<number> {
  const spent = await Promise.all(
    pids.map(async (pid) => {
      const told = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      const [user = 0, system = 0] = told
        .slice(told.lastIndexOf(')'))
        .split(' ')
        .slice(12)
        .map(Number)
      return user + system
    }),
  )
  return spent.reduce((sum, ticks) => sum + ticks, 0)
}

async function familyOf(roots: readonly number[]): Promise<readonly number[]> {
  const family = new Set(roots)
  const parents = await parentsOfAll()
  for (let before = 0; before < family.size;) {
    before = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}

async function parentsOfAll(): Promise<ReadonlyMap<number, number>> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const pairs = await Promise.all(
    names.map(async (name) => {
      const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '')
      return [Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0)] as const
    }),
  )
  return new Map(pairs)
}

async function heldBy(pid: number): Promise<number> {
  const told = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+) kB/m.exec(told)?.[1] ?? 0)
}
