import { readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { readPostmasterPid } from '../../src/platform/postgres/orphans.ts'

/** Kills the database of a home without warning. False when none runs: the number it left behind
 *  may be another process's by now, so it is killed only where it works in that folder. */
export async function killDatabase(home: string): Promise<boolean> {
  const data = join(home, 'postgres')
  const noted = await readPostmasterPid(data)
  if (noted === undefined) return false
  const worksIn = await readlink(`/proc/${noted.pid}/cwd`).catch(() => undefined)
  if (worksIn !== (await realpath(data))) return false
  process.kill(noted.pid, 'SIGKILL')
  return true
}
