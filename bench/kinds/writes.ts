import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { kinds } from '../../src/main/registry.ts'
import { type Line, median, moreIsBetter } from '../line.ts'
import { logins, openAppeal } from '../load/appeal-life.ts'
import { openCrew } from '../load/workers.ts'
import { type Databases, openDatabases } from '../product/databases.ts'
import { writtenKinds } from './many-kinds.ts'

const few = 10
const many = 190
const own = kinds.size

/** Records written with few kinds and with many: what a kind costs all others. */
export async function kindLines({
  writes,
  rounds,
}: {
  readonly writes: number
  readonly rounds: number
}): Promise<readonly Line[]> {
  const databases = await openDatabases()
  try {
    const lines: Line[] = []
    for (const [name, count] of [
      [`writes-all-${own}-kinds`, own],
      ['writes-190-kinds', many],
    ] as const) {
      const [withFew, withMore] = await compared(databases, count, { writes, rounds })
      const unit = 'records/s'
      lines.push(moreIsBetter({ name, ours: withMore, limit: withFew, unit, target: 0.9 }))
    }
    return lines
  } finally {
    await databases.stop()
  }
}

/** Medians of interleaved rounds, with few kinds and with so many. */
async function compared(
  databases: Databases,
  count: number,
  { writes, rounds }: { readonly writes: number; readonly rounds: number },
): Promise<readonly [number, number]> {
  const sides = await Promise.all([
    openSide(databases, few, `few-for-${count}`),
    openSide(databases, count, `kinds-${count}`),
  ])
  try {
    const speeds = sides.map((): number[] => [])
    for (let round = 0; round <= rounds; round += 1)
      for (const [at, side] of sides.entries()) {
        const speed = await side.write(writes)
        if (round > 0) speeds[at]?.push(speed)
      }
    const [withFew = 0, withMore = 0] = speeds.map(median)
    return [withFew, withMore]
  } finally {
    sides.forEach((side) => side.stop())
  }
}

async function openSide(databases: Databases, count: number, name: string) {
  const url = await databases.copy(name.replaceAll('-', '_'))
  const program = fileURLToPath(new URL('./server.ts', import.meta.url))
  const child = fork(program, [url, databases.home, String(count)], { stdio: 'inherit' })
  const [message] = await once(child, 'message')
  const { address } = z.object({ address: z.string() }).parse(message)
  const crew = await openCrew(address, { connections: 32, logins })
  const written = writtenKinds(count)
  return {
    write: (times: number) =>
      crew.run(times, (worker, index) =>
        openAppeal(worker, index, written[index % written.length] ?? 'resident-appeal'),
      ),
    stop() {
      crew.close()
      child.kill()
    },
  }
}
