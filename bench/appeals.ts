import { join } from 'node:path'
import { appealLife, desk, logins, openAppeal, street } from './load/appeal-life.ts'
import { type Crew, openCrew } from './load/workers.ts'
import { type Line, median, moreIsBetter, never } from './line.ts'
import { openDatabases, withProduct } from './product/databases.ts'
import { openReplay } from './replay/replay.ts'
import { sequentialScans } from './sequential-scans.ts'

export type Size = { readonly lives: number; readonly rounds: number; readonly reads: number }

const connections = 32
const waiting = 600
const inbox = '/api/todos'
const list = '/api/records/resident-appeal?open=1&sort=due'

/**
 * Appeals over HTTP against the statements that these requests send, recorded in one database,
 * repeated in a second, and asked for in a third; the two speeds are measured in turn.
 */
export async function appealLines({ lives, rounds, reads }: Size): Promise<readonly Line[]> {
  const databases = await openDatabases()
  const { home } = databases
  try {
    const recorded = await databases.copy('recorded')
    const files = { lives: join(home, 'lives.jsonl'), reads: join(home, 'reads.jsonl') }
    const repeated = await databases.copy('repeated')
    const asked = await databases.copy('asked')
    const all = lives * (rounds + 1)
    await record(files.lives, async (crew) => crew.run(all, appealLife))
    await record(files.reads, async (crew) => {
      await crew.run(waiting, (worker, index) => openAppeal(worker, index, 'resident-appeal'))
      await Promise.all(crew.workers.map((worker) => worker.read(street, inbox)))
      await Promise.all(crew.workers.map((worker) => worker.read(desk, list)))
    })
    const lines = await withProduct({ home, url: asked }, async ({ url }) => {
      const crew = await openCrew(url, { connections, logins })
      const lifecycle = await inTurn(rounds, {
        ours: (round) =>
          crew.run(lives, (worker, index) => appealLife(worker, round * lives + index)),
        perWork: requestsALife,
        replayOf: { url: repeated, file: files.lives, path: '/api/' },
      })
      await crew.run(waiting, (worker, index) => openAppeal(worker, index, 'resident-appeal'))
      const read = (login: string, path: string) =>
        inTurn(rounds, {
          ours: () => crew.run(reads, (worker) => worker.read(login, path)),
          times: Math.ceil(reads / connections),
          perWork: 1,
          replayOf: { url: recorded, file: files.reads, path },
        })
      const inboxes = await read(street, inbox)
      const lists = await read(desk, list)
      crew.close()
      return [
        moreIsBetter({ name: 'lifecycle', ...lifecycle, unit: 'lives/s', target: 0.4 }),
        moreIsBetter({ name: 'inbox-600', ...inboxes, unit: 'reads/s', target: 0.4 }),
        moreIsBetter({ name: 'list', ...lists, unit: 'reads/s', target: 0.4 }),
      ]
    })
    const scans = await sequentialScans(asked)
    return [
      ...lines,
      never({ name: 'sequential-scans', ours: scans.count, unit: 'scans', note: scans.words }),
    ]

    async function record(file: string, work: (crew: Crew) => Promise<unknown>): Promise<void> {
      const recorder = new URL('./replay/statement-recorder.ts', import.meta.url).href
      const env = { STATEMENTS_FILE: file, NODE_OPTIONS: `--import=${recorder}` }
      const recording = async ({ url }: { url: string }) => {
        const crew = await openCrew(url, { connections, logins })
        await work(crew)
        crew.close()
      }
      await withProduct({ home, url: recorded }, recording, env)
    }
  } finally {
    await databases.stop()
  }
}

/** Five requests make a life: four asks and a search. */
const requestsALife = 5

type Pair = {
  readonly ours: (round: number) => Promise<number>
  readonly replayOf: { readonly url: string; readonly file: string; readonly path: string }
  /** Requests in what `ours` counts as one. */
  readonly perWork: number
  /** For reads: how often the recorded one is repeated in a round. */
  readonly times?: number
}

/** Medians of both, measured in turn after one round of each to warm up. */
async function inTurn(rounds: number, { ours, replayOf, perWork, times }: Pair) {
  const replay = await openReplay(replayOf)
  const speeds: { readonly ours: number; readonly limit: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const limit =
      times === undefined ? await replay.run(round, rounds + 1) : await replay.run(0, 1, times)
    speeds.push({ ours: await ours(round), limit: limit / perWork })
  }
  replay.stop()
  const [, ...measured] = speeds
  return {
    ours: median(measured.map((speed) => speed.ours)),
    limit: median(measured.map((speed) => speed.limit)),
  }
}
