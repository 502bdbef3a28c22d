import { readdir, readFile } from 'node:fs/promises'

/**
 * What processes and all that came from them hold, in megabytes: shared pages are counted once,
 * divided among those who share them. Undefined where the system does not tell.
 */
export async function memoryOf(roots: readonly number[]): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  const family = new Set(roots)
  const parents = await parentsOfAll()
  for (let before = 0; before < family.size;) {
    before = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  const held = await Promise.all([...family].map(heldBy))
  return held.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024
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
