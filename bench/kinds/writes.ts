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
  const sides = await Promise.all([few, own, many].map((count) => openSide(databases, count)))
  try {
    const speeds = sides.map((): number[] => [])
    for (let round = 0; round <= rounds; round += 1)
      for (const [at, side] of sides.entries()) {
        const speed = await side.write(writes)
        if (round > 0) speeds[at]?.push(speed)
      }
    const [withFew = 0, withOwn = 0, withMany = 0] = speeds.map(median)
    const unit = 'records/s'
    const shared = { limit: withFew, unit, target: 0.9 }
    return [
      moreIsBetter({ name: `writes-all-${own}-kinds`, ours: withOwn, ...shared }),
      moreIsBetter({ name: 'writes-190-kinds', ours: withMany, ...shared }),
    ]
  } finally {
    sides.forEach((side) => side.stop())
    await databases.stop()
  }
}

async function openSide(databases: Databases, count: number) {
  const url = await databases.copy(`kinds${count}`)
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
