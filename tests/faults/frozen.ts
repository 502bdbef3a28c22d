import { readdir, readFile } from 'node:fs/promises'

/** Holds a process and those it started where they are, and gives what lets them go on. */
export async function freeze(pid: number): Promise<() => void> {
  const all = [pid, ...(await childrenOf(pid))]
  send(all, 'SIGSTOP')
  return () => send(all, 'SIGCONT')
}

function send(all: readonly number[], signal: NodeJS.Signals): void {
  for (const one of all)
    try {
      process.kill(one, signal)
    } catch {
      // It ended before it was told.
    }
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const own = await Promise.all(
    names.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
      // After the name in brackets: the state, and who started it.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      return parent === pid ? [Number(name)] : []
    }),
  )
  return own.flat()
}
